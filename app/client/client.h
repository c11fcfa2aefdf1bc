// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/client_options.h"
#include "app/client/demo_county.h"
#include "app/client/language.h"
#include "app/client/preferences.h"
#include "app/project/project_object.h"

#include <QObject>
#include <QQmlEngine>
#include <QUrl>

class QQmlApplicationEngine;
class QQuickWindow;
class QSettings;

namespace xiangtu::app {

/// The running map window's outermost object: handed to Main.qml as its one required property.
/// Everything QML may ask of the program hangs on it.
class Client : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(xiangtu::app::Preferences* preferences READ preferences CONSTANT)
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project CONSTANT)
    Q_PROPERTY(xiangtu::app::DemoCounty* demo READ demo CONSTANT)
    /// Folder of the style sheets, for MapItem.
    Q_PROPERTY(QString styleDir READ styleDir CONSTANT)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(QString startTheme READ startTheme CONSTANT)
    Q_PROPERTY(QString startUnit READ startUnit CONSTANT)
    Q_PROPERTY(QString startSearch READ startSearch CONSTANT)
    Q_PROPERTY(QString startPage READ startPage CONSTANT)
    Q_PROPERTY(QString startDay READ startDay CONSTANT)
    Q_PROPERTY(QString startCompare READ startCompare CONSTANT)
    Q_PROPERTY(QString startRegister READ startRegister CONSTANT)
    Q_PROPERTY(QString startReport READ startReport CONSTANT)

public:
    /// `settings` must outlive this.
    Client(const ClientOptions& options, QSettings* settings, const QString& dataDir);
    ~Client() override;

    [[nodiscard]] Preferences* preferences() { return &m_preferences; }
    [[nodiscard]] ProjectObject* project() { return &m_project; }
    [[nodiscard]] DemoCounty* demo() { return &m_demo; }
    [[nodiscard]] QString styleDir() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString startTheme() const;
    [[nodiscard]] QString startUnit() const { return m_options.unit; }
    [[nodiscard]] QString startSearch() const { return m_options.search; }
    [[nodiscard]] QString startPage() const;
    [[nodiscard]] QString startDay() const { return m_options.day; }
    [[nodiscard]] QString startCompare() const { return m_options.compare; }
    [[nodiscard]] QString startRegister() const { return m_options.registerId; }
    [[nodiscard]] QString startReport() const { return m_options.report; }

    /// Loads the interface into the engine and shows the window. Null when the QML does not load.
    QQuickWindow* show(QQmlApplicationEngine& engine);

    /// Opens a file and remembers it once it has opened.
    Q_INVOKABLE void open(const QUrl& file);
    /// Opens the demo county, after making it where this is the first time.
    Q_INVOKABLE void openDemo();
    /// For a path as the recent list holds it.
    Q_INVOKABLE void openPath(const QString& path);

private:
    ClientOptions m_options;
    QString m_dataDir;
    Preferences m_preferences;
    Language m_language;
    ProjectObject m_project;
    DemoCounty m_demo;
};

}  // namespace xiangtu::app
