// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/question_form.h"

#include "app/models/terms.h"
#include "app/query/question_words.h"
#include "app/query/selection.h"
#include "app/query/unit_place.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace xiangtu::app {

namespace {

using query::ParamKind;

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(FormTexts)
};

constexpr model::PartyOrgKind kNearKinds[]{model::PartyOrgKind::memberHousehold, model::PartyOrgKind::group,
                                           model::PartyOrgKind::branch};

QVariantMap choice(const QString& key, const QString& text) { return {{"key", key}, {"text", text}}; }

QString kindName(ParamKind kind) {
    switch (kind) {
    case ParamKind::level:
    case ParamKind::from:
    case ParamKind::registerId:
    case ParamKind::field:
    case ParamKind::scheme:
    case ParamKind::classCode:
    case ParamKind::column: return QStringLiteral("choice");
    case ParamKind::points: return QStringLiteral("file");
    case ParamKind::unit:
    case ParamKind::units: return QStringLiteral("unit");
    case ParamKind::place: return QStringLiteral("place");
    case ParamKind::line: return QStringLiteral("line");
    case ParamKind::polygon: return QStringLiteral("polygon");
    default: return QStringLiteral("text");
    }
}

}  // namespace

QuestionForm::QuestionForm(QObject* parent) : QObject(parent) {
    // What cannot be read is said when it is asked.
    connect(&m_looking, &LatestJob::failed, this, [this] {
        m_table.reset();
        emit fieldsChanged();
    });
}

void QuestionForm::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    // What can be chosen hangs on the file, and on its catalogue.
    if (m_project) {
        connect(m_project, &ProjectObject::phaseChanged, this, &QuestionForm::fieldsChanged);
        connect(m_project, &ProjectObject::catalogueSaved, this, &QuestionForm::fieldsChanged);
    }
    emit projectChanged();
    emit fieldsChanged();
}

void QuestionForm::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit fieldsChanged();
}

const model::Snapshot* QuestionForm::snapshot() const {
    return m_project && m_project->state().complete ? m_project->state().snapshot.get() : nullptr;
}

QString QuestionForm::questionId() const { return QString::fromStdString(m_question.id); }
QString QuestionForm::title() const { return questionTitle(m_question.id); }
bool QuestionForm::selecting() const { return m_question.id == kSelect; }
QVariantMap QuestionForm::question() const { return toMap(m_question); }
QVariantMap QuestionForm::values() const { return question().value(QStringLiteral("params")).toMap(); }

QVariantList QuestionForm::levels() const {
    QVariantList list;
    for (const model::Level level : model::kLevels) {
        if (snapshot() && !snapshot()->table(level).units.empty()) {
            list << choice(fromUtf8(model::levelName(level)), levelTitle(level));
        }
    }
    return list;
}

QVariantList QuestionForm::registerChoices(std::optional<model::Anchor> only) const {
    QVariantList list;
    if (!snapshot()) return list;
    for (const auto& table : snapshot()->registers) {
        if (only && table->def.anchor != *only) continue;
        list << choice(fromUtf8(table->def.id), titleOf(table->def.title));
    }
    return list;
}

QVariantList QuestionForm::registers() const { return registerChoices({}); }
QVariantList QuestionForm::landRegisters() const { return registerChoices(model::Anchor::polygon); }

QVariantList QuestionForm::sources() const {
    QVariantList list;
    for (const model::PartyOrgKind kind : kNearKinds) {
        list << choice(fromUtf8(model::partyOrgKindName(kind)), partyOrgKindTitle(kind));
    }
    return list + registers();
}

QVariantList QuestionForm::choicesOf(const QString& registerId) const {
    const model::RegisterTable* table = snapshot() ? snapshot()->findRegister(registerId.toStdString()) : nullptr;
    const model::FieldDef* field = table ? table->def.findField(table->def.symbolField) : nullptr;
    QVariantList list;
    if (!field || field->choices.empty()) return list;
    list << choice(QString(), FormTexts::tr("All kinds"));
    for (const model::Choice& each : field->choices) list << choice(fromUtf8(each.code), titleOf(each.name));
    return list;
}

QVariantList QuestionForm::classChoices() const {
    QVariantList list;
    if (!snapshot()) return list;
    for (const model::Scheme& scheme : *snapshot()->schemes) {
        for (const model::SchemeClass& each : scheme.classes) {
            list << choice(fromUtf8(scheme.key + ":" + each.code),
                           FormTexts::tr("%1 · %2").arg(titleOf(scheme.name), titleOf(each.name)));
        }
    }
    return list;
}

QVariantList QuestionForm::choicesFor(const query::Param& param) const {
    const QVariantMap given = values();
    const auto valueOf = [&](const char* name) -> std::string {
        const QString value = given.value(QLatin1String(name)).toString();
        if (!value.isEmpty()) return value.toStdString();
        const auto& params = query::findQuestion(m_question.id)->params;
        const auto at = std::ranges::find(params, std::string_view(name), &query::Param::name);
        return at == params.end() ? std::string() : std::string(at->preset);
    };
    QVariantList list;
    switch (param.kind) {
    case ParamKind::level: list = levels(); break;
    case ParamKind::from: list = sources(); break;
    case ParamKind::registerId: list = registers(); break;
    case ParamKind::scheme:
        for (const model::Scheme& scheme : *snapshot()->schemes)
            list << choice(fromUtf8(scheme.key), titleOf(scheme.name));
        break;
    case ParamKind::classCode:
        if (const auto scheme = snapshot()->findScheme(valueOf("scheme"))) {
            for (const auto& each : (*snapshot()->schemes)[*scheme].classes)
                list << choice(fromUtf8(each.code), titleOf(each.name));
        }
        break;
    case ParamKind::field:
        if (const auto* table = snapshot()->findRegister(valueOf("register"))) {
            for (const auto& field : table->def.fields) list << choice(fromUtf8(field.name), titleOf(field.title));
        }
        break;
    case ParamKind::column: return columnChoices(param.name);
    default: break;
    }
    if (!list.isEmpty() && !param.required && param.preset.empty()) list.prepend(choice({}, FormTexts::tr("Any")));
    return list;
}

