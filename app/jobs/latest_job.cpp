// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/latest_job.h"

#include "base/error.h"

#include <QThreadPool>

#include <memory>

namespace xiangtu::app {

namespace {

struct Answer {
    std::any result;
    QString fault;
    bool cancelled = false;
};

Answer runCaught(const std::function<std::any(const base::Progress&)>& work, const base::Progress& progress) {
    try {
        return {work(progress), {}, false};
    } catch (const base::Error& e) {
        return {{}, QString::fromUtf8(e.what()), e.fault() == base::Fault::cancelled};
    } catch (const std::exception& e) { return {{}, QString::fromUtf8(e.what()), false}; }
}

}  // namespace

LatestJob::LatestJob(QObject* parent) : QObject(parent) {}

LatestJob::~LatestJob() {
    m_progress.cancel();
    if (m_running) m_finished->acquire();
}

void LatestJob::cancel() {
    m_waiting.reset();
    m_dropped = m_running;
    m_progress.cancel();
}

void LatestJob::enqueue(Request request) {
    m_progress.cancel();
    m_dropped = m_running;
    m_waiting = std::move(request);
    if (!m_running) launch();
}

void LatestJob::launch() {
    Request request = std::move(*m_waiting);
    m_waiting.reset();
    m_running = true;
    m_dropped = false;
    m_progress = request.progress;
    m_finished = std::make_shared<QSemaphore>();
    QThreadPool::globalInstance()->start(
        [this, request = std::move(request), progress = m_progress, finished = m_finished]() mutable {
            auto answer = std::make_shared<Answer>(runCaught(request.work, progress));
            request.work = nullptr;  // what the work held goes before its answer is seen
            QMetaObject::invokeMethod(
                this,
                [this, answer, done = std::move(request.done)] {
                    m_running = false;
                    const bool dropped = m_dropped;
                    if (m_waiting) launch();
                    if (dropped || answer->cancelled) return;
                    if (!answer->fault.isEmpty())
                        emit failed(answer->fault);
                    else
                        done(std::move(answer->result));
                },
                Qt::QueuedConnection);
            finished->release();
        });
}

}  // namespace xiangtu::app
