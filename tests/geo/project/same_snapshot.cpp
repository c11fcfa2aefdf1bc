// SPDX-License-Identifier: GPL-3.0-or-later
#include "same_snapshot.h"

namespace xiangtu::project {

namespace {

std::string unitDifference(const model::LevelTable& a, const model::LevelTable& b) {
    const std::string level(model::levelName(a.level));
    if (a.units.size() != b.units.size()) {
        return level + ": " + std::to_string(a.units.size()) + " and " + std::to_string(b.units.size()) + " units";
    }
    if (a.shapes.size() != a.units.size() || b.shapes.size() != b.units.size()) return level + ": shapes are missing";
    for (std::size_t i = 0; i < a.units.size(); ++i) {
        const model::Unit &x = a.units[i], &y = b.units[i];
        const std::string where = level + " " + x.code.text() + ": ";
        if (x.code != y.code) return where + "code " + y.code.text();
        if (x.id != y.id) return where + "id";
        if (x.name != y.name) return where + "name " + x.name + " and " + y.name;
        if (x.kind != y.kind) return where + "kind";
        if (x.parent != y.parent) return where + "parent";
        if (x.households != y.households) {
            return where + "households " + std::to_string(x.households) + " and " + std::to_string(y.households);
        }
        if (x.from != y.from || x.to != y.to) return where + "from " + x.from.iso() + " and " + y.from.iso();
        if (a.shapes.feature(i) != b.shapes.feature(i)) return where + "shape";
        if (a.shapes.box(i) != b.shapes.box(i)) return where + "box";
    }
    return {};
}

std::string orgDifference(const model::PartyTable& a, const model::PartyTable& b) {
    if (a.orgs.size() != b.orgs.size()) return "number of organisations";
    for (std::size_t i = 0; i < a.orgs.size(); ++i) {
        const model::PartyOrg &x = a.orgs[i], &y = b.orgs[i];
        const bool same = x.id == y.id && x.name == y.name && x.kind == y.kind && x.serves == y.serves &&
                          x.parent == y.parent && x.place == y.place && x.chain == y.chain &&
                          x.established == y.established && x.dissolved == y.dissolved;
        if (!same) return "organisation " + std::to_string(x.id.value);
    }
    return a.servedBy == b.servedBy ? "" : "who serves what";
}

}  // namespace

std::string differenceOf(const model::Snapshot& a, const model::Snapshot& b) {
    for (const model::Level level : model::kLevels) {
        if (auto difference = unitDifference(a.table(level), b.table(level)); !difference.empty()) return difference;
    }
    for (std::size_t s = 0; s < a.classes.size(); ++s) {
        for (const model::Level level : model::kLevels) {
            if (a.classes[s]->classOf[indexOf(level)] != b.classes[s]->classOf[indexOf(level)]) {
                return "classes of " + (*a.schemes)[s].key + " on level " + std::string(model::levelName(level));
            }
        }
    }
    if (auto difference = orgDifference(*a.party, *b.party); !difference.empty()) return difference;
    for (std::size_t r = 0; r < a.registers.size(); ++r) {
        const auto &x = a.registers[r]->records, &y = b.registers[r]->records;
        if (x.size() != y.size()) return "number of records of " + a.registers[r]->def.id;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (x[i]->id != y[i]->id || x[i]->unit != y[i]->unit) {
                return "record " + std::to_string(x[i]->id) + " of " + a.registers[r]->def.id;
            }
        }
    }
    return {};
}

}  // namespace xiangtu::project
