// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/layer_model.h"
#include "app/models/border_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace xiangtu::app {
namespace {

QStringList layers(const LayerModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.data(model.index(row), LayerModel::LayerRole).toString();
    return names;
}

class LayerModelTest : public testing::Test {
protected:
    LayerModelTest() { model.setOptions(&options); }
    MapOptions options;
    LayerModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(LayerModelTest, ListsTheTopmostLayerFirst) {
    QStringList bottomFirst = options.layerOrder();
    std::reverse(bottomFirst.begin(), bottomFirst.end());
    EXPECT_EQ(layers(model), bottomFirst);
}

TEST_F(LayerModelTest, MovingARowMovesTheLayerOnTheMap) {
    model.move(0, 2);
    QStringList bottomFirst = options.layerOrder();
    std::reverse(bottomFirst.begin(), bottomFirst.end());
    EXPECT_EQ(layers(model), bottomFirst);
    model.move(4, 0);
    bottomFirst = options.layerOrder();
    std::reverse(bottomFirst.begin(), bottomFirst.end());
    EXPECT_EQ(layers(model), bottomFirst);
    model.move(0, 9);
    model.move(-1, 0);
    EXPECT_EQ(layers(model), bottomFirst);
}

TEST_F(LayerModelTest, VisibilityAndOpacityReachTheMap) {
    const QString top = layers(model).first();
    model.setVisible(0, false);
    EXPECT_FALSE(options.layerVisible(top));
    EXPECT_FALSE(model.data(model.index(0), LayerModel::VisibleRole).toBool());
    model.setOpacity(0, 0.4);
    EXPECT_DOUBLE_EQ(options.layerOpacity(top), 0.4);
    model.setOpacity(0, 7);
    EXPECT_DOUBLE_EQ(options.layerOpacity(top), 1);
}

TEST(BorderModel, SwitchesTheBordersOfALevel) {
    MapOptions options;
    BorderModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 0);
    model.setOptions(&options);
    ASSERT_EQ(model.rowCount(), 5);
    EXPECT_EQ(model.data(model.index(4), BorderModel::LevelRole).toString(), QStringLiteral("grid"));
    model.setShown(4, false);
    EXPECT_FALSE(options.borderShown(QStringLiteral("grid")));
    EXPECT_FALSE(model.data(model.index(4), BorderModel::ShownRole).toBool());
    EXPECT_TRUE(options.borderShown(QStringLiteral("village")));
}

}  // namespace
}  // namespace xiangtu::app
