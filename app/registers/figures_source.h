// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"
#include "indicators/figures.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>

#include <memory>

namespace xiangtu::app {

/// The county's figures, counted by a worker once somebody looks at them and kept up with every edit;
/// beside them those of an earlier day, when one is asked for. Shared by board, ranking and map.
class FiguresSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    /// Somebody looks: count.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged)
    /// ISO day to compare with; empty = none. A text that is no day of the past compares with nothing.
    Q_PROPERTY(QString earlierDay READ earlierDay WRITE setEarlierDay NOTIFY earlierDayChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    using Figures = std::shared_ptr<const indicators::Figures>;

    explicit FiguresSource(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QString earlierDay() const { return m_earlierDay; }
    void setEarlierDay(const QString& day);
    [[nodiscard]] bool busy() const { return m_busy; }

    /// Null until the first count is done. They know the snapshot they belong to.
    [[nodiscard]] const Figures& figures() const { return m_figures; }
    /// Null while there is nothing to compare with.
    [[nodiscard]] const Figures& earlier() const { return m_earlier; }

signals:
    void projectChanged();
    void activeChanged();
    void earlierDayChanged();
    void busyChanged();
    /// Either of the two is new.
    void changed();
    void failed(const QString& text);

private:
    void refresh();
    void takeDay(base::Date day, const std::shared_ptr<const model::Snapshot>& snapshot);
    void askEarlier();
    void updateBusy();

    QPointer<ProjectObject> m_project;
    bool m_active = false;
    bool m_busy = false;
    bool m_waitsForDay = false;
    QString m_earlierDay;
    std::shared_ptr<const model::Snapshot> m_asked;  ///< the snapshot counted or being counted
    Figures m_figures;
    Figures m_earlier;
    LatestJob m_job;
    LatestJob m_earlierJob;
};

}  // namespace xiangtu::app
