// SPDX-License-Identifier: GPL-3.0-or-later
// Several matters chosen and moved one step together.
#include "app/models/terms.h"
#include "app/registers/words.h"
#include "app/registers/worklist_model.h"

#include <algorithm>

namespace xiangtu::app {

void WorklistModel::choose(int row, bool chosen) {
    if (row < 0 || row >= count()) return;
    const Line& line = m_lines[std::size_t(row)];
    const Key key(line.registerIndex, line.record);
    std::erase(m_chosen, key);
    if (chosen) m_chosen.push_back(key);
    emit dataChanged(index(row), index(row), {ChosenRole});
    emit chosenChanged();
}

void WorklistModel::chooseNone() {
    if (m_chosen.empty()) return;
    m_chosen.clear();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1), {ChosenRole});
    emit chosenChanged();
}

std::vector<const model::LifecycleAction*> WorklistModel::commonActions() const {
    std::vector<const model::LifecycleAction*> common;
    if (!m_list || m_chosen.empty()) return common;
    const model::Snapshot& snapshot = *m_list->snapshot;
    const std::size_t first = m_chosen.front().first;
    if (std::ranges::any_of(m_chosen, [&](const Key& key) { return key.first != first; })) return common;
    const model::RegisterTable& table = *snapshot.registers[first];
    const auto role = model::parseRole(m_project->role().toStdString());
    for (const model::LifecycleAction& action : snapshot.catalogue->findLifecycle(table.def.lifecycle)->actions) {
        const bool may = role && std::ranges::find(action.roles, *role) != action.roles.end();
        const bool fits = std::ranges::all_of(m_chosen, [&](const Key& key) {
            const model::Record* record = table.find(key.second);
            return record && std::ranges::find(action.from, std::size_t(record->state)) != action.from.end();
        });
        if (may && fits) common.push_back(&action);
    }
    return common;
}

const model::Record* WorklistModel::find(const Key& key) const {
    return m_list->snapshot->registers[key.first]->find(key.second);
}

QVariantList WorklistModel::chosenActions() const {
    QVariantList list;
    for (const model::LifecycleAction* action : commonActions()) {
        const model::RegisterDef& def = m_list->snapshot->registers[m_chosen.front().first]->def;
        QStringList needs;
        for (const std::string& name : action->needs) {
            const auto at = def.fieldAt(name);
            const bool missing = at && std::ranges::any_of(m_chosen, [&](const Key& key) {
                                     const model::Record* record = find(key);
                                     return record && model::isNull(record->values[*at]);
                                 });
            if (missing) needs << fromUtf8(name);
        }
        list << QVariantMap{{"id", fromUtf8(action->id)},
                            {"title", titleOf(action->title)},
                            {"note", action->note},
                            {"registerId", fromUtf8(def.id)},
                            {"needs", needs}};
    }
    return list;
}

void WorklistModel::moveChosen(const QString& action, const QString& note, RecordForm* evidence) {
    if (!m_project || !m_list || m_chosen.empty()) return;
    struct Tally {
        std::size_t left = 0;
        int done = 0;
        QVariantList refused;
    };
    auto tally = std::make_shared<Tally>();
    tally->left = m_chosen.size();
    const model::Fields given = evidence ? evidence->evidence() : model::Fields();
    for (const Key& key : m_chosen) {
        const model::RegisterDef& def = m_list->snapshot->registers[key.first]->def;
        const model::Record* record = find(key);
        edit::MoveRecord move{def.id, key.second, action.toStdString(), note.toStdString(), {}, {}};
        for (const auto& [name, value] : given) {
            const auto at = def.fieldAt(name);
            if (!record || !at || model::isNull(record->values[*at])) move.values.emplace_back(name, value);
        }
        const QVariantMap matter{
            {"registerId", fromUtf8(def.id)},
            {"record", qint64(key.second)},
            {"title", record ? recordTitle(*m_list->snapshot, def, *record) : QStringLiteral("#%1").arg(key.second)}};
        QHash<QString, QString> titles;
        for (const model::FieldDef& field : def.fields) titles.insert(fromUtf8(field.name), titleOf(field.title));
        m_project->apply(move, this, [this, tally, matter, titles](const ProjectObject::Answer& answer) {
            if (answer.saved()) {
                ++tally->done;
            } else {
                QVariantMap refused = matter;
                // Which field it is about is not to be guessed in a list.
                const std::string name = answer.refusal ? answer.refusal->field : std::string();
                const QString field = titles.value(fromUtf8(name));
                const QString words = answerText(answer);
                refused.insert(QStringLiteral("reason"),
                               field.isEmpty() ? words : QStringLiteral("%1 – %2").arg(field, words));
                tally->refused << refused;
            }
            if (--tally->left > 0) return;
            m_refusals = tally->refused;
            chooseNone();
            emit moved(tally->done, int(m_refusals.size()));
        });
    }
}

}  // namespace xiangtu::app
