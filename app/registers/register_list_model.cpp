// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/register_list_model.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"
#include "base/error.h"
#include "scene/register_look.h"

#include <QColor>
#include <QCoreApplication>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct RegisterListTexts {
    Q_DECLARE_TR_FUNCTIONS(RegisterListTexts)
};

/// Position of a group in the catalogue; those without one come last.
std::size_t groupRank(const model::Catalogue& catalogue, const std::string& id) {
    return std::size_t(std::ranges::find(catalogue.groups, id, &model::Group::id) - catalogue.groups.begin());
}

QString groupTitle(const model::Catalogue& catalogue, const std::string& id) {
    const std::size_t rank = groupRank(catalogue, id);
    return rank < catalogue.groups.size() ? titleOf(catalogue.groups[rank].title) : RegisterListTexts::tr("Others");
}

}  // namespace

RegisterListModel::RegisterListModel(QObject* parent) : QAbstractListModel(parent) {}

void RegisterListModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &RegisterListModel::takeState);
    emit projectChanged();
    takeState();
}

void RegisterListModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    rebuild();
}

void RegisterListModel::setQuery(const QString& query) {
    if (m_query == query) return;
    m_query = query;
    emit queryChanged();
    rebuild();
}

void RegisterListModel::setDark(bool dark) {
    if (m_dark == dark) return;
    m_dark = dark;
    emit darkChanged();
    loadStyle();
}

void RegisterListModel::setStyleDir(const QString& dir) {
    if (m_styleDir == dir) return;
    m_styleDir = dir;
    emit styleDirChanged();
    loadStyle();
}

/// A small file; the map complains when it cannot be read, here the swatches stay empty.
void RegisterListModel::loadStyle() {
    m_style.reset();
    try {
        m_style = std::make_shared<style::StyleSheet>(style::load(m_styleDir.toStdString(), m_dark ? "dark" : "light"));
    } catch (const base::Error&) { m_style.reset(); }
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {ColourRole});
}

void RegisterListModel::setShown(const QStringList& ids) {
    if (m_shown == ids) return;
    m_shown = ids;
    emit shownChanged();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {ShownRole});
}

void RegisterListModel::setShownOnMap(const QString& id, bool shown) {
    QStringList ids = m_shown;
    ids.removeAll(id);
    if (shown) ids << id;
    setShown(ids);
}

void RegisterListModel::takeState() {
    const auto snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    const bool sameRegisters = snapshot && m_snapshot && snapshot->catalogue == m_snapshot->catalogue;
    m_snapshot = snapshot;
    // While only records change the list keeps its place under the pointer.
    if (!sameRegisters) {
        rebuild();
    } else if (count() > 0) {
        emit dataChanged(index(0), index(count() - 1), {CountRole});
        emit changed();
    }
}

void RegisterListModel::rebuild() {
    beginResetModel();
    m_rows.clear();
    if (m_snapshot) {
        const QString wanted = foldQuery(m_query);
        for (std::size_t i = 0; i < m_snapshot->registers.size(); ++i) {
            const model::Titles& title = m_snapshot->registers[i]->def.title;
            const bool found = wanted.isEmpty() || searchText(fromUtf8(title.zh)).contains(wanted) ||
                               searchText(fromUtf8(title.en)).contains(wanted);
            if (found) m_rows.push_back(i);
        }
        std::ranges::stable_sort(m_rows, {}, [this](std::size_t i) {
            return groupRank(*m_snapshot->catalogue, m_snapshot->registers[i]->def.group);
        });
    }
    endResetModel();
    emit changed();
}

QString RegisterListModel::titleOfRegister(const QString& id) const {
    const model::RegisterTable* table = m_snapshot ? m_snapshot->findRegister(id.toStdString()) : nullptr;
    return table ? titleOf(table->def.title) : QString();
}

QString RegisterListModel::anchorOf(const QString& id) const {
    const model::RegisterTable* table = m_snapshot ? m_snapshot->findRegister(id.toStdString()) : nullptr;
    return table ? fromUtf8(model::anchorName(table->def.anchor)) : QString();
}

int RegisterListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RegisterListModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const std::size_t position = m_rows[std::size_t(at.row())];
    const model::RegisterTable& table = *m_snapshot->registers[position];
    const QString id = fromUtf8(table.def.id);
    switch (role) {
    case IdRole: return id;
    case TitleRole: return titleOf(table.def.title);
    case HeadingRole: {
        const std::string& group = table.def.group;
        const bool first =
            at.row() == 0 || m_snapshot->registers[m_rows[std::size_t(at.row()) - 1]]->def.group != group;
        return first ? groupTitle(*m_snapshot->catalogue, group) : QString();
    }
    case CountRole: return countText(qint64(table.records.size()));
    case AnchorRole: return anchorTitle(table.def.anchor);
    case ColourRole:
        return m_style ? QColor::fromRgb(scene::registerLook(*m_style, *m_snapshot, position).colour) : QColor();
    case ShownRole: return m_shown.contains(id);
    default: return {};
    }
}

QHash<int, QByteArray> RegisterListModel::roleNames() const {
    return {{IdRole, "registerId"}, {TitleRole, "title"},   {HeadingRole, "heading"}, {CountRole, "amount"},
            {AnchorRole, "anchor"}, {ColourRole, "colour"}, {ShownRole, "onMap"}};
}

}  // namespace xiangtu::app
