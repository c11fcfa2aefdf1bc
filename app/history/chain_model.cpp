// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/chain_model.h"

#include "app/models/terms.h"

namespace xiangtu::app {

ChainModel::ChainModel(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_busy = false;
        emit changed();
        emit failed(text);
    });
}

void ChainModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &ChainModel::forget);
    emit projectChanged();
    forget();
}

void ChainModel::forget() {
    m_job.cancel();
    m_busy = false;
    m_checked = false;
    m_found = {};
    emit changed();
}

void ChainModel::check() {
    if (!m_project || m_project->file().isEmpty()) return;
    m_busy = true;
    m_job.start<store::ChainCheck>(
        [file = m_project->file().toStdString()](const base::Progress&) {
            return store::open(file, store::OpenMode::readOnly)->checkChain();
        },
        [this](store::ChainCheck found) {
            m_busy = false;
            m_found = std::move(found);
            m_checked = true;
            emit changed();
        });
    emit changed();
}

QString ChainModel::reason() const { return fromUtf8(m_found.reason); }
QString ChainModel::head() const { return fromUtf8(m_found.head); }

}  // namespace xiangtu::app
