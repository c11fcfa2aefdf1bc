// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/labels.h"

#include "golden/scene_county.h"
#include "scene/fits.h"
#include "scene/text_size.h"

#include <gtest/gtest.h>

#include <map>

namespace xiangtu::scene {
namespace {

using model::Level;

struct Rect {
    double left, top, right, bottom;
};
Rect rectOf(const Label& label, const View& view) {
    const ScreenPoint p = view.toScreen(label.at);
    return {p.x - label.widthPx / 2, p.y - label.heightPx / 2, p.x + label.widthPx / 2, p.y + label.heightPx / 2};
}

class LabelsTest : public ::testing::Test {
protected:
    LabelsTest() {
        fitted = fit(geometry->extent(), 1280, 800, 10);
        fitted.scale = scaleOfStep(nearestStep(fitted.scale));
    }
    std::vector<Label> place(const View& view, const std::vector<Label>& previous = {}) const {
        const auto marks = placeMarks(*geometry, geometry->snapshot(), styleSheet, options, view);
        return placeLabels(*geometry, styleSheet, options, view, marks, previous);
    }
    View zoomed(double factor) const {
        View view = fitted;
        view.scale = scaleOfStep(nearestStep(view.scale * factor));
        return view;
    }

    std::shared_ptr<const Geometry> geometry = golden::geometryOf(golden::county({.side = 32}));
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    Options options;
    View fitted;
};

TEST_F(LabelsTest, NeverOverlapEachOtherOrAMark) {
    for (const double factor : {0.3, 1.0, 2.0, 4.0, 9.0}) {
        const View view = zoomed(factor);
        const auto marks = placeMarks(*geometry, geometry->snapshot(), styleSheet, options, view);
        const auto labels = placeLabels(*geometry, styleSheet, options, view, marks, {});
        EXPECT_FALSE(labels.empty());
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const Rect a = rectOf(labels[i], view);
            for (std::size_t j = 0; j < i; ++j) {
                const Rect b = rectOf(labels[j], view);
                EXPECT_FALSE(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
                    << labels[i].text << " " << labels[j].text;
            }
            for (const Mark& mark : marks) {
                const ScreenPoint p = view.toScreen(mark.at);
                const double h = mark.sizePx / 2;
                EXPECT_FALSE(a.left < p.x + h && p.x - h < a.right && a.top < p.y + h && p.y - h < a.bottom);
            }
        }
    }
}

TEST_F(LabelsTest, LieInsideTheirPolygonWhereTheStyleAsksForIt) {
    const View view = zoomed(3);
    int checked = 0;
    for (const Label& label : place(view)) {
        if (!styleSheet.labels[model::indexOf(label.styleLevel)].mustFit) continue;
        const Rect r = rectOf(label, view);
        geom::GridBox box;
        box.extend(geom::snapToGrid(geodesy::fromWorld(view.toWorld({r.left, r.top}))));
        box.extend(geom::snapToGrid(geodesy::fromWorld(view.toWorld({r.right, r.bottom}))));
        EXPECT_TRUE(boxInside(geometry->snapshot().table(label.unit.level).shapes, label.unit.row, box)) << label.text;
        ++checked;
    }
    EXPECT_GT(checked, 10);
}

TEST_F(LabelsTest, HigherLevelsComeFirst) {
    options.theme = Theme::industry;  // no marks
    for (const double factor : {1.0, 3.0, 8.0}) {
        auto labels = place(zoomed(factor));
        std::erase_if(labels, [](const Label& l) { return l.record; });
        EXPECT_TRUE(std::ranges::is_sorted(labels, {}, [](const Label& l) { return l.unit.level; }));
    }
    const auto far = place(zoomed(1));
    const auto townships = std::ranges::count(far, Level::township, [](const Label& l) { return l.unit.level; });
    EXPECT_EQ(std::size_t(townships), geometry->snapshot().table(Level::township).units.size());
}

TEST_F(LabelsTest, KeepTheirPlaceWhilePanning) {
    View view = zoomed(5);
    std::vector<Label> shown = place(view);
    for (int step = 0; step < 40; ++step) {
        View next = view;
        next.centre.x += 13 / view.scale;
        next.centre.y += 7 / view.scale;
        const std::vector<Label> now = place(next, shown);
        std::map<model::UnitRef, const Label*> byUnit;
        for (const Label& label : now) byUnit[label.unit] = &label;
        for (const Label& before : shown) {
            const Rect r = rectOf(before, next);
            if (r.left < 0 || r.top < 0 || r.right > next.widthPx || r.bottom > next.heightPx) continue;
            ASSERT_TRUE(byUnit.contains(before.unit)) << before.text << " vanished";
            EXPECT_EQ(*byUnit[before.unit], before);
        }
        shown = now;
        view = next;
    }
}

TEST_F(LabelsTest, NothingAppearsInTheMiddleOfTheScreenWhilePanning) {
    View view = zoomed(5);
    std::vector<Label> shown = place(view);
    std::size_t arrived = 0;
    for (int step = 0; step < 20; ++step) {
        View next = view;
        next.centre.x += 20 / view.scale;
        const std::vector<Label> now = place(next, shown);
        std::map<model::UnitRef, bool> before;
        for (const Label& label : shown) before[label.unit] = true;
        for (const Label& label : now) {
            if (before.contains(label.unit)) continue;
            ++arrived;
            // New ones are decided beyond the edge, before they can be seen.
            const Rect r = rectOf(label, next);
            EXPECT_TRUE(r.left > next.widthPx || r.right < 0 || r.bottom < 0 || r.top > next.heightPx) << label.text;
        }
        shown = now;
        view = next;
    }
    EXPECT_GT(arrived, 0u);
}

TEST_F(LabelsTest, AreBoundedByTheScreenNotByTheCounty) {
    const auto large = golden::geometryOf(golden::county({.side = 96, .edgePoints = 1}));
    View view = fit(large->extent(), 640, 400, 0);
    const auto labels = placeLabels(*large, styleSheet, options, view, {}, {});
    const double area = (640 + 320) * (400 + 320);
    double used = 0;
    for (const Label& label : labels) used += label.widthPx * label.heightPx;
    EXPECT_LT(used, area);
    EXPECT_LT(labels.size(), 700u);
}

TEST_F(LabelsTest, DisappearWithTheirLayer) {
    options.layers[std::size_t(Layer::labels)].visible = false;
    EXPECT_TRUE(place(fitted).empty());
}

TEST_F(LabelsTest, GrowWithTheTextScale) {
    const auto normal = place(fitted);
    options.textScale = 1.5;
    const auto large = place(fitted);
    ASSERT_FALSE(normal.empty());
    ASSERT_FALSE(large.empty());
    EXPECT_DOUBLE_EQ(large[0].textPx, normal[0].textPx * 1.5);
}

TEST(TextSize, CountsChineseAsOneEmAndLatinAsLess) {
    EXPECT_DOUBLE_EQ(textWidthEm("樟木村"), 3);
    EXPECT_DOUBLE_EQ(textWidthEm("A1"), 1.1);
    EXPECT_DOUBLE_EQ(textWidthEm("第3组"), 2.55);
    EXPECT_DOUBLE_EQ(textWidthEm("筸𠮷"), 2);
    EXPECT_DOUBLE_EQ(textWidthEm(""), 0);
}

}  // namespace
}  // namespace xiangtu::scene
