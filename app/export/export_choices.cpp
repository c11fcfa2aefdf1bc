// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_choices.h"

#include "app/export/export_words.h"
#include "app/models/terms.h"
#include "exchange/export_layers.h"

#include <QColor>
#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>
#include <array>

namespace xiangtu::app {

namespace {

using exchange::ExportFormat;
using exchange::RowSource;
using exchange::TextEncoding;

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

QVariantMap choice(const QString& key, const QString& text) { return {{"key", key}, {"text", text}}; }

constexpr std::array kByUse{ExportFormat::shapefile,  ExportFormat::geoPackage, ExportFormat::landText,
                            ExportFormat::kml,        ExportFormat::dxf,        ExportFormat::xlsx,
                            ExportFormat::csv,        ExportFormat::fileGdb,    ExportFormat::geoJson,
                            ExportFormat::geoJsonCrs, ExportFormat::mapInfoTab, ExportFormat::mapInfoMif,
                            ExportFormat::flatGeobuf};

std::vector<std::string> systemsOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::geoJson:
    case ExportFormat::kml: return {"wgs84", "geographic"};
    case ExportFormat::landText: return {"zone3-prefix", "zone3", "zone6-prefix", "zone6"};
    default: return {"geographic", "zone3", "zone3-prefix", "zone6", "zone6-prefix", "wgs84"};
    }
}

}  // namespace

QVariantList layerChoices(const model::Snapshot& snapshot, const QVariantList& questions) {
    QVariantList list;
    for (int level = model::kLevelCount - 1; level >= 0; --level) {
        const auto each = model::Level(level);
        if (snapshot.table(each).units.empty()) continue;
        list << choice(QStringLiteral("level:") + fromUtf8(model::levelName(each)), levelTitle(each));
    }
    if (snapshot.party && !snapshot.party->orgs.empty())
        list << choice(QStringLiteral("organisations"), ExportWords::tr("Party organisations"));
    for (const auto& table : snapshot.registers) {
        list << choice(QStringLiteral("register:") + fromUtf8(table->def.id),
                       ExportWords::tr("Register: %1").arg(titleOf(table->def.title)));
    }
    for (qsizetype i = 0; i < questions.size(); ++i) {
        list << choice(QStringLiteral("question:%1").arg(i),
                       ExportWords::tr("Answer: %1").arg(questions[i].toMap()[QStringLiteral("name")].toString()));
    }
    return list;
}

QVariantList placeChoices(const model::Snapshot& snapshot, const std::string& also) {
    QVariantList list{choice(QString(), ExportWords::tr("The whole county"))};
    bool there = also.empty();
    for (const model::Unit& unit : snapshot.table(model::Level::township).units) {
        there |= unit.code.text() == also;
        list << choice(fromUtf8(unit.code.text()), fromUtf8(unit.name));
    }
    if (there) return list;
    const auto code = model::Code::parse(also);
    const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef();
    list << choice(fromUtf8(also), unit.valid() ? fromUtf8(snapshot.unit(unit).name) : fromUtf8(also));
    return list;
}

QVariantList schemeChoices(const model::Snapshot& snapshot) {
    QVariantList list;
    for (const model::Scheme& scheme : *snapshot.schemes) list << choice(fromUtf8(scheme.key), titleOf(scheme.name));
    return list;
}

QVariantList classChoices(const model::Snapshot& snapshot, const exchange::ExportRecipe& recipe) {
    QVariantList list;
    const std::size_t at = snapshot.findScheme(recipe.scheme).value_or(0);
    if (at >= snapshot.schemes->size()) return list;
    const auto add = [&](const std::string& code, const QString& text, const QColor& colour) {
        list << QVariantMap{{"key", fromUtf8(code)},
                            {"text", text},
                            {"colour", colour},
                            {"checked", std::ranges::find(recipe.classes, code) != recipe.classes.end()}};
    };
    for (const model::SchemeClass& each : (*snapshot.schemes)[at].classes)
        add(each.code, titleOf(each.meaning), QColor::fromRgb(QRgb(each.rgb)));
    add("none", ExportWords::tr("Without class"), {});
    return list;
}

QVariantList formatChoices() {
    QVariantList list;
    for (const ExportFormat format : kByUse) {
        QVariantMap each = choice(fromUtf8(exchange::formatName(format)), formatTitle(format));
        each[QStringLiteral("note")] = formatPurpose(format);
        list << each;
    }
    return list;
}

QVariantList encodingChoices(ExportFormat format) {
    std::vector<TextEncoding> known;
    switch (format) {
    case ExportFormat::shapefile:
    case ExportFormat::csv:
    case ExportFormat::landText: known = {TextEncoding::utf8, TextEncoding::gbk, TextEncoding::gb18030}; break;
    case ExportFormat::mapInfoTab:
    case ExportFormat::mapInfoMif: known = {TextEncoding::utf8, TextEncoding::gbk}; break;
    default: break;
    }
    QVariantList list;
    for (const TextEncoding each : known) {
        const QString name = fromUtf8(exchange::encodingName(each));
        list << QVariantMap{{"key", name}, {"title", name}};
    }
    return list;
}

QVariantList namingChoices(ExportFormat format) {
    QVariantList list{QVariantMap{{"key", "key"}, {"title", ExportWords::tr("English key")}},
                      QVariantMap{{"key", "pinyin"}, {"title", ExportWords::tr("Pinyin initials")}}};
    // In 10 bytes of a .dbf a Chinese title is three characters, and every other program reads them otherwise.
    if (format != ExportFormat::shapefile)
        list << QVariantMap{{"key", "title"}, {"title", ExportWords::tr("Chinese title")}};
    return list;
}

QVariantList systemChoices(ExportFormat format, const std::string& asked, const RowSource::Bounds& bounds) {
    std::vector<std::string> keys = systemsOf(format);
    if (!asked.empty() && std::ranges::find(keys, asked) == keys.end()) keys.push_back(asked);
    QVariantList list;
    for (const std::string& key : keys) {
        const auto crs = exchange::chooseExportCrs(key, ExportFormat::geoPackage, bounds.west, bounds.east);
        if (crs) list << choice(fromUtf8(key), systemTitle(crs.value()));
    }
    return list;
}

RowSource::Bounds boundsOf(const model::Snapshot& snapshot, const std::string& within) {
    const auto code = model::Code::parse(within);
    const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef();
    if (unit.valid()) return exchange::unitBounds(snapshot, unit);
    RowSource::Bounds all;
    for (const model::Level level : model::kLevels) {
        for (std::uint32_t row = 0; row < snapshot.table(level).units.size(); ++row)
            all.extend(exchange::unitBounds(snapshot, {level, row}));
        if (all.west <= all.east) break;
    }
    return all;
}

}  // namespace xiangtu::app
