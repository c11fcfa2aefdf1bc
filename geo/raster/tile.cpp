// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/tile.h"

#include "raster/faces.h"
#include "raster/fill.h"
#include "raster/stroke.h"
#include "raster/tile_frame.h"
#include "scene/register_look.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <numbers>

namespace xiangtu::raster {

namespace {

constexpr std::size_t kPixels = std::size_t(scene::kTilePx) * scene::kTilePx;
// Where a higher border covers at least this much of a pixel it wins over a finer one that covers more.
constexpr std::uint8_t kWins = 96;
// Simplified borders may lie this far from the true ones.
constexpr double kDetailErrorPx = 0.3;
// Coverage from which a pixel counts as outline of an overlay.
constexpr int kOutlineCover = 120;
// Overlay slots have 15 bits, one value means none.
constexpr std::size_t kMaxOverlays = 0x7FFE;

/// Eight pixels of a plane at a time (vector types of GCC and Clang).
using Eight = std::uint8_t __attribute__((vector_size(8)));
using EightShorts = std::int16_t __attribute__((vector_size(16)));
static_assert(Stroker::kBlock == 8);

/// Scratch of one worker thread, reused for all its tiles.
struct Scratch {
    Filler filler;
    Stroker stroker;
    // By the level they are styled in.
    std::array<std::vector<std::uint32_t>, model::kLevelCount> arcs;
    std::array<std::vector<std::uint32_t>, model::kLevelCount> pieces;
};
Scratch& scratch() {
    static thread_local Scratch mine;
    return mine;
}

void fillOverlays(Tile& tile, const scene::Geometry& geometry, const style::StyleSheet& style, const TileFrame& frame,
                  Scratch& tools, const geom::GridBox& box, const scene::Options& options) {
    std::vector<std::uint32_t> numbers = geometry.records().in(box);
    const auto& items = geometry.records().items();
    const auto& registers = geometry.snapshot().registers;
    std::erase_if(numbers, [&](std::uint32_t n) {
        return !scene::registerInTiles(options, registers[items[n].registerIndex]->def.id);
    });
    if (numbers.size() > kMaxOverlays) numbers.resize(kMaxOverlays);
    if (numbers.empty()) return;
    tools.filler.start(frame);
    tile.overlay.assign(kPixels, 0);
    const geom::PolygonSet& shapes = geometry.records().shapes();
    for (std::size_t slot = 0; slot < numbers.size(); ++slot) {
        const auto value = std::uint16_t(slot + 1);
        const bool line = items[numbers[slot]].line();
        if (!line) {
            tools.filler.add(shapes, numbers[slot]);
            tools.filler.emit([&](int y, int from, int to) {
                std::uint16_t* pixels = &tile.overlay[std::size_t(y) * scene::kTilePx];
                std::fill(pixels + from, pixels + to, value);
            });
        }
        tools.stroker.start(line ? style.recordLinePx * options.pixelRatio : 1);
        for (std::size_t r = shapes.firstRing(numbers[slot]); r < shapes.firstRing(numbers[slot] + 1); ++r) {
            if (line)
                tools.stroker.add(frame, shapes.ring(r));
            else
                tools.stroker.addClosed(frame, shapes.ring(r));
        }
        tools.stroker.emit([&](int y, int x, const std::int16_t* cover) {
            std::uint16_t* pixels = &tile.overlay[std::size_t(y) * scene::kTilePx + std::size_t(x)];
            for (int i = 0; i < Stroker::kBlock; ++i) {
                if (cover[i] >= kOutlineCover) pixels[i] = value | kOverlayOutline;
            }
        });
    }
    tile.overlayNumber = std::move(numbers);
}

/// Levels whose borders are drawn at this scale, as a mask of level bits.
unsigned visibleLevels(const scene::Geometry& geometry, const style::StyleSheet& style, const scene::Options& options,
                       double metresPerPixel) {
    unsigned mask = 0;
    for (const model::Level level : model::kLevels) {
        const std::size_t l = model::indexOf(level);
        const style::BorderStyle& look = style.borders[l];
        const bool crowded = geometry.unitMetres(level) < look.leastUnitPx * metresPerPixel;
        if (options.borderShown[l] && metresPerPixel <= look.maxMetresPerPixel && !crowded) mask |= 1u << l;
    }
    return mask;
}

/// Sorts the borders in the box by the level they are styled in: arcs, or pieces of a rung where the scale
/// allows one and has the level.
const topology::BorderRung* gatherBorders(const scene::Geometry& geometry, scene::TileKey key, const TileFrame& frame,
                                          const geom::GridBox& box, unsigned visible, Scratch& tools) {
    for (auto& list : tools.arcs) list.clear();
    for (auto& list : tools.pieces) list.clear();
    // An arc of a hidden level may show as one of a finer level.
    unsigned tops = (2u << (int(std::bit_width(visible)) - 1)) - 1;
    const auto styled = [&](unsigned mask) { return std::size_t(std::countr_zero(mask & visible)); };
    const topology::BorderRung* rung = nullptr;
    if (const topology::Detail* detail = geometry.detail(); detail && key.step <= detail->faces.frame().step) {
        rung = detail->borders.rungFor(kDetailErrorPx / frame.pxPerUnit());
        for (std::size_t l = 0; rung && l < model::kLevelCount; ++l) {
            if (!(tops & detail->borders.levels() & (1u << l))) continue;
            detail->borders.visit(*rung, l, box, [&](std::uint32_t piece) {
                if (rung->masks[piece] & visible) tools.pieces[styled(rung->masks[piece])].push_back(piece);
            });
        }
        if (rung) tops &= ~detail->borders.levels();
    }
    const auto arcs = geometry.topology().arcs();
    for (const std::uint32_t a : geometry.arcsIn(box, tops)) {
        if (arcs[a].levelMask & visible) tools.arcs[styled(arcs[a].levelMask)].push_back(a);
    }
    return rung;
}

void drawBorders(Tile& tile, const scene::Geometry& geometry, const style::StyleSheet& style,
                 const scene::Options& options, const TileFrame& frame, Scratch& tools, const geom::GridBox& box) {
    const double around = geodesy::kWorldMetres * std::cos(geometry.styleLatitude() * std::numbers::pi / 180);
    const double metresPerPixel = around / scene::scaleOfStep(tile.key.step) * options.pixelRatio;
    const unsigned visible = visibleLevels(geometry, style, options, metresPerPixel);
    if (visible == 0) return;
    const topology::BorderRung* rung = gatherBorders(geometry, tile.key, frame, box, visible, tools);
    const auto arcs = geometry.topology().arcs();
    for (std::size_t l = model::kLevelCount; l-- > 0;) {  // finest first, the county on top
        if (tools.arcs[l].empty() && tools.pieces[l].empty()) continue;
        tools.stroker.start(style.borders[l].widthAt(metresPerPixel) * options.pixelRatio);
        for (const std::uint32_t a : tools.arcs[l]) tools.stroker.add(frame, geometry.topology().points(arcs[a]));
        for (const std::uint32_t n : tools.pieces[l]) tools.stroker.add(frame, rung->piece(n));
        tools.stroker.emit([&](int y, int x, const std::int16_t* cover) {
            const std::size_t at = std::size_t(y) * scene::kTilePx + std::size_t(x);
            EightShorts wide;
            Eight there, level;
            std::memcpy(&wide, cover, sizeof wide);
            std::memcpy(&there, &tile.borderCover[at], sizeof there);
            std::memcpy(&level, &tile.borderLevel[at], sizeof level);
            const Eight mine = __builtin_convertvector(wide, Eight);
            const auto wins = (mine != 0) & (mine >= (there < kWins ? there : Eight{} + kWins));
            there = wins ? mine : there;
            level = wins ? Eight{} + std::uint8_t(l) : level;
            std::memcpy(&tile.borderCover[at], &there, sizeof there);
            std::memcpy(&tile.borderLevel[at], &level, sizeof level);
        });
    }
}

}  // namespace

std::size_t Tile::bytes() const noexcept {
    return sizeof *this + faces.rowStart.capacity() * sizeof(std::uint32_t) + faces.runs.capacity() * sizeof(FaceRun) +
           borderLevel.capacity() + borderCover.capacity() + overlay.capacity() * sizeof(std::uint16_t) +
           overlayNumber.capacity() * sizeof(std::uint32_t);
}

Tile rasterise(const scene::Geometry& geometry, const style::StyleSheet& style, const scene::Options& options,
               scene::TileKey key, const base::Progress& progress) {
    Tile tile;
    tile.key = key;
    // Room for the widest border of a shape that lies just outside.
    const geom::GridBox box = scene::boxOf(key, 16 * options.pixelRatio);
    if (!geometry.extent().intersects(box)) {
        tile.blank = true;
        return tile;
    }
    tile.borderLevel.assign(kPixels, 0);
    tile.borderCover.assign(kPixels, 0);
    const TileFrame frame(key);
    Scratch& tools = scratch();
    tile.faces = facesOf(geometry, key, progress);
    progress.check();
    fillOverlays(tile, geometry, style, frame, tools, box, options);
    progress.check();
    drawBorders(tile, geometry, style, options, frame, tools, box);
    return tile;
}

}  // namespace xiangtu::raster
