// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <optional>

namespace xiangtu::app {

/// The thread the open file lives on, and the only way to it. Jobs run one after the other in the
/// order they were posted. Owned by the interface thread; destruction waits for the running job.
class ProjectWorker {
public:
    /// Nothing is open yet when the optional is empty.
    using Job = std::function<void(std::optional<project::Project>&)>;

    ProjectWorker();
    ~ProjectWorker();
    ProjectWorker(const ProjectWorker&) = delete;
    ProjectWorker& operator=(const ProjectWorker&) = delete;

    /// The job must catch what it throws.
    void post(Job job);

private:
    QThread m_thread;
    QObject* m_home;  ///< lives on m_thread, which deletes it when it ends
    std::optional<project::Project> m_project;
};

}  // namespace xiangtu::app
