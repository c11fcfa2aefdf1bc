// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_work.h"

#include "app/query/answer_rows.h"
#include "app/query/points_file.h"
#include "app/query/selection.h"
#include "base/error.h"
#include "base/json.h"
#include "exchange/field_names.h"
#include "query/question.h"
#include "style/qgis.h"

#include <algorithm>

namespace xiangtu::app {

namespace {

using exchange::ExportLayer;
using exchange::ExportProfile;
using exchange::ExportRecipe;

/// A condition may not ask what the export may not show: values could be guessed by what it lets through.
model::Expression condition(const ExportRecipe& recipe, const model::Snapshot& snapshot, bool sensitive) {
    if (recipe.where.empty()) return {};
    if (recipe.level || recipe.organisations) {
        const model::RegisterDef fields =
            recipe.level ? exchange::unitFields(snapshot) : exchange::organisationFields();
        return model::Expression::parse(recipe.where, &fields);
    }
    const model::RegisterTable* table = snapshot.findRegister(recipe.registerId);
    if (!table) return {};  // said when the layer is made
    if (!sensitive) {
        model::RegisterDef open = table->def;
        std::erase_if(open.fields, [](const model::FieldDef& field) { return field.sensitive; });
        static_cast<void>(model::Expression::parse(recipe.where, &open));
    }
    return model::Expression::parse(recipe.where, &table->def);
}

exchange::ExportSelection selectionOf(const ExportWork& work, const ExportRecipe& recipe) {
    const model::Snapshot& snapshot = *work.snapshot;
    exchange::ExportSelection out;
    if (!recipe.within.empty()) {
        const auto code = model::Code::parse(recipe.within);
        if (code) out.within = snapshot.findUnit(*code);
        if (!out.within.valid())
            throw base::Error(base::Fault::usage, "there is no unit with code \"" + recipe.within + "\"");
    }
    if (!recipe.scheme.empty()) {
        out.scheme = snapshot.findScheme(recipe.scheme);
        if (!out.scheme) throw base::Error(base::Fault::usage, "there is no scheme \"" + recipe.scheme + "\"");
    }
    out.classes = recipe.classes;
    out.columns = recipe.columns;
    out.profile = recipe.profile;
    out.rights = work.rights;
    out.rights.sensitive &= recipe.sensitive && recipe.profile == ExportProfile::internal;
    out.where = condition(recipe, snapshot, out.rights.sensitive);
    return out;
}

ExportLayer layerOf(const ExportWork& work, const ExportRecipe& recipe, const base::Progress& progress) {
    if (!recipe.question.empty()) {
        if (recipe.profile == ExportProfile::publicUse)
            throw base::Error(base::Fault::usage, "an answer has no public profile: export the level or register");
        const query::Ground ground(work.snapshot, nullptr, nullptr, work.dayOf);
        const query::Question question{recipe.question, recipe.params};
        query::Answer answer = recipe.question == kSelect
                                   ? select(ground, question, progress)
                                   : query::ask(ground, withPoints(question), query::Shapes::made, progress);
        ExportLayer out{answerRows(work.snapshot, std::move(answer), recipe.question), {}};
        if (!recipe.where.empty() || !recipe.columns.empty() || !recipe.within.empty())
            out.leftOut.emplace_back("where, within and columns: a question says itself what it is about");
        return out;
    }
    const exchange::ExportSelection selection = selectionOf(work, recipe);
    if (recipe.organisations) return organisationLayer(work.snapshot, selection);
    if (!recipe.registerId.empty()) return registerLayer(work.snapshot, recipe.registerId, selection);
    return unitLayer(work.snapshot, recipe.level.value_or(model::Level::grid), selection);
}

std::string attribute(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '<')
            out += "&lt;";
        else
            out += c;
    }
    return out;
}

