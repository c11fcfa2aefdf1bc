// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QStringList>

namespace xiangtu::app {

/// The files opened lately, newest first, as name and folder.
class RecentFilesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    /// Absolute paths; set from Preferences.
    Q_PROPERTY(QStringList files READ files WRITE setFiles NOTIFY filesChanged)
    /// A file left out (the open one), and how many to list at most.
    Q_PROPERTY(QString except MEMBER m_except WRITE setExcept NOTIFY filesChanged)
    Q_PROPERTY(int most MEMBER m_most WRITE setMost NOTIFY filesChanged)
    Q_PROPERTY(int count READ count NOTIFY filesChanged)

public:
    enum Role { PathRole = Qt::UserRole + 1, NameRole, FolderRole };

    explicit RecentFilesModel(QObject* parent = nullptr);

    [[nodiscard]] QStringList files() const { return m_files; }
    void setFiles(const QStringList& files);
    void setExcept(const QString& file);
    void setMost(int most);
    [[nodiscard]] int count() const { return int(m_shown.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void filesChanged();

private:
    void list();

    QStringList m_files;
    QString m_except;
    int m_most = 8;
    QStringList m_shown;
};

}  // namespace xiangtu::app
