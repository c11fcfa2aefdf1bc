// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_form.h"

#include "app/export/export_choices.h"
#include "app/models/terms.h"
#include "app/query/question_words.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace xiangtu::app {

using exchange::ExportFormat;
using exchange::ExportOptions;
using exchange::ExportProfile;
using exchange::TextEncoding;

namespace {

bool among(const QVariantList& choices, const QString& key) {
    return std::ranges::any_of(choices, [&](const QVariant& c) { return c.toMap()[QStringLiteral("key")] == key; });
}
QString firstKey(const QVariantList& choices) {
    return choices.isEmpty() ? QString() : choices.front().toMap()[QStringLiteral("key")].toString();
}

}  // namespace

ExportForm::ExportForm(QObject* parent) : QObject(parent) {
    m_recipe.level = model::Level::grid;
    m_folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void ExportForm::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &ExportForm::takeState);
        connect(m_project, &ProjectObject::sessionChanged, this, &ExportForm::changed);
    }
    emit projectChanged();
    takeState();
}

void ExportForm::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    // A binding hears of a new language before the program has its texts.
    QMetaObject::invokeMethod(
        this,
        [this] {
            emit languageChanged();
            emit listsChanged();
            tell();
        },
        Qt::QueuedConnection);
}

void ExportForm::setQuestions(const QVariantList& questions) {
    if (m_questions == questions) return;
    m_questions = questions;
    emit listsChanged();
    emit changed();
}

std::shared_ptr<const model::Snapshot> ExportForm::snapshot() const {
    return m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
}

void ExportForm::takeState() {
    emit listsChanged();
    settle();
    tell();
}

QVariantList ExportForm::layers() const {
    const auto known = snapshot();
    return known ? layerChoices(*known, m_questions) : QVariantList();
}
QVariantList ExportForm::places() const {
    const auto known = snapshot();
    return known ? placeChoices(*known, m_recipe.within) : QVariantList();
}
QVariantList ExportForm::schemes() const {
    const auto known = snapshot();
    return known ? schemeChoices(*known) : QVariantList();
}
QVariantList ExportForm::formats() const { return formatChoices(); }
QVariantList ExportForm::classes() const {
    const auto known = snapshot();
    return known && m_recipe.level ? classChoices(*known, m_recipe) : QVariantList();
}
QVariantList ExportForm::encodings() const { return encodingChoices(m_recipe.options.format); }
QVariantList ExportForm::namings() const { return namingChoices(m_recipe.options.format); }
QVariantList ExportForm::systems() const {
    const auto known = snapshot();
    if (!known) return {};
    return systemChoices(m_recipe.options.format, m_recipe.options.crs, boundsOf(*known, m_recipe.within));
}

QString ExportForm::layer() const {
    if (m_recipe.level) return QStringLiteral("level:") + fromUtf8(model::levelName(*m_recipe.level));
    if (m_recipe.organisations) return QStringLiteral("organisations");
    if (!m_recipe.registerId.empty()) return QStringLiteral("register:") + fromUtf8(m_recipe.registerId);
    const QVariantMap asked = toMap({m_recipe.question, m_recipe.params});
    for (qsizetype i = 0; i < m_questions.size(); ++i) {
        if (m_questions[i].toMap()[QStringLiteral("question")].toMap() == asked)
            return QStringLiteral("question:%1").arg(i);
    }
    return {};
}

void ExportForm::setLayer(const QString& key) {
    if (key == layer()) return;
    const QString kind = key.section(QLatin1Char(':'), 0, 0), name = key.section(QLatin1Char(':'), 1);
    m_recipe.level = kind == QLatin1String("level") ? model::parseLevel(name.toStdString()) : std::nullopt;
    m_recipe.organisations = kind == QLatin1String("organisations");
    m_recipe.registerId = kind == QLatin1String("register") ? name.toStdString() : std::string();
    m_recipe.question.clear();
    m_recipe.params.clear();
    if (kind == QLatin1String("question")) {
        const query::Question question =
            toQuestion(m_questions.value(name.toInt()).toMap()[QStringLiteral("question")].toMap());
        m_recipe.question = question.id;
        m_recipe.params = question.params;
    }
    // They spoke of the fields of another layer.
    m_recipe.where.clear();
    m_recipe.columns.clear();
    settle();
    tell();
}

void ExportForm::setWithin(const QString& code) {
    if (code == within()) return;
    m_recipe.within = code.toStdString();
    suggestTarget();
    emit listsChanged();
    emit changed();
}

void ExportForm::setCondition(const QString& condition) {
    const std::string text = condition.trimmed().toStdString();
    if (text == m_recipe.where) return;
    m_recipe.where = text;
    emit changed();
}

void ExportForm::setScheme(const QString& key) {
    if (key.toStdString() == m_recipe.scheme) return;
    m_recipe.scheme = key.toStdString();
    m_recipe.classes.clear();
    emit changed();
}

