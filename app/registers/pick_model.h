// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// What one field may be filled with: choices, units, Party organisations, records, or, for an
/// office-holder, the names that stand in the file already. Searched by Chinese, pinyin, initials or
/// code on a worker.
class PickModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role { KeyRole = Qt::UserRole + 1, TextRole, NoteRole };

    explicit PickModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] int count() const { return int(m_hits.size()); }
    [[nodiscard]] bool busy() const { return m_busy; }

    /// For a field of a register.
    Q_INVOKABLE void offerField(const QString& registerId, const QString& field);
    /// For the unit a record stands on; empty = of any level.
    Q_INVOKABLE void offerUnits(const QString& level);
    [[nodiscard]] Q_INVOKABLE QString keyAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    struct Offer {
        QString key;
        QString text;
        QString note;
        QString search;
    };
    using Offers = std::shared_ptr<const std::vector<Offer>>;

signals:
    void projectChanged();
    void languageChanged();
    void queryChanged();
    void changed();
    void failed(const QString& text);

private:
    void offer(std::function<std::vector<Offer>(const model::Snapshot&, const base::Progress&)> make);
    void search();

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_query;
    Offers m_offers;
    std::vector<std::uint32_t> m_hits;
    bool m_busy = false;
    LatestJob m_build;
    LatestJob m_find;
};

}  // namespace xiangtu::app
