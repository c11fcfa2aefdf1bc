// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "app/cli/data_dir.h"
#include "app/client/client.h"
#include "app/client/graphics_choice.h"
#include "app/client/screenshot.h"
#include "app/client/start_times.h"
#include "base/error.h"

#include <QtQml/qqmlextensionplugin.h>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Xiangtu_AppPlugin)
Q_IMPORT_QML_PLUGIN(Xiangtu_UiPlugin)

namespace {

/// QGuiApplication takes "--style X" for itself and forgets it; here it means light or dark.
QStringList styleArguments(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (argument.startsWith(QLatin1String("--style="))) return {argument};
        if (argument == QLatin1String("--style") && i + 1 < argc)
            return {argument, QString::fromLocal8Bit(argv[i + 1])};
    }
    return {};
}

int showWindow(int argc, char** argv) {
    using namespace xiangtu;
    const QStringList style = styleArguments(argc, argv);
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("xiangtu"));
    QGuiApplication::setOrganizationName(QStringLiteral("xiangtu"));
    QGuiApplication::setApplicationVersion(QStringLiteral(XIANGTU_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("xiangtu"));

    QString message;
    const auto options = app::parseClientOptions(QGuiApplication::arguments() + style, &message);
    if (!options) {
        std::fprintf(stderr, "xiangtu: %s\n", qPrintable(message));
        return 2;
    }
    app::chooseGraphics();
    QQuickStyle::setStyle(QStringLiteral("Basic"));

    QSettings settings;
    app::Client client(*options, &settings, QString::fromStdString(cli::dataDir().string()));
    QQmlApplicationEngine engine;
    QQuickWindow* window = client.show(engine);
    if (!window) return 1;
    if (options->times) new app::StartTimes(window, client.project());  // owned by the window
    if (options->selfTest) {
        QObject::connect(window, &QQuickWindow::frameSwapped, &application, &QGuiApplication::quit,
                         Qt::QueuedConnection);
    } else if (!options->screenshot.isEmpty()) {
        new app::Screenshot(window, options->screenshot);  // owned by the window
    }
    return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    if (xiangtu::cli::wantsCommandLine(argc, argv)) return xiangtu::cli::run(argc, argv);
    try {
        return showWindow(argc, argv);
    } catch (const xiangtu::base::Error& e) {
        std::fprintf(stderr, "xiangtu: %s\n", e.what());
        return 1;
    }
}
