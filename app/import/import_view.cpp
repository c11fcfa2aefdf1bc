// SPDX-License-Identifier: GPL-3.0-or-later
// What an import looks like to the interface, and the recipes that are kept of it.
#include "app/import/import_offers.h"
#include "app/import/import_task.h"
#include "app/import/import_words.h"
#include "app/models/terms.h"
#include "base/json.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace xiangtu::app {

namespace {

struct ImportViewTexts {
    Q_DECLARE_TR_FUNCTIONS(ImportViewTexts)
};

QVariantList withFound(const QString& found, QVariantList offers) {
    offers.prepend(QVariantMap{
        {"key", QString()},
        {"text", found.isEmpty() ? ImportViewTexts::tr("Choose…") : ImportViewTexts::tr("As found: %1").arg(found)}});
    return offers;
}

QStringList fieldNames(const exchange::Preview& preview) {
    QStringList names;
    for (const exchange::PreviewField& field : preview.fields) names << fromUtf8(field.name);
    std::ranges::sort(names);
    return names;
}

QVariantList layerViews(const exchange::Preview& preview) {
    QVariantList out;
    if (preview.asks == exchange::Asks::layer)
        out << QVariantMap{{"key", QString()}, {"text", ImportViewTexts::tr("Choose…")}};
    for (const exchange::PreviewLayer& layer : preview.layers)
        out << QVariantMap{{"key", fromUtf8(layer.name)},
                           {"text", ImportViewTexts::tr("%1 (%2)").arg(fromUtf8(layer.name)).arg(layer.records)}};
    return out;
}

QVariantList sampleViews(const exchange::Preview& preview) {
    QVariantList out;
    for (const exchange::PreviewField& field : preview.fields) {
        QStringList samples;
        for (const std::string& sample : field.samples) samples << fromUtf8(sample);
        out << QVariantMap{{"name", fromUtf8(field.name)}, {"target", fromUtf8(field.target)}, {"samples", samples}};
    }
    return out;
}

QString shapeWords(const exchange::Preview& preview) {
    QStringList parts;
    if (preview.areas > 0) parts << ImportViewTexts::tr("areas");
    if (preview.lines > 0) parts << ImportViewTexts::tr("lines");
    if (preview.points > 0) parts << ImportViewTexts::tr("points");
    return parts.isEmpty() ? ImportViewTexts::tr("a table without places") : parts.join(ImportViewTexts::tr(", "));
}

/// The finding of a conversion that is not exact.
QString shiftNote(const exchange::Preview& preview) {
    const auto& findings = preview.report.findings;
    const auto inexact = std::ranges::find(findings, exchange::Rule::crsInexact, &exchange::Finding::rule);
    return inexact == findings.end() ? QString() : shiftWords(*inexact);
}

}  // namespace

QVariantList ImportTask::targetViews() const {
    QVariantList out;
    for (const exchange::Target& target : m_preview->targets) {
        const auto use = std::ranges::find(m_preview->report.fields, target.id, &exchange::FieldUse::role);
        const bool known = use != m_preview->report.fields.end();
        out << QVariantMap{{"key", fromUtf8(target.id)},
                           {"text", titleOf(target.title)},
                           {"required", target.required},
                           {"field", known ? fromUtf8(use->field) : QString()}};
    }
    return out;
}

