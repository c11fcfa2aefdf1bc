// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/declaring.h"

#include "base/json.h"
#include "index/name_search.h"
#include "model/catalogue_json.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace xiangtu::app {

namespace {

constexpr qsizetype kLongestId = 40;

bool isTaken(const std::vector<std::string>& taken, const std::string& id) {
    return std::ranges::find(taken, id) != taken.end();
}

base::Json titlesJson(const std::string& zh, const std::string& en) { return {{"zh", zh}, {"en", en}}; }

model::IndicatorDef figureOf(const model::RegisterDef& def, const std::string& id, const base::Json& title,
                             const std::string& unit, const base::Json& measure, int decimals) {
    base::Json json{{"id", id},           {"title", title},
                    {"unit", unit},       {"decimals", decimals},
                    {"measure", measure}, {"levels", {"county", "township", "village"}},
                    {"direction", "up"},  {"rhythm", "month"}};
    if (!def.group.empty()) json["group"] = def.group;
    return model::parseIndicator({json, "indicator " + id});
}

/// The records, and how many each township has.
model::Catalogue withReport(model::Catalogue catalogue, const model::RegisterDef& def) {
    const std::string id = def.id + "_report";
    if (catalogue.findReport(id)) return catalogue;
    const base::Json titles = titlesJson(def.title.zh + "表", "Table of " + def.title.en);
    const base::Json records{{"title", titlesJson(def.title.zh, def.title.en)}, {"register", def.id}};
    const base::Json counts{
        {"title", titlesJson("分镇街", "By township")}, {"indicators", {def.id + "_count"}}, {"level", "township"}};
    const base::Json json{
        {"id", id}, {"title", titles}, {"rhythm", "month"}, {"tables", base::Json::array({records, counts})}};
    catalogue.reports.push_back(model::parseReport({json, "report " + id}));
    return catalogue;
}

}  // namespace

std::string identifierOf(const QString& title, const std::vector<std::string>& taken) {
    static const QRegularExpression other(QStringLiteral("[^a-z0-9]+"));
    QString id = QString::fromStdString(index::pinyin(title.toStdString())).toLower();
    id.replace(other, QStringLiteral("_"));
    while (id.startsWith(QLatin1Char('_'))) id.remove(0, 1);
    id = id.left(kLongestId);
    while (id.endsWith(QLatin1Char('_'))) id.chop(1);
    if (id.isEmpty() || !id[0].isLetter()) id.prepend(QLatin1Char('f'));
    std::string result = id.toStdString();
    for (int n = 2; isTaken(taken, result); ++n) result = id.toStdString() + "_" + std::to_string(n);
    return result;
}

std::vector<model::Choice> choicesOf(const QString& text, const std::vector<model::Choice>& before) {
    static const QRegularExpression between(QStringLiteral("[、，,；;\\n]"));
    std::vector<model::Choice> choices;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        const QStringList names = part.trimmed().split(QLatin1Char('/'));
        const std::string zh = names[0].trimmed().toStdString();
        if (zh.empty() || std::ranges::any_of(choices, [&](const auto& c) { return c.name.zh == zh; })) continue;
        const auto old = std::ranges::find_if(before, [&](const auto& c) { return c.name.zh == zh; });
        model::Choice choice;
        if (old != before.end()) choice = *old;
        if (names.size() > 1 && !names[1].trimmed().isEmpty()) choice.name.en = names[1].trimmed().toStdString();
        if (choice.name.en.empty()) choice.name.en = zh;
        choice.name.zh = zh;
        choices.push_back(std::move(choice));
    }
    std::vector<std::string> taken;
    for (const model::Choice& choice : before) taken.push_back(choice.code);
    for (model::Choice& choice : choices) {
        if (!choice.code.empty()) continue;
        choice.code = identifierOf(QString::fromStdString(choice.name.zh), taken);
        taken.push_back(choice.code);
    }
    return choices;
}

QString choicesText(const std::vector<model::Choice>& choices) {
    QStringList names;
    for (const model::Choice& choice : choices) {
        const bool same = choice.name.en.empty() || choice.name.en == choice.name.zh;
        names << QString::fromStdString(same ? choice.name.zh : choice.name.zh + "/" + choice.name.en);
    }
    return names.join(QStringLiteral("、"));
}

model::Catalogue withRegister(model::Catalogue catalogue, const model::RegisterDef& def) {
    // Read back what would be written: the rules of a declaration stand in its reader.
    const base::Json json = model::dump(def);
    const model::RegisterDef read = model::parseRegister({json, "register " + def.id});
    const auto old = std::ranges::find(catalogue.registers, def.id, &model::RegisterDef::id);
    if (old == catalogue.registers.end())
        catalogue.registers.push_back(read);
    else
        *old = read;
    return catalogue;
}

model::Catalogue withFigures(model::Catalogue catalogue, const model::RegisterDef& def) {
    std::vector<std::string> taken;
    for (const auto& indicator : catalogue.indicators) taken.push_back(indicator.id);
    const std::string count = def.id + "_count", area = def.id + "_area";
    if (!isTaken(taken, count)) {
        catalogue.indicators.push_back(figureOf(
            def, count, titlesJson(def.title.zh + "数量", "Number of " + def.title.en), "个", {{"count", def.id}}, 0));
    }
    if (def.anchor == model::Anchor::polygon && !isTaken(taken, area)) {
        catalogue.indicators.push_back(figureOf(def, area, titlesJson(def.title.zh + "面积", "Area of " + def.title.en),
                                                "亩", {{"area", def.id}}, 2));
    }
    return withReport(std::move(catalogue), def);
}

}  // namespace xiangtu::app
