// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "display/rows.h"
#include "display/tables.h"

#include <atomic>

namespace xiangtu::display {

namespace {

using model::UnitRef;

/// Rows put together at a time by one core.
constexpr std::size_t kGrain = 16384;

std::string numbered(std::string_view name, std::size_t number) {
    return std::string(name) + "." + std::to_string(number);
}

/// Text [begin, end) of a section; nothing when it does not lie there.
std::optional<std::string_view> textOf(std::span<const char> texts, std::uint32_t begin, std::uint32_t end) {
    if (begin > end || end > texts.size()) return std::nullopt;
    return std::string_view(texts.data() + begin, end - begin);
}

bool isUnit(const store::Kept& kept, std::uint8_t level, std::uint32_t row) {
    return level < model::kLevelCount && (row == UnitRef::kNoRow || row < kept.levels[level]->units.size());
}

/// Calls rows(begin, end), which says whether they were sound, over all of them on all cores.
template <class Rows>
bool inParallel(std::size_t count, Rows rows) {
    std::atomic<bool> sound{true};
    base::parallelFor(count, kGrain, [&](std::size_t begin, std::size_t end) {
        if (!rows(begin, end)) sound = false;
    });
    return sound;
}

std::optional<geom::PolygonSet> readShapes(const Extras& sections, std::size_t l) {
    auto points = sections.array<geom::GridPoint>(numbered("shape.points", l));
    auto rings = sections.array<std::uint32_t>(numbered("shape.rings", l));
    auto features = sections.array<std::uint32_t>(numbered("shape.features", l));
    auto boxes = sections.array<geom::GridBox>(numbered("shape.boxes", l));
    if (!points || !rings || !features || !boxes) return std::nullopt;
    return geom::PolygonSet::of({std::move(*points), std::move(*rings), std::move(*features), std::move(*boxes)});
}

std::shared_ptr<model::LevelTable> readUnits(const Extras& sections, std::size_t l) {
    const auto rows = sections.array<UnitRow>(numbered("units", l));
    const auto names = sections.array<char>(numbered("units.name", l));
    auto shapes = readShapes(sections, l);
    if (!rows || !names || !shapes || shapes->size() != rows->size()) return nullptr;
    auto table = std::make_shared<model::LevelTable>();
    table->level = model::Level(l);
    table->shapes = std::move(*shapes);
    table->units.resize(rows->size());
    const bool sound = inParallel(rows->size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const UnitRow& row = (*rows)[i];
            const auto name = textOf(names->span(), i == 0 ? 0 : (*rows)[i - 1].nameEnd, row.nameEnd);
            const auto code = model::Code::unpack(row.code);
            const bool parentAbove = row.parent == UnitRef::kNoRow || row.parentLevel < l;
            if (!name || !code || !parentAbove || row.kind > std::uint8_t(model::UnitKind::other)) return false;
            model::Unit& unit = table->units[i];
            unit.id.value = row.id;
            unit.code = *code;
            unit.name = *name;
            unit.kind = model::UnitKind(row.kind);
            unit.parent = {model::Level(row.parentLevel), row.parent};
            unit.households = row.households;
            unit.from.days = row.from;
            unit.to.days = row.to;
        }
        return true;
    });
    return sound ? table : nullptr;
}

bool parentsExist(const store::Kept& kept) {
    for (const auto& table : kept.levels) {
        for (const model::Unit& unit : table->units) {
            if (!isUnit(kept, std::uint8_t(unit.parent.level), unit.parent.row)) return false;
        }
    }
    return true;
}

std::shared_ptr<model::PartyTable> readParty(const Extras& sections, const store::Kept& kept) {
    auto rows = sections.array<model::PartyOrgRow>("party");
    auto texts = sections.array<char>("party.text");
    if (!rows || !texts) return nullptr;
    auto orgs = model::PartyOrgs::of({std::move(*rows), std::move(*texts)});
    if (!orgs) return nullptr;
    for (const model::PartyOrgRow& row : orgs->rows()) {
        if (!isUnit(kept, row.unitLevel, row.unit)) return nullptr;
    }
    auto party = std::make_shared<model::PartyTable>();
    party->orgs = std::move(*orgs);
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        const auto serves = sections.array<std::uint32_t>(numbered("party.serves", l));
        if (!serves || serves->size() != kept.levels[l]->units.size()) return nullptr;
        for (const std::uint32_t org : *serves) {
            if (org != model::PartyTable::kNone && org >= party->orgs.size()) return nullptr;
        }
        party->servedBy[l].assign(serves->begin(), serves->end());
    }
    return party;
}

std::shared_ptr<model::ClassColumn> readClasses(const Extras& sections, const store::Kept& kept, std::size_t scheme) {
    auto column = std::make_shared<model::ClassColumn>();
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        const auto bytes = sections.array<std::uint8_t>(numbered(numbered("class", scheme), l));
        if (!bytes || bytes->size() != kept.levels[l]->units.size()) return nullptr;
        column->classOf[l].assign(bytes->begin(), bytes->end());
    }
    return column;
}

}  // namespace

std::shared_ptr<store::Kept> readKey(const Extras& sections) {
    const auto rows = sections.array<KeyRow>("key");
    const auto texts = sections.array<char>("key.text");
    if (!rows || !texts || rows->size() != 1) return nullptr;
    const KeyRow& row = (*rows)[0];
    const auto units = textOf(texts->span(), 0, row.unitsEnd),
               party = textOf(texts->span(), row.unitsEnd, row.partyEnd);
    const auto classes = textOf(texts->span(), row.partyEnd, row.classesEnd);
    const auto mark = textOf(texts->span(), row.classesEnd, row.markEnd);
    if (!units || !party || !classes || !mark) return nullptr;
    auto kept = std::make_shared<store::Kept>();
    kept->identity = {row.schema, std::string(*units), std::string(*party), std::string(*classes)};
    kept->window = {{row.since}, {row.until}};
    kept->mark = {row.mark, std::string(*mark)};
    kept->classes.resize(std::min<std::size_t>(row.schemes, sections.sections().size()));
    return kept;
}

bool readTables(const Extras& sections, store::Kept& kept) {
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        kept.levels[l] = readUnits(sections, l);
        if (!kept.levels[l]) return false;
    }
    if (!parentsExist(kept)) return false;
    kept.party = readParty(sections, kept);
    if (!kept.party) return false;
    for (std::size_t s = 0; s < kept.classes.size(); ++s) {
        kept.classes[s] = readClasses(sections, kept, s);
        if (!kept.classes[s]) return false;
    }
    return true;
}

}  // namespace xiangtu::display
