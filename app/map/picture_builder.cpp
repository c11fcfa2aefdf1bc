// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/picture_builder.h"

#include "app/render/kept_detail.h"
#include "base/error.h"
#include "raster/make_detail.h"

#include <algorithm>
#include <filesystem>

namespace xiangtu::app {

/// Touched by the running work only; there is never more than one.
struct PictureBuilder::Memory {
    project::State drawn;
    std::shared_ptr<const scene::Geometry> geometry;
    std::shared_ptr<const style::StyleSheet> style;
    std::filesystem::path styleDir;
    scene::Appearance appearance = scene::Appearance::light;
    std::uint64_t redraws = 0;
    std::uint64_t shapes = 0;
    PicturePtr last;
};

struct PictureBuilder::Input {
    project::State state;
    scene::Options options;
    std::filesystem::path styleDir;
    double metresPerPixel = 0;
    std::uint64_t redraws = 0;
    std::uint64_t number = 0;
    Detailed detailed;
};

namespace {

// A change of more faces colours everything anew.
constexpr std::size_t kMostTouched = 200;

bool sameBorders(const project::State& a, const project::State& b) {
    return a.snapshot && b.snapshot && a.topology == b.topology && a.units == b.units &&
           a.snapshot->levels == b.snapshot->levels;
}

/// Whether every register that has shapes is the same one.
bool sameShapes(const model::Snapshot& a, const model::Snapshot& b) {
    return std::ranges::equal(a.registers, b.registers, [](const auto& x, const auto& y) {
        return x == y || (x->def.id == y->def.id && !model::hasShape(x->def.anchor) && !model::hasShape(y->def.anchor));
    });
}

bool sameRegisters(const model::Snapshot& a, const model::Snapshot& b) {
    return std::ranges::equal(a.registers, b.registers,
                              [](const auto& x, const auto& y) { return x->def.id == y->def.id; });
}

/// Whether tiles are coloured alike, palettes apart.
bool sameColouring(const scene::Options& a, const scene::Options& b) {
    return a.pixelRatio == b.pixelRatio && a.order == b.order &&
           std::ranges::equal(a.layers, b.layers, [](const scene::LayerState& x, const scene::LayerState& y) {
               return x.visible == y.visible && x.opacity == y.opacity;
           });
}

/// Says which tiles of the picture before are coloured as this one wants them.
void compare(Picture& picture, const Picture& before) {
    picture.coloursBefore = picture.colours;
    if (!sameColouring(before.options, picture.options)) return;
    const auto faces = scene::changedFaces(before.palette, picture.palette, kMostTouched);
    if (!faces) return;
    picture.coloursBefore = before.colours;
    for (const std::uint32_t face : *faces) {
        const model::UnitRef ref = picture.geometry->faces().unit(face);
        picture.recoloured.push_back(picture.geometry->snapshot().table(ref.level).shapes.box(ref.row));
    }
}

}  // namespace

bool PictureBuilder::Detailed::of(const project::State& state) const {
    return geometry && state.snapshot && &geometry->topology() == state.topology.get() &&
           geometry->snapshot().levels == state.snapshot->levels;
}

PictureBuilder::PictureBuilder(QThreadPool& pool, QObject* parent)
    : QObject(parent),
      m_memory(std::make_shared<Memory>()),
      m_worker(
          pool, [this](PicturePtr picture) { accept(std::move(picture)); },
          [this](const QString& text) { emit failed(text); }),
      m_detailWorker(
          pool,
          [this](Detailed made) {
              // Cancelled, or there is nothing to draw: pictures do without.
              if (!made.detail || !made.of(m_state)) return;
              m_detailed = std::move(made);
              request();
          },
          [this](const QString& text) { emit failed(text); }) {}

PictureBuilder::~PictureBuilder() { m_detailProgress.cancel(); }

PicturePtr PictureBuilder::build(const Input& input, Memory& memory) {
    if (!memory.style || memory.styleDir != input.styleDir || memory.appearance != input.options.appearance) {
        const bool dark = input.options.appearance == scene::Appearance::dark;
        memory.style = std::make_shared<style::StyleSheet>(style::load(input.styleDir, dark ? "dark" : "light"));
        memory.styleDir = input.styleDir;
        memory.appearance = input.options.appearance;
    }
    auto picture = std::make_shared<Picture>();
    picture->shapesBefore = memory.shapes;
    if (!memory.geometry || !sameBorders(memory.drawn, input.state)) {
        const display::Extras* kept = input.state.extras.get();
        memory.geometry =
            std::make_shared<scene::Geometry>(input.state.snapshot, input.state.topology, input.state.units,
                                              kept ? keptTiled(*kept) : base::SharedArray<std::uint8_t>());
        if (auto detail = kept ? keptDetail(*kept) : nullptr) {
            memory.geometry = memory.geometry->withDetail(std::move(detail));
        }
        picture->shapesBefore = ++memory.shapes;
    } else if (!sameShapes(*memory.drawn.snapshot, *input.state.snapshot)) {
        memory.geometry = memory.geometry->withRecords(input.state.snapshot);
        picture->moved = memory.geometry->records().changed();
        // Numbered anew after a change of the catalogue: no tile holds.
        const bool kept = sameRegisters(*memory.drawn.snapshot, *input.state.snapshot);
        if (!kept || !picture->moved.empty()) ++memory.shapes;
        if (!kept) picture->shapesBefore = memory.shapes;
    }
    memory.drawn = input.state;
    if (input.detailed.detail && input.detailed.of(input.state) && !memory.geometry->detail()) {
        memory.geometry = memory.geometry->withDetail(input.detailed.detail);
    }
    if (memory.redraws != input.redraws) {
        memory.redraws = input.redraws;
        picture->shapesBefore = ++memory.shapes;
    }
    picture->geometry = memory.geometry;
    picture->snapshot = input.state.snapshot;
    picture->style = memory.style;
    picture->options = input.options;
    picture->palette = scene::buildPalette(*memory.geometry, *input.state.snapshot, *memory.style, input.options,
                                           input.metresPerPixel);
    // Records that no map shows unasked come last (model::drawnUnasked).
    const bool asked = input.options.registersShown.has_value() || input.options.figures;
    picture->whole = input.state.complete || (input.state.drawable && !asked);
    picture->shapes = memory.shapes;
    picture->colours = input.number;
    // Numbers of faces hold for one set of borders only.
    const bool sameFaces = memory.last && &memory.last->geometry->topology() == &memory.geometry->topology();
    if (sameFaces) {
        compare(*picture, *memory.last);
    } else {
        picture->coloursBefore = picture->colours;
    }
    memory.last = picture;
    return picture;
}

void PictureBuilder::setState(const project::State& state) {
    m_state = state;
    if (!m_state.snapshot) {
        ++m_asked;  // whatever still comes back belongs to the closed file
        m_worker.forgetWaiting();
        m_detailProgress.cancel();
        m_detailed = {};
        if (m_picture) {
            m_picture.reset();
            emit changed();
        }
        return;
    }
    m_judged = judgedLevel();
    request();
}

void PictureBuilder::setOptions(const scene::Options& options, Redraw redraw) {
    m_options = options;
    if (redraw == Redraw::tiles) ++m_redraws;
    m_judged = judgedLevel();
    request();
}

void PictureBuilder::setStyleDir(const QString& dir) {
    m_styleDir = dir;
    request();
}

void PictureBuilder::setScale(double metresPerPixel) {
    m_metresPerPixel = metresPerPixel;
    const auto judged = judgedLevel();
    if (judged == m_judged) return;
    m_judged = judged;
    request();
}

std::optional<model::Level> PictureBuilder::judgedLevel() const {
    if (!m_state.snapshot || m_options.theme != scene::Theme::partyCoverage || m_metresPerPixel <= 0) return {};
    return scene::coverageLevel(m_options, m_metresPerPixel, *m_state.snapshot);
}

void PictureBuilder::request() {
    if (!m_state.snapshot || m_styleDir.isEmpty()) return;
    const Input input{m_state,          m_options, std::filesystem::path(m_styleDir.toStdString()),
                      m_metresPerPixel, m_redraws, ++m_asked,
                      m_detailed};
    m_worker.start([input, memory = m_memory] { return build(input, *memory); });
}

void PictureBuilder::accept(PicturePtr picture) {
    if (!m_state.snapshot) return;
    m_picture = std::move(picture);
    makeDetail();
    emit changed();
}

void PictureBuilder::makeDetail() {
    // The overview is drawn from its few polygons.
    if (!m_picture->whole || m_picture->geometry->detail() || m_detailed.of(m_state)) return;
    m_detailProgress.cancel();
    m_detailProgress = base::Progress();
    m_detailed = {m_picture->geometry, nullptr};
    m_detailWorker.start([geometry = m_picture->geometry, progress = m_detailProgress] {
        try {
            return Detailed{geometry, raster::makeDetail(*geometry, progress)};
        } catch (const base::Error& error) {
            if (error.fault() != base::Fault::cancelled) throw;
            return Detailed{geometry, nullptr};
        }
    });
}

}  // namespace xiangtu::app
