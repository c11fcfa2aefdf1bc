// SPDX-License-Identifier: GPL-3.0-or-later
// How the form becomes a recipe and a recipe the form, and what the file is to be called.
#include "app/export/export_choices.h"
#include "app/export/export_form.h"
#include "app/models/terms.h"
#include "app/query/question_words.h"
#include "app/registers/table_work.h"
#include "base/error.h"
#include "base/json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace xiangtu::app {

using exchange::ExportRecipe;

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

QString pathOf(const QUrl& file) { return file.isLocalFile() ? file.toLocalFile() : file.path(); }

}  // namespace

QVariantMap ExportForm::recipeMap() const {
    const std::string text = exchange::dumpExportRecipe(m_recipe).dump();
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object().toVariantMap();
}

void ExportForm::takeRecipe(ExportRecipe recipe) {
    m_ownTarget = !recipe.out.empty();
    if (m_ownTarget) m_folder = QFileInfo(QString::fromStdString(recipe.out)).path();
    m_recipe = std::move(recipe);
    emit listsChanged();
    settle();
    tell();
}

QString ExportForm::take(const QVariantMap& recipe) {
    const QByteArray text = QJsonDocument(QJsonObject::fromVariantMap(recipe)).toJson(QJsonDocument::Compact);
    try {
        takeRecipe(exchange::parseExportRecipe(base::parseJson(text.toStdString(), "recipe"), "recipe"));
    } catch (const base::Error& e) { return fromUtf8(e.what()); }
    return {};
}

QString ExportForm::load(const QUrl& file) {
    try {
        takeRecipe(exchange::loadExportRecipe(pathOf(file).toStdString()));
    } catch (const base::Error& e) { return fromUtf8(e.what()); }
    return {};
}

QString ExportForm::save(const QUrl& file) const {
    try {
        writeFile(pathOf(file), exchange::dumpExportRecipe(m_recipe).dump(2) + "\n");
    } catch (const base::Error& e) { return fromUtf8(e.what()); }
    return {};
}

void ExportForm::begin(const QVariantMap& what) {
    if (what.contains(QStringLiteral("format"))) {
        // The settings of the last time, for a file of another name.
        if (!take(what).isEmpty()) return;
        m_ownTarget = false;
        m_recipe.options.existing = exchange::ExportOptions::Existing::refused;
        m_recipe.date.clear();
        return tell();
    }
    if (what.contains(QStringLiteral("registerId"))) {
        setLayer(QStringLiteral("register:") + what[QStringLiteral("registerId")].toString());
        setWithin(what[QStringLiteral("within")].toString());
        setCondition(what[QStringLiteral("condition")].toString());
    } else if (what.contains(QStringLiteral("question"))) {
        const query::Question question = toQuestion(what[QStringLiteral("question")].toMap());
        m_recipe.level.reset();
        m_recipe.organisations = false;
        m_recipe.registerId.clear();
        m_recipe.where.clear();
        m_recipe.columns.clear();
        m_recipe.question = question.id;
        m_recipe.params = question.params;
    }
    m_ownTarget = false;
    m_recipe.options.existing = exchange::ExportOptions::Existing::refused;
    settle();
    tell();
}

void ExportForm::suggestTarget() {
    if (m_ownTarget) return;
    const auto known = snapshot();
    if (!known) return;
    QString name = ExportWords::tr("Export");
    const QString key = layer();
    for (const QVariant& each : layers()) {
        if (each.toMap()[QStringLiteral("key")] == key) name = each.toMap()[QStringLiteral("text")].toString();
    }
    // "Register: Fire points" is the register's own name.
    name = name.section(QStringLiteral(": "), -1).section(QStringLiteral("："), -1);
    if (const auto code = model::Code::parse(m_recipe.within)) {
        const model::UnitRef unit = known->findUnit(*code);
        if (unit.valid()) name = fromUtf8(known->unit(unit).name) + QLatin1Char(' ') + name;
    }
    name.remove(QRegularExpression(QStringLiteral("[/\\\\?？:：*\"<>|]")));
    if (!split()) name += fromUtf8(exchange::formatEnding(m_recipe.options.format));
    m_recipe.out = QDir(m_folder).filePath(name).toStdString();
}

}  // namespace xiangtu::app
