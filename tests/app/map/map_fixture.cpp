// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_fixture.h"

#include "geodesy/mercator.h"
#include "scene/links.h"
#include "style/style_sheet.h"

#include <QWheelEvent>

#include <algorithm>
#include <numeric>
#include <vector>

namespace xiangtu::app::test {

project::State stateOf(Part part, const support::CoverageOptions& options) {
    auto snapshot = std::make_shared<model::Snapshot>(support::snapshot(options));
    if (part == Part::overview) {
        for (const model::Level level : {model::Level::village, model::Level::naturalVillage, model::Level::grid}) {
            auto empty = std::make_shared<model::LevelTable>();
            empty->level = level;
            snapshot->levels[model::indexOf(level)] = empty;
        }
    }
    std::vector<const geom::PolygonSet*> shapes;
    for (const auto& table : snapshot->levels) shapes.push_back(&table->shapes);
    project::State state;
    state.topology = std::make_shared<topology::Topology>(topology::build(shapes));
    state.units = std::make_shared<index::UnitIndex>(*snapshot);
    state.snapshot = snapshot;
    state.complete = part == Part::whole;
    return state;
}

project::State withClasses(const project::State& state, std::uint8_t everyClass) {
    auto snapshot = std::make_shared<model::Snapshot>(*state.snapshot);
    auto column = std::make_shared<model::ClassColumn>(*snapshot->classes.at(0));
    auto& grids = column->classOf[model::indexOf(model::Level::grid)];
    grids.assign(grids.size(), everyClass);
    snapshot->classes[0] = column;
    ++snapshot->revision;
    project::State changed = state;
    changed.snapshot = snapshot;
    return changed;
}

namespace {

/// Replaces the register `id` or adds it; records whose shape stays are the same objects.
project::State withRegister(const project::State& state, const std::string& id, model::Anchor anchor,
                            const std::vector<geom::GeoShape>& shapes) {
    auto snapshot = std::make_shared<model::Snapshot>(*state.snapshot);
    auto table = std::make_shared<model::RegisterTable>();
    table->def.id = id;
    table->def.title = {"基地", "Bases"};
    table->def.anchor = anchor;
    const auto before = std::ranges::find_if(snapshot->registers, [&](const auto& t) { return t->def.id == id; });
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const bool there = before != snapshot->registers.end() && i < (*before)->records.size();
        if (there && (*before)->records[i]->shape == shapes[i]) {
            table->records.push_back((*before)->records[i]);
            continue;
        }
        model::Record record;
        record.id = std::int64_t(i) + 1;
        record.unit = {model::Level::village, 0};
        record.shape = shapes[i];
        table->records.push_back(std::make_shared<const model::Record>(std::move(record)));
    }
    if (before == snapshot->registers.end())
        snapshot->registers.push_back(table);
    else
        *before = table;
    ++snapshot->revision;
    project::State changed = state;
    changed.snapshot = snapshot;
    return changed;
}

}  // namespace

project::State withBases(const project::State& state, const std::vector<geom::GeoMultiPolygon>& shapes) {
    return withRegister(state, "industry_base", model::Anchor::polygon, {shapes.begin(), shapes.end()});
}

project::State withUnitRecords(const project::State& state, int count) {
    return withRegister(state, "village_head", model::Anchor::unit, std::vector<geom::GeoShape>(std::size_t(count)));
}

project::State withDuties(const project::State& state, const std::vector<model::UnitRef>& units) {
    auto snapshot = std::make_shared<model::Snapshot>(*state.snapshot);
    auto table = std::make_shared<model::RegisterTable>();
    table->def.id = scene::kResponsibilityRegister;
    table->def.fields.emplace_back().name = "person";
    for (const model::UnitRef unit : units) {
        model::Record record;
        record.id = std::int64_t(table->records.size()) + 1;
        record.unit = unit;
        record.values = {std::string("王某")};
        table->records.push_back(std::make_shared<const model::Record>(std::move(record)));
    }
    snapshot->registers.push_back(table);
    project::State changed = state;
    changed.snapshot = snapshot;
    return changed;
}

bool waitUntil(const std::function<bool()>& done) {
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > 30000) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

MapWindow::MapWindow() : map(new MapItem(window.contentItem())) {
    window.setGeometry(0, 0, 640, 480);
    map->setSize(QSizeF(640, 480));
    map->setStyleDir(QStringLiteral(XIANGTU_DATA_DIR "/styles"));
    options.setLayerVisible(QStringLiteral("labels"), false);
    options.setLayerVisible(QStringLiteral("marks"), false);
    map->setMapOptions(&options);
    window.show();
}

void MapWindow::open() {
    state = stateOf(Part::whole);
    map->showState(state);
    ASSERT_TRUE(waitAtRest());
}

bool MapWindow::waitAtRest() {
    constexpr int kFrames = 3;
    int frames = 0, drawn = -1;
    return waitUntil([&] {
        const auto work = map->work();
        const bool rests = map->complete() && !work.running && work.rasterised == drawn;
        drawn = work.rasterised;
        frames = rests ? frames + 1 : 0;
        if (rests) (void)grab();
        return frames > kFrames;
    });
}

void MapWindow::wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers) {
    QWheelEvent event(at, window.mapToGlobal(at), {}, {0, notches * QWheelEvent::DefaultDeltasPerStep}, Qt::NoButton,
                      modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&window, &event);
}

QPoint MapWindow::onScreen(geom::GeoPoint place) const {
    const scene::ScreenPoint at = map->view().toScreen(geodesy::toWorld(place));
    return QPoint(int(at.x), int(at.y));
}

geom::GeoPoint MapWindow::middleOf(const char* code) const {
    const model::UnitRef unit = state.snapshot->findUnit(*model::Code::parse(code));
    const geom::GridBox& box = state.snapshot->table(unit.level).shapes.box(unit.row);
    return geom::toGeo(geom::GridPoint{std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)});
}

int MapWindow::backgroundInside(const QImage& image) const {
    const style::StyleSheet sheet = style::load(XIANGTU_DATA_DIR "/styles", "light");
    const geom::GridBox extent = map->geometry()->extent();
    const scene::ScreenPoint a = map->view().toScreen(geodesy::toWorld(geom::GridPoint{extent.min.x, extent.max.y}));
    const scene::ScreenPoint b = map->view().toScreen(geodesy::toWorld(geom::GridPoint{extent.max.x, extent.min.y}));
    // The rim of the county is wiggly by a fraction of a cell.
    const double rim = 0.05 * (b.x - a.x) + 3;
    int count = 0;
    for (int y = std::max(0, int(a.y + rim)); y < std::min(double(image.height()), b.y - rim); ++y) {
        for (int x = std::max(0, int(a.x + rim)); x < std::min(double(image.width()), b.x - rim); ++x) {
            count += (image.pixel(x, y) | 0xFF000000u) == (sheet.background | 0xFF000000u);
        }
    }
    return count;
}

}  // namespace xiangtu::app::test
