// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/dump.h"

#include "golden/golden.h"
#include "golden/scene_county.h"

#include <gtest/gtest.h>

#include <limits>

namespace xiangtu::scene {
namespace {

/// A figure that grows along the villages, the last one without.
std::shared_ptr<const FigureTheme> byVillage(const model::Snapshot& snapshot) {
    model::IndicatorDef def;
    def.title = {"集体收入", "Collective income"};
    def.unit = "万元";
    def.direction = model::Direction::up;
    std::vector<double> column(snapshot.table(model::Level::village).units.size());
    for (std::size_t row = 0; row < column.size(); ++row) column[row] = double(row * row);
    column.back() = std::numeric_limits<double>::quiet_NaN();
    return std::make_shared<const FigureTheme>(figureTheme(def, model::Level::village, column));
}

/// The whole scene of every theme as text: whoever changes what the map says sees it here.
TEST(SceneDump, OfEveryThemeIsAsReviewed) {
    const auto geometry = golden::geometryOf(golden::county());
    const model::Snapshot& snapshot = geometry->snapshot();
    const style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    View view = fit(geometry->extent(), 1000, 800, 10);
    view.scale = scaleOfStep(nearestStep(view.scale));
    for (std::size_t t = 0; t < kThemeCount; ++t) {
        Options options;
        options.theme = Theme(t);
        options.hatching = options.theme == Theme::partyCoverage;
        if (options.theme == Theme::indicator) options.figures = byVillage(snapshot);
        const auto marks = placeMarks(*geometry, snapshot, sheet, options, view);
        const auto labels = placeLabels(*geometry, sheet, options, view, marks, {});
        const std::string text = dump(buildPalette(*geometry, snapshot, sheet, options, view.metresPerPixel())) +
                                 dump(buildLegend(*geometry, snapshot, sheet, options, view.metresPerPixel())) +
                                 dump(marks, snapshot, view) + dump(labels, snapshot, view);
        golden::expectText("scene_" + std::string(themeName(options.theme)) + ".txt", text);
    }
}

}  // namespace
}  // namespace xiangtu::scene
