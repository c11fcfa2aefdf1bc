// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <QSemaphore>
#include <QString>
#include <QThreadPool>

#include <exception>
#include <functional>
#include <optional>
#include <utility>

namespace xiangtu::app {

/// Runs one kind of work off the interface thread, never two at once. Work asked for meanwhile waits,
/// and only the newest waits: what came between is forgotten. Every finished result is delivered, so
/// a stream of requests still shows progress. Interface thread only; the functions given to start()
/// run on the pool and must own all they use.
template <class Result>
class LatestWorker {
public:
    using Work = std::function<Result()>;

    LatestWorker(QThreadPool& pool, std::function<void(Result)> done, std::function<void(QString)> failed)
        : m_pool(pool), m_done(std::move(done)), m_failed(std::move(failed)) {}
    ~LatestWorker() {
        m_waiting.reset();
        if (m_running) m_finished.acquire();
    }
    LatestWorker(const LatestWorker&) = delete;
    LatestWorker& operator=(const LatestWorker&) = delete;

    void start(Work work) {
        if (m_running) {
            m_waiting = std::move(work);
        } else {
            launch(std::move(work));
        }
    }
    void forgetWaiting() { m_waiting.reset(); }
    [[nodiscard]] bool busy() const noexcept { return m_running; }

private:
    void launch(Work work) {
        m_running = true;
        m_pool.start([this, work = std::move(work)] {
            std::optional<Result> result;
            QString error;
            try {
                result = work();
            } catch (const std::exception& fault) { error = QString::fromUtf8(fault.what()); }
            QMetaObject::invokeMethod(
                &m_context, [this, result = std::move(result), error]() mutable { deliver(std::move(result), error); },
                Qt::QueuedConnection);
            m_finished.release();
        });
    }
    void deliver(std::optional<Result> result, const QString& error) {
        m_finished.acquire();
        m_running = false;
        if (m_waiting) launch(std::exchange(m_waiting, std::nullopt).value());
        if (result) {
            m_done(std::move(*result));
        } else {
            m_failed(error);
        }
    }

    QThreadPool& m_pool;
    std::function<void(Result)> m_done;
    std::function<void(QString)> m_failed;
    QObject m_context;
    QSemaphore m_finished;
    std::optional<Work> m_waiting;
    bool m_running = false;
};

}  // namespace xiangtu::app