void ExportForm::toggleClass(const QString& code) {
    const std::string text = code.toStdString();
    if (std::erase(m_recipe.classes, text) == 0) m_recipe.classes.push_back(text);
    emit changed();
}

void ExportForm::setDay(const QString& iso) {
    if (iso == day()) return;
    m_recipe.date = iso.toStdString();
    emit changed();
}

QString ExportForm::format() const { return fromUtf8(exchange::formatName(m_recipe.options.format)); }

void ExportForm::setFormat(const QString& name) {
    const auto format = exchange::parseExportFormat(name.toStdString());
    if (!format || *format == m_recipe.options.format) return;
    m_recipe.options.format = *format;
    // What another format was written in says little about this one.
    m_recipe.options.crs.clear();
    if (m_ownTarget && !split()) {
        const QFileInfo old(target());
        const QString ending = fromUtf8(exchange::formatEnding(*format));
        m_recipe.out = QDir(old.path()).filePath(old.completeBaseName() + ending).toStdString();
    }
    setReplace(false);
    settle();
    tell();
}

QString ExportForm::encoding() const { return fromUtf8(exchange::encodingName(m_recipe.options.encoding)); }
void ExportForm::setEncoding(const QString& name) {
    m_recipe.options.encoding = exchange::parseTextEncoding(name.toStdString()).value_or(m_recipe.options.encoding);
    emit changed();
}
QString ExportForm::naming() const { return fromUtf8(exchange::kFieldNamings[std::size_t(m_recipe.options.naming)]); }
void ExportForm::setNaming(const QString& name) {
    m_recipe.options.naming = exchange::parseFieldNaming(name.toStdString()).value_or(m_recipe.options.naming);
    emit changed();
}
void ExportForm::setSystem(const QString& key) {
    m_recipe.options.crs = key.toStdString();
    emit changed();
}

bool ExportForm::split() const { return m_recipe.options.split == ExportOptions::Split::township; }
void ExportForm::setSplit(bool split) {
    m_recipe.options.split = split ? ExportOptions::Split::township : ExportOptions::Split::none;
    m_ownTarget = false;
    suggestTarget();
    emit changed();
}
bool ExportForm::publicUse() const { return m_recipe.profile == ExportProfile::publicUse; }
void ExportForm::setPublicUse(bool publicUse) {
    m_recipe.profile = publicUse ? ExportProfile::publicUse : ExportProfile::internal;
    m_recipe.sensitive &= !publicUse;
    emit changed();
}
void ExportForm::setSensitive(bool sensitive) {
    m_recipe.sensitive = sensitive && maySensitive();
    emit changed();
}
void ExportForm::setTwelveFields(bool twelve) {
    m_recipe.options.landText.fields = twelve ? 12 : 9;
    emit changed();
}
void ExportForm::setTarget(const QString& path) {
    if (path == target()) return;
    m_recipe.out = path.toStdString();
    m_recipe.options.existing = ExportOptions::Existing::refused;
    m_ownTarget = !path.isEmpty();
    emit changed();
}
void ExportForm::pickTarget(const QUrl& file) {
    setTarget(file.isLocalFile() ? file.toLocalFile() : file.path());
    if (!split()) setReplace(true);
}
bool ExportForm::replace() const { return m_recipe.options.existing == ExportOptions::Existing::replaced; }
void ExportForm::setReplace(bool replace) {
    m_recipe.options.existing = replace ? ExportOptions::Existing::replaced : ExportOptions::Existing::refused;
    emit changed();
}

bool ExportForm::maySensitive() const {
    return m_project && !m_recipe.registerId.empty() && !publicUse() &&
           m_project->mayUncover(QString::fromStdString(m_recipe.registerId), 0);
}

void ExportForm::tell() {
    suggestTarget();
    emit changed();
}

void ExportForm::settle() {
    ExportOptions& options = m_recipe.options;
    const auto known = snapshot();
    if (known && !among(layers(), layer()) && !ofAnswer()) {
        const QString first = firstKey(layers());
        if (!first.isEmpty()) return setLayer(first);
    }
    if (!encodings().isEmpty() && !among(encodings(), encoding())) options.encoding = TextEncoding::utf8;
    if (!among(namings(), naming())) options.naming = exchange::FieldNaming::pinyin;
    if (known && (options.crs.empty() || !among(systems(), system()))) options.crs = firstKey(systems()).toStdString();
    if (!ofUnits()) {
        m_recipe.classes.clear();
        m_recipe.scheme.clear();
    } else if (known && !m_recipe.scheme.empty() && !known->findScheme(m_recipe.scheme)) {
        m_recipe.classes.clear();
        m_recipe.scheme.clear();
    }
    if (ofAnswer()) {
        m_recipe.profile = ExportProfile::internal;
        m_recipe.within.clear();
    }
    m_recipe.sensitive &= maySensitive();
}

}  // namespace xiangtu::app
