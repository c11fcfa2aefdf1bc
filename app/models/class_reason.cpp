// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/class_reason.h"

#include "app/models/terms.h"

namespace xiangtu::app {

ClassReason::ClassReason(QObject* parent) : QObject(parent) {}

void ClassReason::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::phaseChanged, this, [this] {
            // A photo kept in one file says nothing in another.
            if (m_project->phase() != ProjectObject::Phase::Ready) clearPhoto();
            refresh();
        });
        connect(m_project, &ProjectObject::changeSaved, this, &ClassReason::refresh);
        connect(m_project, &ProjectObject::changeTakenBack, this, &ClassReason::refresh);
        connect(m_project, &ProjectObject::changeMadeAgain, this, &ClassReason::refresh);
    }
    emit projectChanged();
    refresh();
}

void ClassReason::setScheme(int scheme) {
    if (m_scheme == scheme) return;
    m_scheme = scheme;
    emit schemeChanged();
    refresh();
}

void ClassReason::refresh() {
    const auto take = [this](const QStringList& reasons) {
        if (m_recent == reasons) return;
        m_recent = reasons;
        emit recentChanged();
    };
    const bool ready = m_project && m_project->phase() == ProjectObject::Phase::Ready;
    const auto& snapshot = ready ? m_project->state().snapshot : nullptr;
    if (!snapshot || m_scheme < 0 || std::size_t(m_scheme) >= snapshot->schemes->size()) {
        take({});
        return;
    }
    m_project->loadReasons(fromUtf8((*snapshot->schemes)[std::size_t(m_scheme)].key), this, take);
}

void ClassReason::addPhoto(const QUrl& file) {
    if (!m_project || m_busy) return;
    m_busy = true;
    emit photoChanged();
    m_project->addAttachment(file.isLocalFile() ? file.toLocalFile() : file.path(), this, [this](const QString& hash) {
        m_busy = false;
        if (!hash.isEmpty()) m_photo = hash;
        emit photoChanged();
    });
}

void ClassReason::clearPhoto() {
    if (m_photo.isEmpty() && !m_busy) return;
    m_photo.clear();
    m_busy = false;
    emit photoChanged();
}

}  // namespace xiangtu::app
