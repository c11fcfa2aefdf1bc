// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <vector>

namespace xiangtu::app {

/// Edits kept for a day to come, with what becomes of them: those that wait or stand in conflict first.
/// Interface thread.
class PlanModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Plans that can still be made.
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role {
        PlanRole = Qt::UserRole + 1,
        DayRole,
        StateRole,  ///< planned | conflict | applied | withdrawn
        WhatRole,
        ReasonRole,  ///< of the edit
        AuthorRole,
        WhyRole,   ///< of a conflict, in the interface's language
        NoteRole,  ///< of a conflict, in the program's own words
        UnitRole,  ///< code of a unit it is about that is there, ""
        OpenRole,  ///< it can be made or dropped
    };

    explicit PlanModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    void setActive(bool active);
    [[nodiscard]] int count() const { return int(m_lines.size()); }
    [[nodiscard]] int waiting() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    /// Makes it now; the news come from the project object. A refusal becomes the plan's conflict.
    Q_INVOKABLE void make(qint64 plan);
    Q_INVOKABLE void drop(qint64 plan);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    struct Line {
        qint64 plan = 0;
        QString day, state, what, reason, author, why, note, unit;
        bool open = false;
    };

signals:
    void projectChanged();
    void languageChanged();
    void activeChanged();
    void changed();
    /// A plan could not be made; it stands in the list with its reason.
    void notMade(const QString& why);
    void failed(const QString& text);

private:
    void refresh();

    QPointer<ProjectObject> m_project;
    QString m_language;
    bool m_active = false;
    std::vector<Line> m_lines;
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
