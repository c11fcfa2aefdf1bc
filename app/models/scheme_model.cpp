// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/scheme_model.h"

#include "app/models/terms.h"

namespace xiangtu::app {

SchemeModel::SchemeModel(QObject* parent) : QAbstractListModel(parent) {}

void SchemeModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &SchemeModel::takeState);
    emit projectChanged();
    takeState();
}

void SchemeModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1));
}

void SchemeModel::takeState() {
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const auto schemes = snapshot ? snapshot->schemes : nullptr;
    if (schemes == m_schemes) return;
    beginResetModel();
    m_schemes = schemes;
    endResetModel();
    emit countChanged();
}

int SchemeModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant SchemeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const model::Scheme& scheme = (*m_schemes)[std::size_t(index.row())];
    switch (role) {
    case KeyRole: return fromUtf8(scheme.key);
    case TextRole: return titleOf(scheme.name);
    default: return {};
    }
}

QHash<int, QByteArray> SchemeModel::roleNames() const { return {{KeyRole, "key"}, {TextRole, "text"}}; }

}  // namespace xiangtu::app
