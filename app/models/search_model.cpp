// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/search_model.h"

#include "app/models/terms.h"

#include <utility>

namespace xiangtu::app {

namespace {

constexpr std::size_t kHitsAtMost = 50;

/// The units above, smallest first, as far as they tell repeats apart: "凤凰社区 · 沱江镇".
QString pathText(const model::Snapshot& snapshot, model::UnitRef unit) {
    QStringList names;
    const auto lineage = snapshot.lineage(unit);
    for (auto it = lineage.rbegin() + 1; it != lineage.rend(); ++it) names << fromUtf8(snapshot.unit(*it).name);
    return names.join(QStringLiteral(" · "));
}

}  // namespace

SearchModel::SearchModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_build, &LatestJob::failed, this, [this](const QString& text) {
        m_building = false;
        emit failed(text);
    });
    connect(&m_find, &LatestJob::failed, this, &SearchModel::failed);
}

void SearchModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &SearchModel::takeState);
    emit projectChanged();
    takeState();
}

void SearchModel::setQuery(const QString& query) {
    if (m_query == query) return;
    m_query = query;
    emit queryChanged();
    search();
}

void SearchModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (!m_hits.empty()) emit dataChanged(index(0), index(count() - 1), {LevelRole});
}

void SearchModel::takeState() {
    const project::State state = m_project ? m_project->state() : project::State{};
    const auto snapshot = state.complete ? state.snapshot : nullptr;
    // A new class or scheme changes no name.
    if (snapshot && m_snapshot && snapshot->levels == m_snapshot->levels) return;
    m_snapshot = snapshot;
    m_index.reset();
    m_build.cancel();
    setHits({});
    m_building = false;
    if (snapshot) search();
}

void SearchModel::buildIndex() {
    if (m_building) return;
    m_building = true;
    m_build.start<std::shared_ptr<const index::NameSearch>>(
        [snapshot = m_snapshot](const base::Progress&) { return std::make_shared<const index::NameSearch>(*snapshot); },
        [this](std::shared_ptr<const index::NameSearch> built) {
            m_building = false;
            m_index = std::move(built);
            search();
        });
}

void SearchModel::search() {
    m_find.cancel();
    if (m_query.trimmed().isEmpty() || !m_snapshot) {
        setHits({});
        setSearching(false);
        return;
    }
    setSearching(true);
    if (!m_index) return buildIndex();  // asked again when it is there
    m_find.start<std::vector<index::SearchHit>>([built = m_index, query = m_query.toStdString()](
                                                    const base::Progress&) { return built->find(query, kHitsAtMost); },
                                                [this](std::vector<index::SearchHit> hits) {
                                                    setHits(std::move(hits));
                                                    setSearching(false);
                                                });
}

void SearchModel::setHits(std::vector<index::SearchHit> hits) {
    if (hits.empty() && m_hits.empty()) return;
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
    emit resultsChanged();
}

void SearchModel::setSearching(bool searching) {
    if (m_searching == searching) return;
    m_searching = searching;
    emit searchingChanged();
}

QString SearchModel::codeAt(int row) const {
    if (row < 0 || row >= count()) return {};
    return fromUtf8(m_snapshot->unit(m_hits[std::size_t(row)].unit).code.text());
}

int SearchModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant SearchModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const model::UnitRef unit = m_hits[std::size_t(at.row())].unit;
    switch (role) {
    case CodeRole: return codeAt(at.row());
    case NameRole: return fromUtf8(m_snapshot->unit(unit).name);
    case LevelRole: return levelTitle(unit.level);
    case PathRole: return pathText(*m_snapshot, unit);
    default: return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const {
    return {{CodeRole, "code"}, {NameRole, "name"}, {LevelRole, "level"}, {PathRole, "path"}};
}

}  // namespace xiangtu::app
