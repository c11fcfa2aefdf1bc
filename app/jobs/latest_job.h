// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <QObject>
#include <QSemaphore>
#include <QString>

#include <any>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace xiangtu::app {

/// Work off the interface thread where only the newest question matters: asking again stops the job
/// that runs, and its answer is dropped. At most one job of one LatestJob runs at a time. Lives on the
/// interface thread; destruction stops the job and waits for it.
class LatestJob : public QObject {
    Q_OBJECT

public:
    explicit LatestJob(QObject* parent = nullptr);
    ~LatestJob() override;

    /// `work` runs on a pool thread and may throw; `done` is called on the interface thread unless a
    /// newer start() or cancel() came first. A base::Error other than `cancelled` comes as failed().
    /// `progress` is handed to the work: give one of your own to hear how far it is.
    template <class T>
    void start(std::function<T(const base::Progress&)> work, std::function<void(T)> done,
               base::Progress progress = {}) {
        enqueue({[work = std::move(work)](const base::Progress& p) { return std::any(work(p)); },
                 [done = std::move(done)](std::any result) { done(std::any_cast<T>(std::move(result))); },
                 std::move(progress)});
    }
    void cancel();
    [[nodiscard]] bool busy() const noexcept { return m_running || m_waiting; }

signals:
    void failed(const QString& text);

private:
    struct Request {
        std::function<std::any(const base::Progress&)> work;
        std::function<void(std::any)> done;
        base::Progress progress;
    };
    void enqueue(Request request);
    void launch();

    std::optional<Request> m_waiting;
    base::Progress m_progress;
    std::shared_ptr<QSemaphore> m_finished;  ///< of the running job
    bool m_running = false;
    bool m_dropped = false;  ///< the running job's answer is no longer wanted
};

}  // namespace xiangtu::app
