// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"
#include "app/project/project_worker.h"

#include <QPointer>

#include <cstdint>
#include <optional>
#include <thread>
#include <utility>

namespace xiangtu::app {

[[nodiscard]] inline QString text(std::string_view s) { return QString::fromUtf8(s.data(), qsizetype(s.size())); }

/// What a ProjectObject keeps, seen by its own sources only.
struct ProjectObject::Impl {
    Phase phase = Phase::Closed;
    QUrl url;
    QString file;
    std::optional<base::Date> day;  ///< a day gone by, read for looking at; nothing = today
    QString author;
    model::Role role = model::Role::planner;
    bool hasAccounts = false;
    bool toldReadOnly = false;  ///< with the last sessionChanged()
    std::optional<model::Account> session;
    Fault fault;
    QString stage;
    double progress = -1;
    bool readOnly = false;
    bool canUndo = false;
    bool canRedo = false;
    project::State state;
    base::Progress running;
    base::Progress keepingStop;
    std::thread keeper;            ///< writes the sidecar
    std::uint64_t generation = 0;  ///< of the file asked for; answers of an older one are dropped
    ProjectWorker worker;          ///< last: its destructor waits for jobs that use the rest
};

/// Who may write into the open file, and what can be taken back and made again.
struct ProjectObject::Standing {
    bool hasAccounts = false;
    std::optional<model::Account> session;
    bool canUndo = false, canRedo = false;

    /// On the file's thread.
    [[nodiscard]] static Standing of(project::Project& project);
};

/// Posts to the interface thread; the answer is dropped when another file was asked for meanwhile.
template <class Impl, class Action>
void answer(ProjectObject* object, Impl* impl, std::uint64_t generation, Action action) {
    QMetaObject::invokeMethod(
        object,
        [impl, generation, action = std::move(action)] {
            if (impl->generation == generation) action();
        },
        Qt::QueuedConnection);
}

}  // namespace xiangtu::app
