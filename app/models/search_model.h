// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"
#include "index/name_search.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// Units found by Chinese name, pinyin, initials or code. The index is built by a worker once the
/// file is loaded, and searches run on a worker, so typing never waits. Lives on the interface thread.
class SearchModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(int count READ count NOTIFY resultsChanged)
    /// A search is running, or waits for the index.
    Q_PROPERTY(bool searching READ searching NOTIFY searchingChanged)

public:
    enum Role { CodeRole = Qt::UserRole + 1, NameRole, LevelRole, PathRole };

    explicit SearchModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    void setLanguage(const QString& language);
    [[nodiscard]] int count() const { return int(m_hits.size()); }
    [[nodiscard]] bool searching() const { return m_searching; }
    /// Code of a hit, "" when there is none at that row.
    [[nodiscard]] Q_INVOKABLE QString codeAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void queryChanged();
    void languageChanged();
    void resultsChanged();
    void searchingChanged();
    void failed(const QString& text);

private:
    void takeState();
    void search();
    void buildIndex();
    void setHits(std::vector<index::SearchHit> hits);
    void setSearching(bool searching);

    QPointer<ProjectObject> m_project;
    QString m_query;
    QString m_language;
    std::shared_ptr<const model::Snapshot> m_snapshot;  ///< the one the index and the hits belong to
    std::shared_ptr<const index::NameSearch> m_index;
    std::vector<index::SearchHit> m_hits;
    bool m_searching = false;
    bool m_building = false;  ///< the index, from the first question on: opening a file does not wait for it
    LatestJob m_build;
    LatestJob m_find;
};

}  // namespace xiangtu::app
