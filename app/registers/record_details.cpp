// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/record_details.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct DetailsTexts {
    Q_DECLARE_TR_FUNCTIONS(DetailsTexts)
};

bool keepsFiles(const model::FieldDef& field) {
    return field.type == model::FieldType::photo || field.type == model::FieldType::attachment;
}

}  // namespace

RecordDetails::RecordDetails(QObject* parent) : QObject(parent) {
    connect(this, &RecordDetails::changed, this, &RecordDetails::valuesChanged);
}

void RecordDetails::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &RecordDetails::refresh);
        connect(m_project, &ProjectObject::roleChanged, this, &RecordDetails::changed);
        connect(m_project, &ProjectObject::stepsLoaded, this, &RecordDetails::takeSteps);
    }
    emit projectChanged();
    refresh();
}

void RecordDetails::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit changed();
    emit stepsChanged();
}

void RecordDetails::show(const QString& registerId, qint64 record) {
    if (m_registerId != registerId || m_record != record) m_steps.clear();
    m_registerId = registerId;
    m_record = record;
    forgetError();
    refresh();
}

void RecordDetails::refresh() {
    m_snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    if (there() && lifecycle()) m_project->loadSteps(m_registerId, m_record);
    emit changed();
    emit stepsChanged();
}

void RecordDetails::takeSteps(const QString& registerId, qint64 record, const std::vector<store::StepRecord>& steps) {
    if (registerId != m_registerId || record != m_record) return;
    m_steps = steps;
    emit stepsChanged();
}

const model::RegisterTable* RecordDetails::table() const {
    return m_snapshot ? m_snapshot->findRegister(m_registerId.toStdString()) : nullptr;
}

const model::Record* RecordDetails::found() const { return table() ? table()->find(m_record) : nullptr; }

const model::Lifecycle* RecordDetails::lifecycle() const {
    return table() ? m_snapshot->catalogue->findLifecycle(table()->def.lifecycle) : nullptr;
}

QString RecordDetails::title() const { return there() ? recordTitle(*m_snapshot, table()->def, *found()) : QString(); }
QString RecordDetails::registerTitle() const { return table() ? titleOf(table()->def.title) : QString(); }
QString RecordDetails::unit() const { return there() ? unitCode(*m_snapshot, found()->unit) : QString(); }
QString RecordDetails::unitTitle() const { return there() ? unitName(*m_snapshot, found()->unit) : QString(); }

QVariantList RecordDetails::values() const {
    QVariantList list;
    const model::Record* record = found();
    if (!record) return list;
    const auto& fields = table()->def.fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const model::FieldDef& field = fields[f];
        if (field.retired || model::isNull(record->values[f])) continue;
        const bool covered = field.sensitive && !m_sensitiveShown;
        // Files are shown as what they are, unless even that they are there is covered.
        if (keepsFiles(field) && !covered) continue;
        QString value = covered ? coveredText() : cellText(*m_snapshot, field, record->values[f]);
        if (value.isEmpty()) continue;
        if (!covered && !field.unit.empty()) value = QStringLiteral("%1 %2").arg(value, fromUtf8(field.unit));
        list << QVariantMap{{"title", titleOf(field.title)}, {"value", value}, {"sensitive", field.sensitive}};
    }
    if (record->areaM2 >= 0)
        list << QVariantMap{{"title", DetailsTexts::tr("Area on the map")}, {"value", muText(record->areaM2)}};
    if (record->lengthM >= 0)
        list << QVariantMap{{"title", DetailsTexts::tr("Length on the map")}, {"value", lengthText(record->lengthM)}};
    return list;
}

QVariantList RecordDetails::files() const {
    QVariantList list;
    const model::Record* record = found();
    if (!record) return list;
    const auto& fields = table()->def.fields;
    for (std::size_t f = 0; f < fields.size(); ++f) {
        const bool covered = fields[f].sensitive && !m_sensitiveShown;
        if (fields[f].retired || !keepsFiles(fields[f]) || covered) continue;
        const QString hashes = fromUtf8(model::toText(record->values[f]));
        if (!hashes.isEmpty()) list << QVariantMap{{"title", titleOf(fields[f].title)}, {"hashes", hashes}};
    }
    return list;
}

