// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QVariantList>

namespace xiangtu::app {

/// The life of one unit, newest first, and bringing it back to how it was on one of its days: first what that
/// would change, or why it cannot be, then doing it. Read beside the thread that edits. Interface thread.
class TimelineModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The file the unit is read from and edited in.
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Code of the unit; of several levels with it the largest.
    Q_PROPERTY(QString unit MEMBER m_unit WRITE setUnit NOTIFY unitChanged)
    /// Somebody looks at it.
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY activeChanged)
    /// [{ day, icon, what, note, colour, photo, first }]; `first` of its day.
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

    /// The day asked about, ISO; empty = none.
    Q_PROPERTY(QString restoreDay READ restoreDay NOTIFY restoreChanged)
    /// What would change, line by line; empty while it is worked out or when it cannot be.
    Q_PROPERTY(QStringList restoreChanges READ restoreChanges NOTIFY restoreChanged)
    /// Why it cannot be; empty = it can.
    Q_PROPERTY(QString restoreRefusal READ restoreRefusal NOTIFY restoreChanged)

public:
    explicit TimelineModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    void setUnit(const QString& code);
    void setActive(bool active);
    [[nodiscard]] QVariantList lines() const { return m_lines; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString restoreDay() const { return m_restoreDay; }
    [[nodiscard]] QStringList restoreChanges() const { return m_restoreChanges; }
    [[nodiscard]] QString restoreRefusal() const { return m_restoreRefusal; }

    /// Works out what bringing it back to that day would change.
    Q_INVOKABLE void askRestore(const QString& isoDay);
    Q_INVOKABLE void leaveRestore();
    /// Does it. The news come from the project object; a refusal stands in restoreRefusal.
    Q_INVOKABLE void restore(const QString& reason);

signals:
    void projectChanged();
    void languageChanged();
    void unitChanged();
    void activeChanged();
    void changed();
    void restoreChanged();
    void failed(const QString& text);

private:
    void refresh();

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_unit;
    bool m_active = false;
    QVariantList m_lines;
    QString m_restoreDay;
    QStringList m_restoreChanges;
    QString m_restoreRefusal;
    bool m_busy = false;
    LatestJob m_job;
    LatestJob m_asking;
};

}  // namespace xiangtu::app