/// Chinese names of the fields, where QGIS looks for them.
void addAliases(std::string& qml, const exchange::RowSource::About& about, const std::vector<std::string>& names) {
    const auto end = qml.rfind("</qgis>");
    if (end == std::string::npos) return;
    std::string text = " <aliases>\n";
    for (std::size_t c = 0; c < names.size(); ++c) {
        text += "  <alias field=\"" + attribute(names[c]) + "\" index=\"" + std::to_string(c + 1) + "\" name=\"" +
                attribute(about.columns[c].title.zh) + "\"/>\n";
    }
    qml.insert(end, text + " </aliases>\n");
    // A style that names its categories is read by them only.
    constexpr std::string_view kCategories = "Symbology|Rendering\"";
    if (const auto at = qml.find(kCategories); at != std::string::npos)
        qml.replace(at, kCategories.size(), "Symbology|Rendering|Fields\"");
}

/// Colours of the scheme where its classes are among the columns, else outlines; for units.
std::vector<exchange::ExportStyle> stylesOf(const ExportWork& work, const ExportRecipe& recipe,
                                            const exchange::RowSource& rows) {
    if (recipe.options.format != exchange::ExportFormat::geoPackage || !recipe.level) return {};
    const auto& about = rows.about();
    const style::StyleSheet sheet = style::load(work.styleDir, "light");
    const auto names = exchange::fieldNames(about.columns, recipe.options.naming, 200);
    std::vector<exchange::ExportStyle> out;
    const auto add = [&](const std::string& name, style::LayerStyle style) {
        addAliases(style.qml, about, names);
        out.push_back({name, std::move(style.qml), std::move(style.sld)});
    };
    for (const model::Scheme& scheme : *work.snapshot->schemes) {
        const auto at = std::ranges::find(about.columns, scheme.key, &exchange::ExportColumn::key);
        if (at == about.columns.end() || (!recipe.scheme.empty() && scheme.key != recipe.scheme)) continue;
        add(scheme.name.zh,
            style::classFills(about.key, names[std::size_t(at - about.columns.begin())], scheme, sheet));
    }
    add("边界", style::outlines(about.key, sheet.borders[model::indexOf(*recipe.level)]));
    return out;
}

std::string filterOf(const ExportRecipe& recipe) {
    base::Json json = exchange::dumpExportRecipe(recipe);
    for (const char* key : {"format", "encoding", "crs", "names", "split", "losses", "sheets", "out", "profile",
                            "land_text_fields", "level", "organisations", "register"})
        json.erase(key);
    return json.empty() ? std::string() : json.dump();
}

}  // namespace

ExportForesight foresee(const ExportWork& work, const ExportRecipe& recipe, const base::Progress& progress) {
    ExportLayer layer = layerOf(work, recipe, progress);
    const auto& about = layer.rows->about();
    const auto names =
        exchange::fieldNames(about.columns, recipe.options.naming, exchange::mostNameBytes(recipe.options.format));
    ExportForesight out{about.title,
                        {},
                        std::move(layer.leftOut),
                        exchange::checkExport(*layer.rows, recipe.out, recipe.options, progress)};
    for (std::size_t c = 0; c < names.size(); ++c) out.fields.push_back({names[c], about.columns[c]});
    return out;
}

base::Result<exchange::ExportReport, exchange::Refusal> runExport(const ExportWork& work, const ExportRecipe& recipe,
                                                                  const base::Progress& progress) {
    const ExportLayer layer = layerOf(work, recipe, progress);
    exchange::ExportFacts facts;
    facts.source = work.file.filename().string() + " " + work.snapshot->info.title;
    facts.day = work.snapshot->day.iso();
    facts.made = base::nowIso();
    facts.filter = filterOf(recipe);
    facts.profile = recipe.profile == ExportProfile::publicUse ? "public" : "internal";
    facts.demo = work.snapshot->info.demo;
    for (const std::string& what : layer.leftOut) facts.leftOut.push_back("left out: " + what);
    return exchange::exportRows(*layer.rows, recipe.out, recipe.options, facts, stylesOf(work, recipe, *layer.rows),
                                progress);
}

}  // namespace xiangtu::app
