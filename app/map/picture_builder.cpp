// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/picture_builder.h"

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
};

struct PictureBuilder::Input {
    project::State state;
    scene::Options options;
    std::filesystem::path styleDir;
    double metresPerPixel = 0;
    std::uint64_t redraws = 0;
    std::uint64_t number = 0;
};

namespace {

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

}  // namespace

PictureBuilder::PictureBuilder(QThreadPool& pool, QObject* parent)
    : QObject(parent),
      m_memory(std::make_shared<Memory>()),
      m_worker(
          pool, [this](PicturePtr picture) { accept(std::move(picture)); },
          [this](const QString& text) { emit failed(text); }) {}

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
        memory.geometry =
            std::make_shared<scene::Geometry>(input.state.snapshot, input.state.topology, input.state.units);
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
    picture->whole = input.state.complete;
    picture->shapes = memory.shapes;
    picture->colours = input.number;
    return picture;
}

void PictureBuilder::setState(const project::State& state) {
    m_state = state;
    if (!m_state.snapshot) {
        ++m_asked;  // whatever still comes back belongs to the closed file
        m_worker.forgetWaiting();
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
                      m_metresPerPixel, m_redraws, ++m_asked};
    m_worker.start([input, memory = m_memory] { return build(input, *memory); });
}

void PictureBuilder::accept(PicturePtr picture) {
    if (!m_state.snapshot) return;
    m_picture = std::move(picture);
    emit changed();
}

}  // namespace xiangtu::app