bool RecordDetails::hasSensitive() const {
    return table() && std::ranges::any_of(table()->def.fields, &model::FieldDef::sensitive);
}

void RecordDetails::setSensitiveShown(bool shown) {
    if (m_sensitiveShown == shown) return;
    m_sensitiveShown = shown;
    emit valuesChanged();
}

QString RecordDetails::stateTitle() const {
    const model::Lifecycle* steps = there() ? lifecycle() : nullptr;
    return steps && found()->state < steps->states.size() ? titleOf(steps->states[found()->state].title) : QString();
}

QString RecordDetails::due() const {
    if (!there() || !lifecycle()) return {};
    const std::size_t at =
        std::size_t(std::ranges::find_if(m_snapshot->registers, [this](const auto& t) { return t.get() == table(); }) -
                    m_snapshot->registers.begin());
    return dueText(indicators::standing(*m_snapshot, at, *found()), found()->due);
}

QString RecordDetails::urgency() const {
    if (!there() || !lifecycle()) return {};
    const std::size_t at =
        std::size_t(std::ranges::find_if(m_snapshot->registers, [this](const auto& t) { return t.get() == table(); }) -
                    m_snapshot->registers.begin());
    return urgencyName(indicators::standing(*m_snapshot, at, *found()).urgency);
}

QVariantList RecordDetails::actions() const {
    QVariantList list;
    const model::Lifecycle* steps = there() ? lifecycle() : nullptr;
    if (!steps) return list;
    const model::RegisterDef& def = table()->def;
    const auto role = model::parseRole(m_project->role().toStdString());
    for (const model::LifecycleAction& action : steps->actions) {
        if (std::ranges::find(action.from, std::size_t(found()->state)) == action.from.end()) continue;
        QStringList needs;
        for (const std::string& name : action.needs) {
            const auto at = def.fieldAt(name);
            if (at && model::isNull(found()->values[*at])) needs << fromUtf8(name);
        }
        const bool may = role && std::ranges::find(action.roles, *role) != action.roles.end();
        list << QVariantMap{{"id", fromUtf8(action.id)},
                            {"title", titleOf(action.title)},
                            {"may", may},
                            {"who", rolesText(action.roles)},
                            {"note", action.note},
                            {"registerId", m_registerId},
                            {"needs", needs}};
    }
    return list;
}

QVariantList RecordDetails::steps() const {
    QVariantList list;
    const model::Lifecycle* known = lifecycle();
    for (const store::StepRecord& step : m_steps) {
        const model::LifecycleAction* action = known ? known->findAction(step.action) : nullptr;
        const auto to = known ? known->stateAt(step.to) : std::nullopt;
        const auto role = model::parseRole(step.role);
        list << QVariantMap{{"title", action                ? titleOf(action->title)
                                      : step.action.empty() ? DetailsTexts::tr("Recorded")
                                                            : fromUtf8(step.action)},
                            {"state", to ? titleOf(known->states[*to].title) : fromUtf8(step.to)},
                            {"day", fromUtf8(step.day)},
                            {"note", fromUtf8(step.note)},
                            {"author", fromUtf8(step.author)},
                            {"role", role ? titleOf(model::roleTitles(*role)) : fromUtf8(step.role)}};
    }
    return list;
}

void RecordDetails::act(const QString& action, const QString& note, RecordForm* evidence) {
    edit::MoveRecord move{m_registerId.toStdString(), m_record, action.toStdString(), note.toStdString(), {}, {}};
    if (evidence) move.values = evidence->evidence();
    order(move, &RecordDetails::stepped);
}

void RecordDetails::end() { order(edit::EndRecord{m_registerId.toStdString(), m_record, {}}, &RecordDetails::ended); }

void RecordDetails::order(const edit::Command& command, void (RecordDetails::*done)()) {
    if (!m_project || m_busy || !there()) return;
    m_busy = true;
    emit busyChanged();
    m_project->apply(command, this, [this, done](const ProjectObject::Answer& answer) {
        m_busy = false;
        m_error = answerText(answer);
        emit busyChanged();
        emit errorChanged();
        if (answer.saved()) emit(this->*done)();
    });
}

void RecordDetails::forgetError() {
    if (m_error.isEmpty()) return;
    m_error.clear();
    emit errorChanged();
}

}  // namespace xiangtu::app
