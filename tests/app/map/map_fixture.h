// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_item.h"
#include "app/map/map_options.h"
#include "project/project.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace xiangtu::app::test {

/// The made-up county as a state of an open file; the overview holds county and townships only.
enum class Part { overview, whole };
[[nodiscard]] project::State stateOf(Part part, const support::CoverageOptions& options = {});
/// The same state with another snapshot: classes change, borders stay.
[[nodiscard]] project::State withClasses(const project::State& state, std::uint8_t everyClass);

/// The same state with these polygons as the records of the register "industry_base".
[[nodiscard]] project::State withBases(const project::State& state, const std::vector<geom::GeoMultiPolygon>& shapes);
/// … with that many records of a register that stand on the first village.
[[nodiscard]] project::State withUnitRecords(const project::State& state, int count);

/// … with one person answering for these units.
[[nodiscard]] project::State withDuties(const project::State& state, const std::vector<model::UnitRef>& units);

/// Runs the event loop until `done` holds; false after 30 seconds.
bool waitUntil(const std::function<bool()>& done);

/// A window with nothing but the map in it.
class MapWindow : public testing::Test {
protected:
    MapWindow();
    /// Shows the whole county and waits for the finished picture, labels and marks off.
    void open();
    [[nodiscard]] bool waitComplete() {
        return waitUntil([this] { return map->complete(); });
    }
    /// Complete and without work for several frames: tiles around the view are asked for a frame after
    /// those in it, and work may show none for a moment in between.
    [[nodiscard]] bool waitAtRest();
    [[nodiscard]] QImage grab() { return window.grabWindow(); }
    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] QPoint onScreen(geom::GeoPoint place) const;
    [[nodiscard]] geom::GeoPoint middleOf(const char* code) const;
    /// Pixels well inside the county that show nothing but background.
    [[nodiscard]] int backgroundInside(const QImage& image) const;

    project::State state;
    QQuickWindow window;
    MapOptions options;
    MapItem* map;
};

}  // namespace xiangtu::app::test
