// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>

#include <optional>

namespace xiangtu::app {

/// Bringing one unit back to how it was on a day gone by, also one that is no more: first what that would change, or
/// why it cannot be, then doing it. Worked out beside the thread that edits. Interface thread.
class RestoreModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// The file of today, in which it is brought back.
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// The unit and the day asked about; empty = none.
    Q_PROPERTY(QString code READ code NOTIFY changed)
    Q_PROPERTY(QString day READ day NOTIFY changed)
    /// What would change, line by line; empty while it is worked out or when it cannot be.
    Q_PROPERTY(QStringList changes READ changes NOTIFY changed)
    /// Why it cannot be; empty = it can.
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed)
    Q_PROPERTY(bool refusalHasPlace READ refusalHasPlace NOTIFY changed)
    Q_PROPERTY(double refusalLon READ refusalLon NOTIFY changed)
    Q_PROPERTY(double refusalLat READ refusalLat NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    explicit RestoreModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString day() const { return m_day; }
    [[nodiscard]] QStringList changes() const { return m_changes; }
    [[nodiscard]] QString refusal() const { return m_refusal; }
    [[nodiscard]] bool refusalHasPlace() const { return m_place.has_value(); }
    [[nodiscard]] double refusalLon() const { return m_place ? m_place->lon : 0; }
    [[nodiscard]] double refusalLat() const { return m_place ? m_place->lat : 0; }
    [[nodiscard]] bool busy() const { return m_busy; }

    /// Works out what bringing it back to that day would change. `level`: model::levelName; empty = the unit of
    /// today with the code, the largest of several, else the last that had it.
    Q_INVOKABLE void ask(const QString& level, const QString& code, const QString& isoDay);
    Q_INVOKABLE void leave();
    /// Does it. The news come from the project object and as restored(); a refusal stands in `refusal`.
    Q_INVOKABLE void restore(const QString& reason);

signals:
    void projectChanged();
    void languageChanged();
    void changed();
    void restored(const QString& code);
    void failed(const QString& text);

private:
    void work();
    void refuse(const edit::Refusal& refusal);

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_level, m_code, m_day;
    std::optional<borders::UnitName> m_unit;  ///< once it was found
    QStringList m_changes;
    QString m_refusal;
    std::optional<geom::GeoPoint> m_place;
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
