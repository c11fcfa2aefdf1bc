// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/border_output.h"

#include "base/json.h"
#include "geodesy/area.h"

#include <cstdio>
#include <string>

namespace xiangtu::cli {

namespace {

using borders::UnitChange;

std::string changeWords(const UnitChange& change) {
    if (change.isNew()) return "new";
    if (change.isGone()) return "gone";
    std::string words;
    const auto add = [&](bool is, const char* word) {
        if (is) words.append(words.empty() ? "" : ", ").append(word);
    };
    add(change.reshaped, "border");
    add(change.recoded(), "code");
    add(change.reparented(), "parent");
    return words;
}

const char* whatName(edit::Resettled::What kind) {
    switch (kind) {
    case edit::Resettled::What::record: return "record";
    case edit::Resettled::What::organisation: return "organisation";
    case edit::Resettled::What::unitClass: return "class";
    case edit::Resettled::What::households: return "households";
    }
    return "";
}

std::string labelOf(const edit::Resettled& item) {
    if (item.what == edit::Resettled::What::record) {
        return item.registerId + " " + std::to_string(item.id) + (item.title.empty() ? "" : " (" + item.title + ")");
    }
    if (item.what == edit::Resettled::What::organisation) return std::to_string(item.id) + " " + item.title;
    return item.title;
}

void printPlanText(const model::Snapshot& before, const edit::BorderPlan& plan, std::int64_t logNumber) {
    std::printf("%s: %s, %zu unit(s)\n", logNumber > 0 ? std::to_string(logNumber).c_str() : "preview",
                plan.set.title.c_str(), plan.proposal.units.size());
    for (const UnitChange& change : plan.proposal.units) {
        const std::string code = change.isNew() ? change.codeAfter.text() : change.codeBefore.text();
        const std::string to = change.recoded() ? " -> " + change.codeAfter.text() : "";
        const std::string name = change.ref ? before.unit(*change.ref).name : "";
        std::printf("  %-15s %s%s  %s  (%s)", std::string(model::levelName(change.level)).c_str(), code.c_str(),
                    to.c_str(), name.c_str(), changeWords(change).c_str());
        if (change.reshaped) {
            const double was = geodesy::muFromSquareMetres(change.areaBefore);
            const double is = geodesy::muFromSquareMetres(change.areaAfter);
            std::printf("  %.2f -> %.2f mu (%+.2f)", was, is, is - was);
        }
        std::printf("\n");
    }
    for (const edit::Resettled& item : plan.review) {
        std::printf("  %s %s: %s%s%s\n", whatName(item.what), labelOf(item).c_str(), item.from.text().c_str(),
                    item.to == item.from ? " stays" : (" -> " + item.to.text()).c_str(),
                    item.certain ? "" : ", please check");
    }
}

base::Json unitChangeJson(const UnitChange& change) {
    base::Json json{{"level", model::levelName(change.level)}, {"change", changeWords(change)}};
    if (!change.isNew()) json["code_before"] = change.codeBefore.text();
    if (!change.isGone()) json["code_after"] = change.codeAfter.text();
    if (change.reshaped) {
        json["area_before_mu"] = geodesy::muFromSquareMetres(change.areaBefore);
        json["area_after_mu"] = geodesy::muFromSquareMetres(change.areaAfter);
    }
    return json;
}

}  // namespace

void printPlan(const model::Snapshot& before, const edit::BorderPlan& plan, std::int64_t logNumber, PlanForm form) {
    if (form == PlanForm::text) return printPlanText(before, plan, logNumber);
    base::Json units = base::Json::array(), review = base::Json::array();
    for (const UnitChange& change : plan.proposal.units) units.push_back(unitChangeJson(change));
    for (const edit::Resettled& item : plan.review) {
        review.push_back({{"what", whatName(item.what)},
                          {"id", item.id},
                          {"title", labelOf(item)},
                          {"from", item.from.text()},
                          {"to", item.to.text()},
                          {"certain", item.certain}});
    }
    base::Json json{{"title", plan.set.title}, {"units", std::move(units)}, {"review", std::move(review)}};
    if (logNumber > 0) json["seq"] = logNumber;
    std::printf("%s\n", json.dump(2).c_str());
}

}  // namespace xiangtu::cli
