// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/graphics_choice.h"

#include <gtest/gtest.h>

#include <QtQml/qqmlextensionplugin.h>
#include <QGuiApplication>
#include <QQuickStyle>

Q_IMPORT_QML_PLUGIN(Xiangtu_AppPlugin)
Q_IMPORT_QML_PLUGIN(Xiangtu_UiPlugin)

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("xiangtu-e2e"));
    xiangtu::app::chooseGraphics();
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    return RUN_ALL_TESTS();
}
