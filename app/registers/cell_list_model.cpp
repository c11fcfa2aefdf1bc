// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/cell_list_model.h"

#include "app/models/dossier_words.h"
#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QColor>
#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>
#include <array>
#include <cmath>

namespace xiangtu::app {

namespace {

struct CellTexts {
    Q_DECLARE_TR_FUNCTIONS(CellTexts)
};

constexpr std::array kScopes{"all", "within", "mine"};
constexpr std::array kOrders{"near", "due", "colour"};
constexpr std::size_t kLimit = 1000;

template <std::size_t N>
std::optional<std::size_t> placeIn(const std::array<const char*, N>& names, const QString& name) {
    const auto found = std::ranges::find(names, name.toStdString());
    if (found == names.end()) return std::nullopt;
    return std::size_t(found - names.begin());
}

}  // namespace

CellListModel::CellListModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, &CellListModel::failed);
}

void CellListModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &CellListModel::ask);
        connect(m_project, &ProjectObject::authorChanged, this, &CellListModel::ask);
    }
    emit projectChanged();
    ask();
}

void CellListModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    beginResetModel();
    endResetModel();
    emit changed();
}

void CellListModel::setScheme(int scheme) {
    if (scheme < 0 || scheme == this->scheme()) return;
    m_question.scheme = std::size_t(scheme);
    m_question.onlyClass = -1;
    emit questionChanged();
    ask();
}

void CellListModel::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit questionChanged();
    ask();
}

QString CellListModel::scope() const { return QString::fromLatin1(kScopes[std::size_t(m_question.scope)]); }

void CellListModel::setScope(const QString& scope) {
    const auto found = placeIn(kScopes, scope);
    if (!found || *found == std::size_t(m_question.scope)) return;
    m_question.scope = CellQuestion::Scope(*found);
    emit questionChanged();
    ask();
}

void CellListModel::setWithin(const QString& code) {
    if (m_within == code) return;
    m_within = code;
    emit questionChanged();
    if (m_question.scope == CellQuestion::Scope::within) ask();
}

QString CellListModel::order() const { return QString::fromLatin1(kOrders[std::size_t(m_question.order)]); }

void CellListModel::setOrder(const QString& order) {
    const auto found = placeIn(kOrders, order);
    if (!found || *found == std::size_t(m_question.order)) return;
    m_question.order = CellQuestion::Order(*found);
    emit questionChanged();
    ask();
}

void CellListModel::setOnlyClass(int index) {
    if (m_question.onlyClass == index) return;
    m_question.onlyClass = index;
    emit questionChanged();
    ask();
}

void CellListModel::setQuery(const QString& query) {
    if (m_query == query) return;
    m_query = query;
    m_question.words = foldQuery(query);
    emit questionChanged();
    ask();
}

void CellListModel::setCentre(double lon, double lat) {
    const geom::GeoPoint centre{lon, lat};
    if (m_question.centre == centre || !std::isfinite(lon) || !std::isfinite(lat)) return;
    m_question.centre = centre;
    ask();
}

void CellListModel::ask() {
    const project::State state = m_project ? m_project->state() : project::State{};
    if (!m_active || !state.complete) {
        m_job.cancel();
        if (m_list && !state.complete) take(nullptr);
        return;
    }
    CellQuestion question = m_question;
    question.person = m_project->author().toStdString();
    if (const auto code = model::Code::parse(m_within.toStdString())) {
        question.within = state.snapshot->findUnit(*code);
    }
    m_job.start<std::shared_ptr<List>>(
        [state, question](const base::Progress& progress) {
            auto list = std::make_shared<List>();
            list->snapshot = state.snapshot;
            list->scheme = question.scheme;
            list->answer = cellsOf(state, question, kLimit, progress);
            return list;
        },
        [this](const std::shared_ptr<List>& list) { take(list); });
    emit changed();
}

void CellListModel::take(const std::shared_ptr<List>& list) {
    const auto units = [](const std::shared_ptr<const List>& of) {
        std::vector<model::UnitRef> refs;
        if (of) std::ranges::transform(of->answer.cells, std::back_inserter(refs), &Cell::unit);
        return refs;
    };
    // The same cells in the same order: the list keeps its place on the screen.
    if (units(m_list) == units(list)) {
        m_list = list;
        if (count() > 0) emit dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        m_list = list;
        endResetModel();
    }
    emit changed();
}

QString CellListModel::codeAt(int row) const {
    if (row < 0 || row >= count()) return {};
    return unitCode(*m_list->snapshot, m_list->answer.cells[std::size_t(row)].unit);
}

QString CellListModel::levelTitleText() const {
    return count() > 0 ? levelTitle(m_list->answer.cells.front().unit.level) : QString();
}

QVariantList CellListModel::classes() const {
    if (!m_list) return {};
    QVariantList list;
    for (const QVariant& each : classList(*m_list->snapshot, m_list->scheme, model::ClassColumn::kUnset)) {
        QVariantMap map = each.toMap();
        map["count"] = qint64(m_list->answer.perClass[std::size_t(list.size())]);
        list << map;
    }
    return list;
}

int CellListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant CellListModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Cell& cell = m_list->answer.cells[std::size_t(at.row())];
    const model::Snapshot& snapshot = *m_list->snapshot;
    const auto* scheme = m_list->scheme < snapshot.schemes->size() ? &(*snapshot.schemes)[m_list->scheme] : nullptr;
    const bool classed = scheme != nullptr && cell.classIndex < scheme->classes.size();
    switch (role) {
    case CodeRole: return codeAt(at.row());
    case NameRole: return unitName(snapshot, cell.unit);
    case WhereRole: return unitName(snapshot, snapshot.ancestor(cell.unit, model::Level::village));
    case ColourRole: return classed ? QColor::fromRgb(scheme->classes[cell.classIndex].rgb) : QColor(Qt::transparent);
    case ClassNameRole: return classed ? titleOf(scheme->classes[cell.classIndex].meaning) : CellTexts::tr("no class");
    case DistanceRole: return std::isfinite(cell.metres) ? lengthText(cell.metres) : QString();
    case DueRole: return cell.daysLeft == Cell::kNoClock ? QString() : daysText(cell.daysLeft);
    case UrgentRole: return cell.daysLeft < 0;
    default: return {};
    }
}

QHash<int, QByteArray> CellListModel::roleNames() const {
    return {{CodeRole, "code"},           {NameRole, "name"},         {WhereRole, "where"}, {ColourRole, "colour"},
            {ClassNameRole, "className"}, {DistanceRole, "distance"}, {DueRole, "due"},     {UrgentRole, "urgent"}};
}

}  // namespace xiangtu::app
