// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/themes.h"

#include "scene/palette.h"

namespace xiangtu::scene {

namespace {

/// Calls visit(ref, parent) for every unit, parents always before their children.
template <class F>
void forEachUnit(const model::Snapshot& snapshot, F&& visit) {
    for (const model::Level level : model::kLevels) {
        const auto& units = snapshot.table(level).units;
        for (std::uint32_t row = 0; row < units.size(); ++row) visit(model::UnitRef{level, row}, units[row].parent);
    }
}

}  // namespace

std::vector<std::uint8_t> effectiveClasses(const Geometry& geometry, const model::Snapshot& snapshot,
                                           std::size_t scheme) {
    const FaceNumbers& faces = geometry.faces();
    std::vector<std::uint8_t> out(faces.count(), model::ClassColumn::kUnset);
    forEachUnit(snapshot, [&](model::UnitRef ref, model::UnitRef parent) {
        const std::uint8_t own = snapshot.classOf(scheme, ref);
        const bool inherits = own == model::ClassColumn::kUnset && parent.valid();
        out[faces.of(ref)] = inherits ? out[faces.of(parent)] : own;
    });
    return out;
}

bool isServed(const model::Snapshot& snapshot, model::UnitRef ref) noexcept {
    const auto& servedBy = snapshot.party->servedBy[model::indexOf(ref.level)];
    return ref.row < servedBy.size() && servedBy[ref.row] != model::PartyTable::kNone;
}

std::vector<Served> servedFaces(const Geometry& geometry, const model::Snapshot& snapshot, model::Level level) {
    const FaceNumbers& faces = geometry.faces();
    std::vector<Served> out(faces.count(), Served::unknown);
    forEachUnit(snapshot, [&](model::UnitRef ref, model::UnitRef parent) {
        const bool below = ref.level > level && parent.valid() && parent.level >= level;
        out[faces.of(ref)] = below ? out[faces.of(parent)] : isServed(snapshot, ref) ? Served::yes : Served::no;
    });
    return out;
}

std::vector<std::uint8_t> demonstrationFaces(const Geometry& geometry, const model::Snapshot& snapshot) {
    const FaceNumbers& faces = geometry.faces();
    std::vector<std::uint8_t> out(faces.count(), 0);
    if (const model::RegisterTable* table = snapshot.findRegister(kDemonstrationRegister)) {
        for (const auto& record : table->records) {
            if (record->unit.valid()) out[faces.of(record->unit)] = 1;
        }
    }
    forEachUnit(snapshot, [&](model::UnitRef ref, model::UnitRef parent) {
        if (parent.valid() && out[faces.of(parent)]) out[faces.of(ref)] = 1;
    });
    return out;
}

std::vector<std::uint8_t> figureFaces(const Geometry& geometry, const model::Snapshot& snapshot,
                                      const FigureTheme& figures) {
    const FaceNumbers& faces = geometry.faces();
    std::vector<std::uint8_t> out(faces.count(), FigureTheme::kNoValue);
    forEachUnit(snapshot, [&](model::UnitRef ref, model::UnitRef parent) {
        if (ref.level == figures.level && ref.row < figures.classOf.size()) {
            out[faces.of(ref)] = figures.classOf[ref.row];
        } else if (ref.level > figures.level && parent.valid()) {
            out[faces.of(ref)] = out[faces.of(parent)];
        }
    });
    return out;
}

}  // namespace xiangtu::scene
