// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_history.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

scene::View at(double x) {
    scene::View view;
    view.centre = {x, 0.4};
    view.scale = 4096;
    return view;
}

TEST(ViewHistory, ComesBackToTheViewThatWasLeft) {
    ViewHistory history;
    EXPECT_FALSE(history.canGoBack());
    history.leave(at(0.1));
    ASSERT_TRUE(history.canGoBack());
    EXPECT_EQ(history.goBack(at(0.2)).centre.x, 0.1);
    ASSERT_TRUE(history.canGoForward());
    EXPECT_EQ(history.goForward(at(0.1)).centre.x, 0.2);
}

TEST(ViewHistory, ForgetsWhatLayAheadWhenTheUserGoesElsewhere) {
    ViewHistory history;
    history.leave(at(0.1));
    (void)history.goBack(at(0.2));
    history.leave(at(0.1));
    EXPECT_FALSE(history.canGoForward());
}

TEST(ViewHistory, DoesNotKeepTheSameViewTwiceInARow) {
    ViewHistory history;
    history.leave(at(0.1));
    history.leave(at(0.1));
    (void)history.goBack(at(0.2));
    EXPECT_FALSE(history.canGoBack());
}

TEST(ViewHistory, KeepsABoundedNumberOfViews) {
    ViewHistory history;
    for (int i = 0; i < 1000; ++i) history.leave(at(0.3 + i * 1e-3));
    int steps = 0;
    while (history.canGoBack()) {
        (void)history.goBack(at(0.9));
        ++steps;
    }
    EXPECT_EQ(steps, 100);
}

}  // namespace
}  // namespace xiangtu::app
