// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/client.h"
#include "app/map/map_item.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSettings>

#include <functional>

namespace xiangtu::e2e {

/// Runs the event loop until the condition holds; false when it does not within a minute.
[[nodiscard]] bool waitUntil(const std::function<bool()>& done);

/// The real client in this process, driven as a person would: by pointer and keys. Remembers its
/// settings in a folder of its own.
class ClientWindow {
public:
    explicit ClientWindow(const app::ClientOptions& options = {});
    /// The program once more, with the settings of an earlier run.
    ClientWindow(const app::ClientOptions& options, const QString& settingsFile);

    /// Opens a file and waits until the window shows it, or why not.
    [[nodiscard]] bool open(const QString& file);
    /// Waits until the window says that nothing is loading or moving.
    [[nodiscard]] bool settle();
    /// Resizes the window and waits until everything in it has its new place.
    [[nodiscard]] bool resize(QSize size);

    /// The visible item of that name, wherever it stands; null when there is none.
    [[nodiscard]] QQuickItem* find(const QString& name) const;
    [[nodiscard]] QString text(const QString& name) const;
    // What a window shows is always waited for: it may fade in, or a worker may not have answered yet.
    [[nodiscard]] bool shows(const char* name) const;
    [[nodiscard]] bool hides(const char* name) const;
    [[nodiscard]] bool reads(const char* name, const QString& words) const;
    /// Waits until it is there, visible and enabled, and hits its middle.
    [[nodiscard]] bool click(const QString& name);
    void clickAt(QPointF place);
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString& text);

    [[nodiscard]] app::MapItem* map() const;
    [[nodiscard]] app::MapOptions* options() const { return map()->mapOptions(); }
    [[nodiscard]] const model::Snapshot& snapshot() { return *client.project()->state().snapshot; }
    /// Where a place of the map stands in the window.
    [[nodiscard]] QPointF onScreen(geom::GridPoint place) const;
    [[nodiscard]] QColor colourAt(QPointF place) const;

    support::TempDir dir;
    QSettings settings;
    app::Client client;
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;
};

/// A small demo county made by the program itself, once per run. Empty when that failed.
[[nodiscard]] QString demoFile();
/// A copy of it that a test may change.
[[nodiscard]] QString copyOfDemo(const support::TempDir& dir);

/// The window with a copy of the demo county open.
class DemoWindow : public testing::Test {
protected:
    void SetUp() override;

    ClientWindow client;
    QString file;
};

}  // namespace xiangtu::e2e
