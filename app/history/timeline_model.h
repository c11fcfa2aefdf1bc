// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

namespace xiangtu::app {

/// The life of one unit, newest first. Read beside the thread that edits. Interface thread.
class TimelineModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The file the unit is read from, as it is shown: of today or of another day.
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Code of the unit; of several levels with it the largest.
    Q_PROPERTY(QString unit MEMBER m_unit WRITE setUnit NOTIFY unitChanged)
    /// Somebody looks at it.
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY activeChanged)
    /// [{ day, icon, what, note, colour, photo, first }]; `first` of its day.
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    explicit TimelineModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    void setUnit(const QString& code);
    void setActive(bool active);
    [[nodiscard]] QVariantList lines() const { return m_lines; }
    [[nodiscard]] bool busy() const { return m_busy; }

signals:
    void projectChanged();
    void languageChanged();
    void unitChanged();
    void activeChanged();
    void changed();
    void failed(const QString& text);

private:
    void refresh();

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_unit;
    bool m_active = false;
    QVariantList m_lines;
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
