// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>

namespace xiangtu::app {

/// Whether the change log is as it was written: goes through the hashes of all lines, beside the thread that
/// edits. What was found is forgotten with the next change. Interface thread.
class ChainModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// It was checked and nothing was changed since.
    Q_PROPERTY(bool checked READ checked NOTIFY changed)
    Q_PROPERTY(bool whole READ whole NOTIFY changed)
    /// Lines that fit, one after the other from the first.
    Q_PROPERTY(int lines READ lines NOTIFY changed)
    /// The first line that does not fit; 0 = none.
    Q_PROPERTY(int brokenAt READ brokenAt NOTIFY changed)
    /// What the program says about it.
    Q_PROPERTY(QString reason READ reason NOTIFY changed)
    /// Hash of the newest line: noted down elsewhere it shows whether all of it was written anew.
    Q_PROPERTY(QString head READ head NOTIFY changed)

public:
    explicit ChainModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool checked() const { return m_checked; }
    [[nodiscard]] bool whole() const { return m_checked && !m_found.brokenAt; }
    [[nodiscard]] int lines() const { return int(m_found.lines); }
    [[nodiscard]] int brokenAt() const { return int(m_found.brokenAt.value_or(0)); }
    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString head() const;
    Q_INVOKABLE void check();

signals:
    void projectChanged();
    void changed();
    void failed(const QString& text);

private:
    void forget();

    QPointer<ProjectObject> m_project;
    store::ChainCheck m_found;
    bool m_checked = false;
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
