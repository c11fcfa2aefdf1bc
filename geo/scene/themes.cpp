// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/themes.h"

#include "scene/palette.h"

namespace xiangtu::scene {

namespace {

constexpr std::size_t kLevels = model::kLevelCount;

}  // namespace

// Parents stand before their children in the order of the faces: one pass from the front hands down.

std::vector<std::uint8_t> effectiveClasses(const Geometry& geometry, const model::Snapshot& snapshot,
                                           std::size_t scheme) {
    const FaceNumbers& faces = geometry.faces();
    std::vector<std::uint8_t> out(faces.count(), model::ClassColumn::kUnset);
    for (std::size_t l = 0; l < kLevels && scheme < snapshot.classes.size() && snapshot.classes[scheme]; ++l) {
        const auto& own = snapshot.classes[scheme]->classOf[l];
        std::copy_n(own.begin(), std::min<std::size_t>(own.size(), faces.offset[l + 1] - faces.offset[l]),
                    out.begin() + faces.offset[l]);
    }
    const auto parents = geometry.parents();
    for (std::size_t face = 0; face < out.size(); ++face) {
        if (out[face] == model::ClassColumn::kUnset && parents[face] != kNoFace) out[face] = out[parents[face]];
    }
    return out;
}

bool isServed(const model::Snapshot& snapshot, model::UnitRef ref) noexcept {
    const auto& servedBy = snapshot.party->servedBy[model::indexOf(ref.level)];
    return ref.row < servedBy.size() && servedBy[ref.row] != model::PartyTable::kNone;
}

std::vector<Served> servedFaces(const Geometry& geometry, const model::Snapshot& snapshot, model::Level level) {
    const FaceNumbers& faces = geometry.faces();
    std::vector<Served> out(faces.count(), Served::no);
    for (std::size_t l = 0; l < kLevels; ++l) {
        const auto& servedBy = snapshot.party->servedBy[l];
        const std::size_t rows = std::min<std::size_t>(servedBy.size(), faces.offset[l + 1] - faces.offset[l]);
        for (std::size_t row = 0; row < rows; ++row) {
            if (servedBy[row] != model::PartyTable::kNone) out[faces.offset[l] + row] = Served::yes;
        }
    }
    const auto parents = geometry.parents();
    const std::uint32_t first = faces.offset[model::indexOf(level)];
    for (std::size_t face = faces.offset[model::indexOf(level) + 1]; face < out.size(); ++face) {
        if (parents[face] != kNoFace && parents[face] >= first) out[face] = out[parents[face]];
    }
    return out;
}

std::vector<std::uint8_t> demonstrationFaces(const Geometry& geometry, const model::Snapshot& snapshot) {
    std::vector<std::uint8_t> out(geometry.faces().count(), 0);
    const model::RegisterTable* table = snapshot.findRegister(kDemonstrationRegister);
    if (!table) return out;
    for (const auto& record : table->records) {
        if (record->unit.valid()) out[geometry.faces().of(record->unit)] = 1;
    }
    const auto parents = geometry.parents();
    for (std::size_t face = 0; face < out.size(); ++face) {
        if (parents[face] != kNoFace) out[face] |= out[parents[face]];
    }
    return out;
}

std::vector<std::uint8_t> figureFaces(const Geometry& geometry, const model::Snapshot& snapshot,
                                      const FigureTheme& figures) {
    const FaceNumbers& faces = geometry.faces();
    std::vector<std::uint8_t> out(faces.count(), FigureTheme::kNoValue);
    const std::size_t l = model::indexOf(figures.level);
    const std::size_t rows = std::min<std::size_t>(figures.classOf.size(), snapshot.table(figures.level).units.size());
    std::copy_n(figures.classOf.begin(), rows, out.begin() + faces.offset[l]);
    const auto parents = geometry.parents();
    for (std::size_t face = faces.offset[l + 1]; face < out.size(); ++face) {
        if (parents[face] != kNoFace) out[face] = out[parents[face]];
    }
    return out;
}

}  // namespace xiangtu::scene
