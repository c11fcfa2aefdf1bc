// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"
#include "style/style_sheet.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// The registers of the file by group, with the number of their records. Searched by Chinese, pinyin
/// or initials. Lives on the interface thread: there are tens of registers, not thousands.
class RegisterListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(bool dark MEMBER m_dark WRITE setDark NOTIFY darkChanged)
    /// Where the map's styles lie; the registers' colours are the map's.
    Q_PROPERTY(QString styleDir MEMBER m_styleDir WRITE setStyleDir NOTIFY styleDirChanged)
    /// Ids of the registers shown on the map.
    Q_PROPERTY(QStringList shown READ shown WRITE setShown NOTIFY shownChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    /// Heading: title of the group for its first register, else empty.
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, HeadingRole, CountRole, AnchorRole, ColourRole, ShownRole };

    explicit RegisterListModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    void setDark(bool dark);
    void setStyleDir(const QString& dir);
    [[nodiscard]] QStringList shown() const { return m_shown; }
    void setShown(const QStringList& ids);
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    Q_INVOKABLE void setShownOnMap(const QString& id, bool shown);
    [[nodiscard]] Q_INVOKABLE QString titleOfRegister(const QString& id) const;
    /// unit, point, line, polygon or link; "" for no such register.
    [[nodiscard]] Q_INVOKABLE QString anchorOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void languageChanged();
    void queryChanged();
    void darkChanged();
    void styleDirChanged();
    void shownChanged();
    void changed();

private:
    void loadStyle();
    void takeState();
    void rebuild();

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_query;
    bool m_dark = false;
    QString m_styleDir;
    std::shared_ptr<const style::StyleSheet> m_style;  ///< null until it was read
    QStringList m_shown;
    std::shared_ptr<const model::Snapshot> m_snapshot;
    std::vector<std::size_t> m_rows;  ///< into the snapshot's registers
};

}  // namespace xiangtu::app