QVariantList QuestionForm::fields() const {
    QVariantList list;
    const query::QuestionDef* def = query::findQuestion(m_question.id);
    if (!def || !snapshot()) return list;
    for (const query::Param& param : def->params) {
        // Without a table there are no columns.
        if (param.kind == ParamKind::column && !m_table) continue;
        list << QVariantMap{{"name", fromUtf8(param.name)}, {"title", paramTitle(param)},
                            {"kind", kindName(param.kind)}, {"preset", fromUtf8(param.preset)},
                            {"required", param.required},   {"choices", choicesFor(param)}};
        if (param.kind == ParamKind::points && m_table) list << encodingField();
    }
    return list;
}

void QuestionForm::open(const QVariantMap& question) {
    m_question = toQuestion(question);
    if (selecting() && !m_question.params.contains("level")) m_question.params["level"] = "natural_village";
    if (selecting() && snapshot()) {
        const auto level = model::parseLevel(m_question.params["level"]);
        if (!level || snapshot()->table(*level).units.empty()) m_question.params["level"] = "grid";
    }
    m_table.reset();
    emit opened();
    emit fieldsChanged();
    emit valuesChanged();
    lookAtTable();
}

void QuestionForm::set(const QString& name, const QString& value) {
    const std::string key = name.toStdString(), text = value.trimmed().toStdString();
    if (text.empty())
        m_question.params.erase(key);
    else
        m_question.params[key] = text;
    emit valuesChanged();
    // Fields and classes are those of the register and scheme chosen.
    if (key == "register" || key == "scheme") emit fieldsChanged();
    if (key == "points" || key == "households" || key == kEncoding) lookAtTable();
}

void QuestionForm::setPlaces(const QString& name, const QList<double>& places) {
    geom::GeoLine line;
    for (qsizetype i = 0; i + 1 < places.size(); i += 2) line.push_back({places[i], places[i + 1]});
    set(name, QString::fromStdString(textOf(line)));
}

QVariantList QuestionForm::conditions() const {
    const auto found = m_question.params.find("conditions");
    if (found == m_question.params.end()) return {};
    return QJsonDocument::fromJson(QByteArray::fromStdString(found->second)).array().toVariantList();
}

void QuestionForm::setConditions(const QVariantList& conditions) {
    if (conditions.isEmpty()) return set(QStringLiteral("conditions"), {});
    const QJsonDocument document(QJsonArray::fromVariantList(conditions));
    set(QStringLiteral("conditions"), QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

void QuestionForm::addCondition() { setConditions(conditions() << QVariantMap{{"kind", "org"}, {"op", "not"}}); }

void QuestionForm::setCondition(int index, const QString& part, const QString& value) {
    QVariantList list = conditions();
    if (index < 0 || index >= list.size()) return;
    QVariantMap each = list[index].toMap();
    if (each.value(part).toString() == value) return;
    each[part] = value;
    if (part == QLatin1String("kind")) {
        // What was filled in for another kind means nothing here.
        const bool figure = value == QLatin1String("households") || value == QLatin1String("area");
        const QString op = figure                               ? QStringLiteral("least")
                           : value == QLatin1String("distance") ? QStringLiteral("within")
                                                                : QStringLiteral("has");
        each = {{"kind", value}, {"op", op}};
        if (value == QLatin1String("distance"))
            each["what"] = QStringLiteral("member_household"), each["n"] = QStringLiteral("1000");
        if (value == QLatin1String("record") && !registers().isEmpty())
            each["what"] = registers().first().toMap()["key"];
        if (value == QLatin1String("land") && !landRegisters().isEmpty())
            each["what"] = landRegisters().first().toMap()["key"];
        if ((value == QLatin1String("class") || value == QLatin1String("neighbour")) && !classChoices().isEmpty()) {
            const QString first = classChoices().first().toMap()["key"].toString();
            each["of"] = first.section(QLatin1Char(':'), 0, 0);
            each["what"] = first.section(QLatin1Char(':'), 1);
        }
        if (figure) each["n"] = QStringLiteral("10");
    }
    if (part == QLatin1String("what")) each.remove(QStringLiteral("of"));
    // A class is named with its scheme.
    if (part == QLatin1String("class")) {
        each.remove(part);
        each["of"] = value.section(QLatin1Char(':'), 0, 0);
        each["what"] = value.section(QLatin1Char(':'), 1);
    }
    list[index] = each;
    setConditions(list);
}

void QuestionForm::removeCondition(int index) {
    QVariantList list = conditions();
    if (index < 0 || index >= list.size()) return;
    list.removeAt(index);
    setConditions(list);
}

}  // namespace xiangtu::app
