// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/recent_files_model.h"

#include <QDir>
#include <QFileInfo>

namespace xiangtu::app {

namespace {

/// The folder as people write it: the home folder shortened to "~".
QString shortFolder(const QString& path) {
    QString folder = QDir::toNativeSeparators(QFileInfo(path).path());
    const QString home = QDir::toNativeSeparators(QDir::homePath());
    if (folder == home || folder.startsWith(home + QDir::separator()))
        folder.replace(0, home.size(), QStringLiteral("~"));
    return folder;
}

}  // namespace

RecentFilesModel::RecentFilesModel(QObject* parent) : QAbstractListModel(parent) {}

void RecentFilesModel::setFiles(const QStringList& files) {
    if (m_files == files) return;
    m_files = files;
    list();
}

void RecentFilesModel::setExcept(const QString& file) {
    if (m_except == file) return;
    m_except = file;
    list();
}

void RecentFilesModel::setMost(int most) {
    if (m_most == most) return;
    m_most = most;
    list();
}

void RecentFilesModel::list() {
    beginResetModel();
    m_shown = m_files;
    m_shown.removeAll(m_except);
    if (m_shown.size() > m_most) m_shown.resize(m_most);
    endResetModel();
    emit filesChanged();
}

int RecentFilesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RecentFilesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QString& path = m_shown[index.row()];
    switch (role) {
    case PathRole: return path;
    case NameRole: return QFileInfo(path).fileName();
    case FolderRole: return shortFolder(path);
    default: return {};
    }
}

QHash<int, QByteArray> RecentFilesModel::roleNames() const {
    return {{PathRole, "path"}, {NameRole, "name"}, {FolderRole, "folder"}};
}

}  // namespace xiangtu::app
