// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/client_window.h"

#include "geodesy/mercator.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTest>

#include <utility>

namespace xiangtu::e2e {

namespace {

QQuickItem* findIn(QQuickItem* item, const QString& name) {
    if (!item->isVisible()) return nullptr;
    if (item->objectName() == name) return item;
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = findIn(child, name)) return found;
    }
    return nullptr;
}

}  // namespace

bool waitUntil(const std::function<bool()>& done) {
    constexpr qint64 kAtMostMs = 60000;
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > kAtMostMs) return false;
        QTest::qWait(5);
    }
    return true;
}

ClientWindow::ClientWindow(const app::ClientOptions& options) : ClientWindow(options, QString()) {}

ClientWindow::ClientWindow(const app::ClientOptions& options, const QString& settingsFile)
    : settings(settingsFile.isEmpty() ? QString::fromStdString((dir / "settings.ini").string()) : settingsFile,
               QSettings::IniFormat),
      client(options, &settings, QStringLiteral(XIANGTU_DATA_DIR)) {
    // Nothing the interface does may come with a warning.
    QObject::connect(&engine, &QQmlEngine::warnings, &engine, [](const QList<QQmlError>& warnings) {
        for (const QQmlError& warning : warnings) ADD_FAILURE() << warning.toString().toStdString();
    });
    window = client.show(engine);
    if (!window) return;
    (void)QTest::qWaitForWindowExposed(window);
    window->requestActivate();
}

bool ClientWindow::settle() {
    return waitUntil([this] { return window->property("settled").toBool(); });
}

bool ClientWindow::resize(QSize size) {
    window->resize(size);
    return waitUntil([&] { return window->contentItem()->size() == QSizeF(size); }) && settle();
}

bool ClientWindow::open(const QString& file) {
    client.openPath(file);
    return settle();
}

QQuickItem* ClientWindow::find(const QString& name) const { return findIn(window->contentItem(), name); }

QString ClientWindow::text(const QString& name) const {
    const QQuickItem* item = find(name);
    return item ? item->property("text").toString() : QString();
}

bool ClientWindow::shows(const char* name) const {
    return waitUntil([&] { return find(QLatin1String(name)) != nullptr; });
}

bool ClientWindow::hides(const char* name) const {
    return waitUntil([&] { return find(QLatin1String(name)) == nullptr; });
}

bool ClientWindow::reads(const char* name, const QString& words) const {
    return waitUntil([&] { return text(QLatin1String(name)) == words; });
}

bool ClientWindow::click(const QString& name) {
    const bool ready = waitUntil([&] {
        const QQuickItem* item = find(name);
        return item && item->isEnabled();
    });
    if (!ready) return false;
    // A page slides in, and a list moves what follows a longer text with the frame after: the item is hit once it
    // has stood still for longer than the steps of an animation are apart.
    constexpr qint64 kStillMs = 50;
    QPointF last(-1, -1);
    QElapsedTimer still;
    return waitUntil([&] {
        (void)window->grabWindow();
        const QQuickItem* item = find(name);
        if (!item) return false;
        const QPointF place = item->mapToScene({item->width() / 2, item->height() / 2});
        if (std::exchange(last, place) != place) still.start();
        if (still.elapsed() < kStillMs) return false;
        clickAt(place);
        return true;
    });
}

void ClientWindow::clickAt(QPointF place) {
    QTest::mouseMove(window, place.toPoint());
    QTest::mouseClick(window, Qt::LeftButton, Qt::NoModifier, place.toPoint());
}

void ClientWindow::key(int key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(window, static_cast<Qt::Key>(key), modifiers);
}

void ClientWindow::type(const QString& text) {
    for (const QChar c : text) QTest::keyClick(window, c.toLatin1());
}

app::MapItem* ClientWindow::map() const { return window->findChild<app::MapItem*>(QStringLiteral("map")); }

QPointF ClientWindow::onScreen(geom::GridPoint place) const {
    const scene::ScreenPoint at = map()->view().toScreen(geodesy::toWorld(place));
    const double ratio = window->effectiveDevicePixelRatio();
    return map()->mapToScene({at.x / ratio, at.y / ratio});
}

QColor ClientWindow::colourAt(QPointF place) const {
    const QImage image = window->grabWindow();
    const double ratio = image.devicePixelRatio();
    return image.pixelColor(QPoint(qRound(place.x() * ratio), qRound(place.y() * ratio)));
}

QString demoFile() {
    static const support::TempDir dir;
    static const QString file = [] {
        const QString path = QString::fromStdString((dir / "demo.sqlite").string());
        QProcess program;
        program.start(QStringLiteral(XIANGTU_BINARY), {"demo", "bagongshan", path, "--grids", "1200"});
        const bool ended = program.waitForFinished(120000) && program.exitCode() == 0;
        return ended ? path : QString();
    }();
    return file;
}

QString copyOfDemo(const support::TempDir& dir) {
    const QString copy = QString::fromStdString((dir / "copy.sqlite").string());
    return QFile::copy(demoFile(), copy) ? copy : QString();
}

void DemoWindow::SetUp() {
    ASSERT_NE(client.window, nullptr);
    ASSERT_FALSE(demoFile().isEmpty());
    file = copyOfDemo(client.dir);
    ASSERT_TRUE(client.open(file));
}

}  // namespace xiangtu::e2e
