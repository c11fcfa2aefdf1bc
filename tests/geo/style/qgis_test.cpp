// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/qgis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xiangtu::style {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(QgisStyle, OutlinesHaveColourMiddleWidthAndScaleOfTheSheet) {
    const LayerStyle style = outlines("v_grid", {0x66112233, 0.4, 1.2, 18});
    // 0.8 px are 0.2117 mm, or 0.756 of SLD's pixels of 0.28 mm; 18 m per pixel is 1 : 68,031.
    EXPECT_THAT(style.qml,
                AllOf(HasSubstr("type=\"singleSymbol\""), HasSubstr("value=\"17,34,51,102\""),
                      HasSubstr("name=\"outline_width\" type=\"QString\" value=\"0.2117\""),
                      HasSubstr("minScale=\"68031\""), HasSubstr("name=\"style\" type=\"QString\" value=\"no\"")));
    EXPECT_THAT(style.sld, AllOf(HasSubstr("<CssParameter name=\"stroke\">#112233<"),
                                 HasSubstr("<CssParameter name=\"stroke-width\">0.756<"),
                                 HasSubstr("<CssParameter name=\"stroke-opacity\">0.4<"), Not(HasSubstr("<Fill>")),
                                 Not(HasSubstr("Filter>"))));
}

TEST(QgisStyle, ClassesHaveTheSchemesColoursAndTheRestThatOfUnitsWithoutClass) {
    model::Scheme scheme;
    scheme.classes = {{"red", {"红", "Red"}, {"重点", "Key"}, 0xC8281E},
                      {"a&b", {"<甲>", "A"}, {"\"乙\"", "B"}, 0x010203}};
    StyleSheet sheet;
    sheet.fillOpacity = 0.5;
    sheet.unclassed = 0xFF0A0B0C;
    const LayerStyle style = classFills("v_grid_class", "class_code", scheme, sheet);
    EXPECT_THAT(style.qml,
                AllOf(HasSubstr("type=\"categorizedSymbol\" attr=\"class_code\""),
                      HasSubstr("value=\"red\" label=\"红 重点\" symbol=\"0\""),
                      HasSubstr("value=\"a&amp;b\" label=\"&lt;甲&gt; &quot;乙&quot;\" symbol=\"1\""),
                      HasSubstr("value=\"\" label=\"未分类\" symbol=\"2\""), HasSubstr("value=\"200,40,30,128\""),
                      HasSubstr("value=\"10,11,12,128\""), Not(HasSubstr("minScale"))));
    EXPECT_THAT(style.sld, AllOf(HasSubstr("<ogc:Literal>a&amp;b</ogc:Literal>"), HasSubstr("<ElseFilter/>"),
                                 HasSubstr("<CssParameter name=\"fill\">#c8281e<"), Not(HasSubstr("<Stroke>"))));
}

}  // namespace
}  // namespace xiangtu::style