void ImportTask::describe() {
    m_found = {{"known", false}, {"records", 0}, {"placed", false}, {"shift", false}, {"datumAsked", false}};
    for (const char* list :
         {"layers", "encodings", "samples", "systems", "goals", "targets", "fields", "keys", "recipes"})
        m_found[QLatin1String(list)] = QVariantList();
    for (const char* text : {"format", "shapes", "layer", "encoding", "encodingReason", "crs", "crsReason", "asks",
                             "datum", "datumNote", "goal", "key"})
        m_found[QLatin1String(text)] = QString();
    if (m_preview && m_project && m_project->state().snapshot) {
        const exchange::Preview& p = *m_preview;
        const model::Snapshot& county = *m_project->state().snapshot;
        const bool askedSystem = !m_recipe.how.crs.empty(), askedText = !m_recipe.how.encoding.empty();
        QVariantList fields{QVariantMap{{"key", QString()}, {"text", ImportViewTexts::tr("(nothing)")}}};
        for (const exchange::PreviewField& field : p.fields)
            fields << QVariantMap{{"key", fromUtf8(field.name)}, {"text", fromUtf8(field.name)}};
        m_found = {
            {"known", true},
            {"records", qint64(p.report.records)},
            {"format", fromUtf8(p.report.driver)},
            {"shapes", shapeWords(p)},
            {"layers", layerViews(p)},
            {"layer", fromUtf8(p.report.layer)},
            {"encodings",
             withFound(askedText ? ImportViewTexts::tr("find out") : fromUtf8(p.report.encoding), encodingOffers())},
            {"encoding", fromUtf8(m_recipe.how.encoding)},
            {"encodingReason", basisWords(p.report.encodingBasis)},
            {"samples", sampleViews(p)},
            {"systems",
             withFound(askedSystem ? ImportViewTexts::tr("find out") : fromUtf8(p.report.crs), systemOffers(county))},
            {"crs", fromUtf8(m_recipe.how.crs)},
            {"crsReason", basisWords(p.report.crsBasis)},
            {"asks", p.asks == exchange::Asks::layer              ? QStringLiteral("layer")
                     : p.asks == exchange::Asks::coordinateSystem ? QStringLiteral("crs")
                                                                  : QString()},
            {"placed", p.points + p.lines + p.areas > 0},
            {"shift", m_recipe.how.shift == exchange::Shift::gcj02},
            {"datum", fromUtf8(m_recipe.datum)},
            {"datumAsked", hasLocalDatum(p) || !m_recipe.datum.empty()},
            {"datumNote", shiftNote(p)},
            {"goals", goalOffers(county)},
            {"goal", goalKey(m_recipe.into)},
            {"targets", targetViews()},
            {"fields", fields},
            {"keys", keyOffers(m_recipe.into, county)},
            {"key", fromUtf8(m_recipe.key)},
            {"recipes", recipesForFields()},
        };
    }
    emit foundChanged();
}

QVariantMap ImportTask::counts() const {
    if (!m_work) return {};
    const exchange::ImportReport& report = m_work->report;
    const edit::MergeReport& merge = m_work->merge;
    return {{"records", qint64(report.records)},
            {"taken", qint64(report.taken)},
            {"rejected", qint64(report.rejected)},
            {"inserted", qint64(merge.count(edit::Fate::inserted))},
            {"changed", qint64(merge.count(edit::Fate::updated))},
            {"unchanged", qint64(merge.count(edit::Fate::unchanged))},
            {"missing", qint64(merge.count(edit::Fate::missing))},
            {"refused", qint64(merge.count(edit::Fate::refused))},
            {"same", m_work->coming.size() == 0 && m_work->changed.changes.empty()}};
}

QString ImportTask::mayNot() const {
    if (!m_project || !m_preview) return {};
    const bool records = m_recipe.into.kind == exchange::Into::Kind::records;
    return m_project->whyNot({}, records ? QStringLiteral("record") : QStringLiteral("structure"));
}

QVariantMap ImportTask::recipe(const QString& name) const {
    if (!m_preview || name.trimmed().isEmpty()) return {};
    exchange::ImportRecipe kept = m_recipe;
    kept.how.layer.clear();  // next month's file is called otherwise
    // Fields as they are mapped now, also those that were only proposed.
    for (const exchange::FieldUse& use : m_preview->report.fields) kept.map[use.role] = use.field;
    return {{"name", name.trimmed()},
            {"fields", fieldNames(*m_preview)},
            {"recipe", QString::fromStdString(toJson(kept).dump())}};
}

QVariantList ImportTask::recipesForFields() const {
    QVariantList out;
    const QStringList fields = fieldNames(*m_preview);
    for (const QVariant& kept : m_kept) {
        if (kept.toMap()["fields"].toStringList() == fields) out << kept.toMap()["name"];
    }
    return out;
}

void ImportTask::useKept(const QString& name) {
    for (const QVariant& kept : std::as_const(m_kept)) {
        if (kept.toMap()["name"].toString() != name) continue;
        const auto fault = caught([&] {
            const std::string layer = m_recipe.how.layer;
            m_recipe = exchange::recipeFromJson(
                base::parseJson(kept.toMap()["recipe"].toString().toStdString(), name.toStdString()),
                name.toStdString());
            m_recipe.how.layer = layer;
        });
        if (fault) return complain(ImportViewTexts::tr("What was kept under this name cannot be read."), fault->text);
        m_goalChosen = true;
        return look();
    }
}

}  // namespace xiangtu::app
