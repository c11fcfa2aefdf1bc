// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/dump.h"

#include "golden/golden.h"
#include "golden/scene_county.h"

#include <gtest/gtest.h>

namespace xiangtu::scene {
namespace {

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
