// SPDX-License-Identifier: GPL-3.0-or-later
// Sidecars below their checksums: whatever the bytes say, tables and borders are refused or safe to ask.
#include "display/borders.h"
#include "display/flat_layout.h"
#include "display/tables.h"
#include "fuzz/target.h"

#include <cstddef>
#include <cstring>
#include <limits>
#include <memory>
#include <new>

namespace {

using namespace xiangtu;

/// The input where a mapping would put it, and not a byte more.
std::shared_ptr<std::byte> aligned(const std::uint8_t* data, std::size_t size) {
    constexpr auto kPage = std::align_val_t(display::kAlignment);
    auto* bytes = static_cast<std::byte*>(::operator new(size == 0 ? 1 : size, kPage));
    if (size > 0) std::memcpy(bytes, data, size);
    // A length that is not the file's is found at once: tell the one it has, to get further.
    const std::uint64_t length = size;
    if (size >= sizeof(display::FlatHead)) {
        std::memcpy(bytes + offsetof(display::FlatHead, fileBytes), &length, sizeof length);
    }
    return {bytes, [](std::byte* p) { ::operator delete(p, kPage); }};
}

/// Looks at everything a table can be asked for.
void ask(const store::Kept& kept) {
    std::size_t seen = 0;
    for (const auto& table : kept.levels) {
        const geom::PolygonSet& shapes = table->shapes;
        fuzz::require(shapes.size() == table->units.size(), "a shape for every unit");
        for (std::size_t f = 0; f < shapes.size(); ++f) {
            for (std::size_t r = shapes.firstRing(f); r < shapes.firstRing(f + 1); ++r) {
                for (const geom::GridPoint& p : shapes.ring(r)) seen += p.x == p.y;
            }
            seen += shapes.box(f).empty();
        }
        for (const model::Unit& unit : table->units) {
            seen += unit.name.size();
            if (!unit.parent.valid()) continue;
            fuzz::require(unit.parent.level < table->level, "parents are above");
            seen += kept.levels[indexOf(unit.parent.level)]->units.at(unit.parent.row).name.size();
        }
    }
    for (const model::PartyOrg& org : kept.party->orgs) {
        for (const char c : org.name) seen += c == ' ';
        for (const char c : org.chain) seen += c == ' ';
        if (org.serves.valid()) seen += kept.levels[indexOf(org.serves.level)]->units.at(org.serves.row).name.size();
    }
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        for (const std::uint32_t org : kept.party->servedBy[l]) {
            fuzz::require(org == model::PartyTable::kNone || org < kept.party->orgs.size(), "who serves is there");
        }
        for (const auto& column : kept.classes) {
            fuzz::require(column->classOf[l].size() == kept.levels[l]->units.size(), "a class for every unit");
        }
    }
    fuzz::require(seen < std::numeric_limits<std::size_t>::max(), "counted");
}

void ask(const display::Borders& borders, const store::Kept& kept) {
    const topology::Topology& topology = *borders.topology;
    constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();
    const geom::GridBox everything{{-kMost, -kMost}, {kMost, kMost}};
    std::size_t seen = 0;
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        const std::size_t units = kept.levels[l]->units.size();
        for (const topology::Arc& arc : topology.arcs()) {
            for (const geom::GridPoint& p : topology.points(arc)) seen += p.x == p.y;
            for (const std::uint32_t face : {topology.left(arc, l), topology.right(arc, l)}) {
                fuzz::require(face == topology::kNoFace || face < units, "faces are units");
            }
        }
        for (std::uint32_t face = 0; face < units; ++face) seen += topology.neighbours(l, face).size();
        for (const std::uint32_t row : borders.units->unitsIn(model::Level(l), everything)) {
            fuzz::require(row < units, "the tree finds units");
        }
        seen += borders.units->unitAt(model::Level(l), {1'100'020'000, 365'020'000}).has_value();
    }
    fuzz::require(seen < std::numeric_limits<std::size_t>::max(), "counted");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = aligned(data, size);
    const std::span<const std::byte> span(bytes.get(), size);
    const auto entries = display::entriesOf(span);
    if (!entries) return 0;
    const display::Extras sections(display::sectionsOf(*entries, span, bytes));
    const auto kept = display::readKey(sections);
    if (!kept || !display::readTables(sections, *kept)) return 0;
    ask(*kept);
    const display::Borders borders = display::readBorders(sections, *kept);
    if (borders.topology) ask(borders, *kept);
    return 0;
}
