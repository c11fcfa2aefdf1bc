// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_import.h"
#include "exchange/record_shape.h"
#include "exchange/table_reading.h"
#include "exchange/unit_lookup.h"
#include "exchange/value_text.h"

#include <array>
#include <set>
#include <utility>

namespace xiangtu::exchange {

namespace {

using model::Level;
using model::PartyOrgKind;

// Longer words first: 党总支 ends like 支部 does not, 党员中心户 is no 党支部.
constexpr std::array<std::pair<std::string_view, PartyOrgKind>, 12> kKindWords{{
    {"功能型党组织", PartyOrgKind::functional},
    {"功能型", PartyOrgKind::functional},
    {"党员中心户", PartyOrgKind::memberHousehold},
    {"中心户", PartyOrgKind::memberHousehold},
    {"党小组", PartyOrgKind::group},
    {"党总支", PartyOrgKind::generalBranch},
    {"总支部", PartyOrgKind::generalBranch},
    {"党支部", PartyOrgKind::branch},
    {"支部", PartyOrgKind::branch},
    {"党工委", PartyOrgKind::committee},
    {"党委", PartyOrgKind::committee},
    {"委员会", PartyOrgKind::committee},
}};

std::optional<PartyOrgKind> kindIn(const std::string& text) {
    if (const auto kind = model::parsePartyOrgKind(text)) return kind;
    for (const auto& [word, kind] : kKindWords) {
        if (text.find(word) != std::string::npos) return kind;
    }
    return std::nullopt;
}

class OrganisationReading {
public:
    OrganisationReading(const model::Snapshot& file, OpenedSource& source, const TableReading& table)
        : m_file(file), m_source(source), m_table(table), m_units(file) {
        for (const model::PartyOrg& org : file.party->orgs) {
            if (org.serves.valid()) m_served.insert(org.serves);
        }
    }

    model::NewPartyOrg read(Draft& draft) {
        model::NewPartyOrg org;
        org.name = m_table.text("name", draft);
        if (org.name.empty()) draft.reject(Rule::noName, "an organisation needs a name", m_table.fieldOf("name"));
        readKind(org, draft);
        org.chain = m_table.text("chain", draft);
        const geom::GeoShape shape =
            recordShape(m_source.raw.shapes[draft.record], model::Anchor::unit, m_source.transform, draft);
        if (const auto* point = std::get_if<geom::GeoPoint>(&shape)) org.place = *point;
        const std::string day = m_table.text("established", draft);
        if (const auto iso = isoDay(day)) {
            org.established = *base::Date::parse(*iso);
        } else if (!day.empty()) {
            draft.find(Rule::badValue, Severity::warning, Outcome::kept, "\"" + day + "\" is no day; left out",
                       m_table.fieldOf("established"));
        }
        if (!draft.rejected) findUnit(org, shape, draft);
        return org;
    }

private:
    void readKind(model::NewPartyOrg& org, Draft& draft) const {
        const std::string text = m_table.text("kind", draft);
        const auto kind = kindIn(text.empty() ? org.name : text);
        if (kind)
            org.kind = *kind;
        else if (!text.empty())
            draft.reject(Rule::badValue, "\"" + text + "\" is no kind of organisation", m_table.fieldOf("kind"));
        else
            draft.reject(Rule::missingValue, "neither a field nor its name tells what kind of organisation it is");
    }

    void findUnit(model::NewPartyOrg& org, const geom::GeoShape& shape, Draft& draft) {
        auto level = model::servedLevel(org.kind);
        const std::string text = m_table.text("unit", draft);
        if (!level) return;
        model::UnitRef unit = text.empty() ? model::UnitRef() : m_units.byText(text, level);
        if (!unit.valid() && !text.empty() && org.kind == PartyOrgKind::committee)
            unit = m_units.byText(text, Level::county);
        if (!unit.valid()) unit = m_units.byPlace(shape, level);
        if (!unit.valid()) {
            draft.reject(Rule::unknownUnit,
                         text.empty() ? "neither a field nor its place tells which unit it serves"
                                      : "the file has no " + std::string(model::levelName(*level)) + " \"" + text +
                                            "\" (or several)",
                         m_table.fieldOf("unit"));
            return;
        }
        org.level = unit.level;
        org.serves = m_file.unit(unit).code;
        for (model::UnitRef above = m_file.unit(unit).parent; above.valid(); above = m_file.unit(above).parent) {
            if (!m_served.contains(above)) continue;
            org.parentServes = m_file.unit(above).code;
            break;
        }
        m_served.insert(unit);
    }

    const model::Snapshot& m_file;
    OpenedSource& m_source;
    const TableReading& m_table;
    UnitLookup m_units;
    std::set<model::UnitRef> m_served;
};

}  // namespace

base::Result<OrganisationPlan, Refusal> planOrganisations(const OrganisationRequest& request,
                                                          const model::Snapshot& file, const base::Progress& progress) {
    OrganisationPlan plan;
    ImportReport& report = plan.report;
    report.into = "organisations";
    auto opened = openSource(request, {request.layer, ReadFor::anything}, report, progress);
    if (!opened) return opened.error();
    OpenedSource source = std::move(opened).value();
    auto mapped = TableReading::of(source, organisationTargets(), request.map, report);
    if (!mapped) return Refusal{request.source.string() + ": " + mapped.error().reason};
    const TableReading table = std::move(mapped).value();
    OrganisationReading reading(file, source, table);
    for (std::size_t i = 0; i < source.raw.size(); ++i) {
        progress.check();
        Draft draft;
        draft.record = i;
        model::NewPartyOrg org = reading.read(draft);
        if (org.established == base::Date{}) org.established = request.from;
        settle(draft, report);
        if (draft.rejected) continue;
        plan.orgs.push_back(std::move(org));
        plan.numbers.push_back(std::int64_t(i));
    }
    return plan;
}

}  // namespace xiangtu::exchange
