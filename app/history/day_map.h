// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>

namespace xiangtu::app {

/// The open file as it was on another day: a second file object, for reading only. What shows a map or says
/// something about a unit follows `shown`, which changes over when the day is read; the file that is edited
/// stays open beside it. Interface thread.
class DayMap : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The file of today.
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    /// The file of the other day; there for its progress. Never null.
    Q_PROPERTY(xiangtu::app::ProjectObject* past READ past CONSTANT)
    /// The other day's file once it is read, else that of today.
    Q_PROPERTY(xiangtu::app::ProjectObject* shown READ shown NOTIFY shownChanged)
    /// The day asked for, ISO; empty = today.
    Q_PROPERTY(QString day READ day NOTIFY dayChanged)
    /// The other day is shown.
    Q_PROPERTY(bool active READ active NOTIFY shownChanged)
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged)

public:
    explicit DayMap(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] ProjectObject* past() { return &m_past; }
    [[nodiscard]] ProjectObject* shown() { return m_active ? &m_past : m_project.data(); }
    [[nodiscard]] QString day() const { return m_day; }
    [[nodiscard]] bool active() const { return m_active; }
    [[nodiscard]] bool loading() const;

    /// False for what is no day before today; then nothing happens.
    Q_INVOKABLE bool open(const QString& isoDay);
    /// Back to today, also while a day is still being read.
    Q_INVOKABLE void leave();

signals:
    void projectChanged();
    void shownChanged();
    void dayChanged();
    void loadingChanged();
    /// kind: base::faultName.
    void failed(const QString& kind, const QString& text);

private:
    void follow();
    void setActive(bool active);

    QPointer<ProjectObject> m_project;
    ProjectObject m_past;
    QString m_day;
    bool m_active = false;
};

}  // namespace xiangtu::app
