// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/project_worker.h"

#include <utility>

namespace xiangtu::app {

ProjectWorker::ProjectWorker() : m_home(new QObject) {
    m_thread.setObjectName(QStringLiteral("project"));
    m_home->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_home, &QObject::deleteLater);
    m_thread.start();
}

ProjectWorker::~ProjectWorker() {
    // The file is closed on the thread it was opened on.
    post([](std::optional<project::Project>& open) { open.reset(); });
    QMetaObject::invokeMethod(
        m_home, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void ProjectWorker::post(Job job) {
    QMetaObject::invokeMethod(
        m_home, [this, job = std::move(job)] { job(m_project); }, Qt::QueuedConnection);
}

}  // namespace xiangtu::app
