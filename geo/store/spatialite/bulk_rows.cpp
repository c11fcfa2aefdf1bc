// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/bulk_writer.h"
#include "store/spatialite/geometry_blob.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

std::string describe(const model::NewUnit& unit) {
    return std::string(model::levelName(unit.level)) + " " + unit.code.text() + " " + unit.name;
}

}  // namespace

std::optional<std::int64_t> rowOrNull(std::int64_t id) { return id == 0 ? std::nullopt : std::optional(id); }

std::optional<std::string> endOrNull(base::Date date) {
    return date.isOpen() ? std::nullopt : std::optional(date.iso());
}

void SpatialiteBulkWriter::setTitle(const std::string& title, bool demo) {
    Statement update(m_database, "UPDATE meta SET value = ? WHERE key = ?");
    update.run(title, "title");
    update.run(demo ? "1" : "0", "demo");
}

void SpatialiteBulkWriter::add(const model::NewUnit& unit) {
    if (!unit.code.valid()) refuse("unit " + unit.name, "it has no code");
    if (unit.from.isOpen() || unit.to <= unit.from) refuse(describe(unit), "its validity ends before it begins");
    if (codeIsTaken(unit)) refuse(describe(unit), "another unit of the level has this code at the same time");
    const std::int64_t parent = unit.parent.valid() ? findUnitAbove(unit.level, unit.parent) : 0;
    if (unit.parent.valid() && parent == 0) refuse(describe(unit), "there is no parent " + unit.parent.text());
    const auto households = unit.households < 0 ? std::nullopt : std::optional(std::int64_t(unit.households));
    const auto sourceCode = unit.sourceCode.empty() ? std::nullopt : std::optional(unit.sourceCode);
    const std::int64_t id = m_nextUnit++;
    writeShape(unit.shape, m_blob);
    m_insertUnit.run(id, std::int64_t(indexOf(unit.level)), unit.code.text(), unit.name, model::unitKindName(unit.kind),
                     rowOrNull(parent), households, unit.from.iso(), endOrNull(unit.to), sourceCode, Blob(m_blob));
    m_units[indexOf(unit.level)][unit.code] = id;
    if (!m_blob.empty()) m_unitIndex.add(id, boxOf(m_blob));
}

void SpatialiteBulkWriter::add(const model::NewPartyOrg& org) {
    const std::string what = "organisation " + org.name;
    const std::int64_t unit = org.serves.valid() ? findUnit(org.level, org.serves) : 0;
    if (org.serves.valid() && unit == 0) {
        refuse(what, "there is no " + std::string(model::levelName(org.level)) + " " + org.serves.text());
    }
    std::int64_t parent = 0;
    if (org.parentServes.valid()) {
        // On the organisation's own level, too: a branch may stand under a general branch of its village.
        const std::int64_t sameLevel = findUnit(org.level, org.parentServes);
        const auto above = m_orgServing.find(sameLevel ? sameLevel : findUnitAbove(org.level, org.parentServes));
        if (above == m_orgServing.end()) refuse(what, "no organisation above it serves " + org.parentServes.text());
        parent = above->second;
    }
    if (org.established.isOpen() || org.dissolved <= org.established) refuse(what, "it ends before it begins");
    const auto lon = org.place ? std::optional(org.place->lon) : std::nullopt;
    const auto lat = org.place ? std::optional(org.place->lat) : std::nullopt;
    const auto chain = org.chain.empty() ? std::nullopt : std::optional(org.chain);
    const std::int64_t id = m_nextOrg++;
    m_insertOrg.run(id, org.name, model::partyOrgKindName(org.kind), rowOrNull(unit), rowOrNull(parent), lon, lat,
                    org.established.iso(), endOrNull(org.dissolved), chain);
    if (unit != 0) m_orgServing[unit] = id;
}

void SpatialiteBulkWriter::add(const model::NewClass& record) {
    const std::string what = "class of " + record.unit.text();
    const std::int64_t unit = findUnit(record.level, record.unit);
    if (unit == 0) refuse(what, "there is no such " + std::string(model::levelName(record.level)));
    const auto scheme = m_schemes.find(record.scheme);
    if (scheme == m_schemes.end()) refuse(what, "there is no scheme \"" + record.scheme + "\"");
    const auto& classes = scheme->second.classes;
    if (!record.classCode.empty() && std::ranges::find(classes, record.classCode) == classes.end()) {
        refuse(what, "scheme " + record.scheme + " has no class \"" + record.classCode + "\"");
    }
    if (record.from.isOpen()) refuse(what, "it has no day");
    const auto classCode = record.classCode.empty() ? std::nullopt : std::optional(record.classCode);
    m_insertClass.run(unit, scheme->second.id, classCode, record.from.iso(), record.reason, record.author, m_at);
}

}  // namespace xiangtu::store::spatialite
