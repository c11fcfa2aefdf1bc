// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/responsibility.h"

#include "app/models/terms.h"
#include "app/registers/words.h"
#include "scene/links.h"

#include <algorithm>
#include <map>

namespace xiangtu::app {

namespace {

struct Person {
    QString name;
    QString role;
    QString office;
    bool here = false;
    QStringList codes;
};

/// Two office-holders may share a name (张某): where they are numbered, the number tells them apart.
std::string keyOf(const model::RegisterDef& def, const model::Record& record) {
    for (const std::string_view name : {"person_no", "person"}) {
        const auto at = def.fieldAt(name);
        if (at && !model::isNull(record.values[*at])) return model::toText(record.values[*at]);
    }
    return {};
}

QString textOf(const model::Snapshot& snapshot, const model::RegisterDef& def, const model::Record& record,
               std::string_view name) {
    const auto at = def.fieldAt(name);
    return at && !def.fields[*at].sensitive ? cellText(snapshot, def.fields[*at], record.values[*at]) : QString();
}

std::vector<Person> peopleOf(const model::Snapshot& snapshot, model::UnitRef unit, const base::Progress& progress) {
    const model::RegisterTable* table = snapshot.findRegister(scene::kResponsibilityRegister);
    if (!table) return {};
    std::map<std::string, Person> known;
    const auto answersBelow = [&](model::UnitRef ref) {
        return unit.level < model::Level::village && snapshot.unit(ref).parent == unit;
    };
    for (const auto& record : table->records) {
        const std::string key = keyOf(table->def, *record);
        if (key.empty() || !record->unit.valid() || (record->unit != unit && !answersBelow(record->unit))) continue;
        Person& person = known[key];
        const bool here = record->unit == unit;
        if (!person.name.isEmpty() && (person.here || !here)) continue;
        person.name = textOf(snapshot, table->def, *record, "person");
        person.role = textOf(snapshot, table->def, *record, "role");
        person.office = textOf(snapshot, table->def, *record, "office");
        person.here = here;
    }
    progress.check();
    for (const auto& record : table->records) {
        const auto found = known.find(keyOf(table->def, *record));
        if (found == known.end() || !record->unit.valid() || record->unit == unit) continue;
        const QString code = unitCode(snapshot, record->unit);
        if (!found->second.codes.contains(code)) found->second.codes << code;
    }
    std::vector<Person> people;
    for (auto& [key, person] : known) people.push_back(std::move(person));
    std::ranges::stable_sort(people, [](const Person& a, const Person& b) { return a.here && !b.here; });
    return people;
}

}  // namespace

Responsibility::Responsibility(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, &Responsibility::failed);
}

void Responsibility::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &Responsibility::refresh);
    emit projectChanged();
    refresh();
}

void Responsibility::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    refresh();
}

void Responsibility::setUnit(const QString& code) {
    if (m_unit == code) return;
    m_unit = code;
    emit unitChanged();
    refresh();
}

void Responsibility::refresh() {
    const auto snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    const auto code = model::Code::parse(m_unit.toStdString());
    const model::UnitRef unit = snapshot && code ? snapshot->findUnit(*code) : model::UnitRef{};
    if (!unit.valid()) {
        m_job.cancel();
        m_people.clear();
        m_codes.clear();
        emit changed();
        return;
    }
    m_job.start<std::vector<Person>>(
        [snapshot, unit](const base::Progress& progress) { return peopleOf(*snapshot, unit, progress); },
        [this](const std::vector<Person>& people) {
            m_people.clear();
            m_codes.clear();
            for (const Person& person : people) {
                m_people << QVariantMap{{"person", person.name},
                                        {"role", person.role},
                                        {"office", person.office},
                                        {"here", person.here},
                                        {"count", int(person.codes.size())},
                                        {"codes", person.codes}};
                m_codes << person.codes;
            }
            m_codes.removeDuplicates();
            emit changed();
        });
}

}  // namespace xiangtu::app
