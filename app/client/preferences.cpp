// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/preferences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSettings>

namespace xiangtu::app {

namespace {

const QString kLanguage = QStringLiteral("interface/language");
const QString kDark = QStringLiteral("interface/dark");
const QString kElder = QStringLiteral("interface/elder");
const QString kHatching = QStringLiteral("map/hatching");
const QString kAuthor = QStringLiteral("author");
const QString kRole = QStringLiteral("role");
const QString kDrafts = QStringLiteral("drafts/");
/// Whoever has not said otherwise keeps the records: it is one's own machine.
const QString kUsualRole = QStringLiteral("planner");
const QString kQuestions = QStringLiteral("questions");
const QString kImports = QStringLiteral("imports");
const QString kRecipes = QStringLiteral("recipes");
const QString kRecent = QStringLiteral("recentFiles");
constexpr qsizetype kRecentCount = 8;

/// English for English locales, Chinese for everybody else: it is made for Chinese offices.
QString languageByLocale() {
    return QLocale::system().language() == QLocale::English &&
                   qEnvironmentVariable("LANG").startsWith(QLatin1String("en"))
               ? QStringLiteral("en")
               : QStringLiteral("zh");
}

QString accountName() {
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty()) return name;
    }
    return QStringLiteral("user");
}

// Lists of things with a name are kept as text, so that they can be read and handed on.
QVariantList listIn(const QSettings& settings, const QString& key) {
    return QJsonDocument::fromJson(settings.value(key).toByteArray()).array().toVariantList();
}
QByteArray asText(const QVariantList& list) {
    return QJsonDocument(QJsonArray::fromVariantList(list)).toJson(QJsonDocument::Compact);
}
/// Under a name that is there already it takes the place of the one before.
QVariantList with(QVariantList list, const QVariantMap& kept) {
    for (QVariant& each : list) {
        if (each.toMap().value(QStringLiteral("name")) != kept[QStringLiteral("name")]) continue;
        each = kept;
        return list;
    }
    list.append(QVariant(kept));
    return list;
}
QVariantList without(QVariantList list, const QString& name) {
    list.removeIf([&](const QVariant& each) { return each.toMap().value(QStringLiteral("name")) == name; });
    return list;
}

}  // namespace

Preferences::Preferences(QSettings* settings, QObject* parent) : QObject(parent), m_settings(settings) {
    m_language = settings->value(kLanguage, languageByLocale()).toString();
    if (m_language != QLatin1String("en")) m_language = QStringLiteral("zh");
    m_dark = settings->value(kDark, false).toBool();
    m_elder = settings->value(kElder, false).toBool();
    m_hatching = settings->value(kHatching, false).toBool();
    m_author = settings->value(kAuthor).toString().trimmed();
    if (m_author.isEmpty()) m_author = accountName();
    m_role = settings->value(kRole, kUsualRole).toString();
    m_recentFiles = settings->value(kRecent).toStringList();
    m_questions = listIn(*settings, kQuestions);
    m_recipes = listIn(*settings, kRecipes);
    m_imports = listIn(*settings, kImports);
}

void Preferences::setLanguage(const QString& language) {
    m_settings->setValue(kLanguage, language);
    assumeLanguage(language);
}

void Preferences::assumeLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
}

void Preferences::setDark(bool dark) {
    m_settings->setValue(kDark, dark);
    assumeDark(dark);
}

void Preferences::assumeDark(bool dark) {
    if (m_dark == dark) return;
    m_dark = dark;
    emit darkChanged();
}

void Preferences::setElder(bool elder) {
    m_settings->setValue(kElder, elder);
    assumeElder(elder);
}

void Preferences::assumeElder(bool elder) {
    if (m_elder == elder) return;
    m_elder = elder;
    emit elderChanged();
}

void Preferences::setHatching(bool hatching) {
    if (m_hatching == hatching) return;
    m_hatching = hatching;
    m_settings->setValue(kHatching, hatching);
    emit hatchingChanged();
}

void Preferences::setAuthor(const QString& author) {
    const QString name = author.trimmed().isEmpty() ? accountName() : author.trimmed();
    if (m_author == name) return;
    m_author = name;
    m_settings->setValue(kAuthor, name);
    emit authorChanged();
}

void Preferences::setRole(const QString& role) {
    if (m_role == role) return;
    m_role = role;
    m_settings->setValue(kRole, role);
    emit roleChanged();
}

QVariantMap Preferences::draft(const QString& key) const { return m_settings->value(kDrafts + key).toMap(); }

void Preferences::setDraft(const QString& key, const QVariantMap& draft) {
    if (draft.isEmpty())
        m_settings->remove(kDrafts + key);
    else
        m_settings->setValue(kDrafts + key, draft);
}

void Preferences::keepQuestion(const QString& name, const QVariantMap& question) {
    if (name.trimmed().isEmpty() || question.isEmpty()) return;
    setQuestions(with(m_questions, {{"name", name.trimmed()}, {"question", question}}));
}

void Preferences::forgetQuestion(const QString& name) { setQuestions(without(m_questions, name)); }

void Preferences::keepImport(const QVariantMap& recipe) {
    const QString name = recipe[QStringLiteral("name")].toString();
    if (name.isEmpty()) return;
    m_imports = with(m_imports, recipe);
    m_settings->setValue(kImports, asText(m_imports));
    emit importsChanged();
}

void Preferences::setQuestions(const QVariantList& questions) {
    if (m_questions == questions) return;
    m_questions = questions;
    m_settings->setValue(kQuestions, asText(questions));
    emit questionsChanged();
}

void Preferences::keepRecipe(const QString& name, const QVariantMap& recipe) {
    if (name.trimmed().isEmpty() || recipe.isEmpty()) return;
    setRecipes(with(m_recipes, {{"name", name.trimmed()}, {"recipe", recipe}}));
}

void Preferences::forgetRecipe(const QString& name) { setRecipes(without(m_recipes, name)); }

void Preferences::setRecipes(const QVariantList& recipes) {
    if (m_recipes == recipes) return;
    m_recipes = recipes;
    m_settings->setValue(kRecipes, asText(recipes));
    emit recipesChanged();
}

void Preferences::rememberFile(const QString& path) {
    QStringList files = m_recentFiles;
    files.removeAll(path);
    files.prepend(path);
    if (files.size() > kRecentCount) files.resize(kRecentCount);
    if (files == m_recentFiles) return;
    m_recentFiles = files;
    m_settings->setValue(kRecent, files);
    emit recentFilesChanged();
}

void Preferences::forgetFile(const QString& path) {
    if (m_recentFiles.removeAll(path) == 0) return;
    m_settings->setValue(kRecent, m_recentFiles);
    emit recentFilesChanged();
}

}  // namespace xiangtu::app
