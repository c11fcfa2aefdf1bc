// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_words.h"

#include "app/models/figures.h"
#include "app/models/terms.h"

#include <QCoreApplication>

namespace xiangtu::app {

namespace {

using exchange::ColumnType;
using exchange::ExportFormat;
using exchange::ExportLoss;

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

/// What stands between the first and the last of two signs.
QString between(const QString& text, QLatin1Char sign) { return text.section(sign, 1, -2); }

}  // namespace

QString formatTitle(ExportFormat format) {
    switch (format) {
    case ExportFormat::shapefile: return ExportWords::tr("Shapefile (.shp)");
    case ExportFormat::geoPackage: return ExportWords::tr("GeoPackage (.gpkg)");
    case ExportFormat::fileGdb: return ExportWords::tr("File geodatabase (.gdb)");
    case ExportFormat::geoJson: return ExportWords::tr("GeoJSON (RFC 7946)");
    case ExportFormat::geoJsonCrs: return ExportWords::tr("GeoJSON with coordinate system");
    case ExportFormat::kml: return ExportWords::tr("KML (.kml)");
    case ExportFormat::dxf: return ExportWords::tr("DXF drawing (.dxf)");
    case ExportFormat::flatGeobuf: return ExportWords::tr("FlatGeobuf (.fgb)");
    case ExportFormat::csv: return ExportWords::tr("Table (.csv)");
    case ExportFormat::xlsx: return ExportWords::tr("Excel sheet (.xlsx)");
    case ExportFormat::landText: return ExportWords::tr("Boundary points, land TXT (.txt)");
    case ExportFormat::mapInfoTab: return ExportWords::tr("MapInfo (.tab)");
    case ExportFormat::mapInfoMif: return ExportWords::tr("MapInfo interchange (.mif)");
    }
    return {};
}

QString formatPurpose(ExportFormat format) {
    switch (format) {
    case ExportFormat::shapefile:
        return ExportWords::tr("For the natural resources bureau and nearly every map program");
    case ExportFormat::geoPackage: return ExportWords::tr("For QGIS: one file, colours and Chinese names included");
    case ExportFormat::fileGdb: return ExportWords::tr("For ArcGIS: long field names, no size limit");
    case ExportFormat::geoJson: return ExportWords::tr("For web maps; degrees only");
    case ExportFormat::geoJsonCrs: return ExportWords::tr("For programs that read GeoJSON in metres");
    case ExportFormat::kml: return ExportWords::tr("For Ovital Map and Google Earth, with colours");
    case ExportFormat::dxf: return ExportWords::tr("For CAD: outlines by layer, with names as text");
    case ExportFormat::flatGeobuf: return ExportWords::tr("For large amounts of data, streamed over the network");
    case ExportFormat::csv: return ExportWords::tr("For any table program; shapes as text");
    case ExportFormat::xlsx: return ExportWords::tr("For Excel and WPS: codes stay text, no shapes");
    case ExportFormat::landText: return ExportWords::tr("For land surveys and approval of construction land");
    case ExportFormat::mapInfoTab: return ExportWords::tr("For MapInfo");
    case ExportFormat::mapInfoMif: return ExportWords::tr("For exchange with MapInfo, readable as text");
    }
    return {};
}

QString columnTypeTitle(ColumnType type) {
    switch (type) {
    case ColumnType::text: return ExportWords::tr("Text");
    case ColumnType::code: return ExportWords::tr("Code");
    case ColumnType::integer: return ExportWords::tr("Whole number");
    case ColumnType::real: return ExportWords::tr("Number");
    case ColumnType::date: return ExportWords::tr("Day");
    case ColumnType::instant: return ExportWords::tr("Day and time");
    case ColumnType::yesNo: return ExportWords::tr("Yes or no");
    }
    return {};
}

QString systemTitle(const exchange::ExportCrs& crs) {
    if (crs.epsg == 4326) return ExportWords::tr("WGS 84, degrees (EPSG:4326)");
    if (crs.geographic) return ExportWords::tr("CGCS2000, degrees (EPSG:4490)");
    const int middle = crs.zoneDegrees == 3 ? 3 * crs.zone : 6 * crs.zone - 3;
    return (crs.prefix ? ExportWords::tr("CGCS2000 %1° zone %2, central meridian %3° E, zone number in front (EPSG:%4)")
                       : ExportWords::tr("CGCS2000 %1° zone %2, central meridian %3° E (EPSG:%4)"))
        .arg(crs.zoneDegrees)
        .arg(crs.zone)
        .arg(middle)
        .arg(crs.epsg);
}

QString lossWords(ExportLoss::Kind kind, std::size_t count) {
    const QString n = countText(qint64(count));
    switch (kind) {
    case ExportLoss::Kind::tooLong: return ExportWords::tr("Texts too long for their field, cut: %1").arg(n);
    case ExportLoss::Kind::noCharacter:
        return ExportWords::tr("Texts with characters the encoding does not have: %1").arg(n);
    case ExportLoss::Kind::rounded: return ExportWords::tr("Numbers rounded: %1").arg(n);
    case ExportLoss::Kind::notADate: return ExportWords::tr("Days that are none, left out: %1").arg(n);
    case ExportLoss::Kind::shapeLeftOut: return ExportWords::tr("Shapes the format has no place for: %1").arg(n);
    case ExportLoss::Kind::rowLeftOut: return ExportWords::tr("Records without shape, left out: %1").arg(n);
    }
    return {};
}

QString exportNote(const std::string& note) {
    QString text = fromUtf8(note);
    if (text.startsWith(QLatin1String("left out: "))) text.remove(0, 10);
    const QString field = text.section(QLatin1String(": "), 0, 0);
    if (text.startsWith(QLatin1String("numbers of households below three")))
        return ExportWords::tr("Left out: numbers of households below three");
    if (text.contains(QLatin1String(": sensitive, and the export is public")))
        return ExportWords::tr("Left out: %1, sensitive, and the export is public").arg(field);
    if (text.endsWith(QLatin1String(": sensitive"))) return ExportWords::tr("Left out: %1, sensitive").arg(field);
    if (text.contains(QLatin1String(": a person, photo or paper")))
        return ExportWords::tr("Left out: %1, a person, photo or paper, and the export is public").arg(field);
    if (text.contains(QLatin1String("from the central meridian"))) {
        return ExportWords::tr(
                   "The data reach far out of this zone (%1 from its central meridian): lengths and areas "
                   "are stretched there")
            .arg(text.section(QLatin1String("reach "), 1).section(QLatin1Char(' '), 0, 0));
    }
    return text;
}

QString exportRefused(const std::string& reason) {
    const QString text = fromUtf8(reason);
    const auto says = [&](const char* part) { return text.contains(QLatin1String(part)); };
    if (says("there is nothing to export")) return ExportWords::tr("There is nothing to export: no record fits.");
    if (says("is there already")) {
        return ExportWords::tr("%1 is there already. Choose another name, or have it replaced.")
            .arg(text.section(QLatin1String(" is there already"), 0, 0));
    }
    if (says("more than 2 GiB"))
        return ExportWords::tr(
            "A shapefile holds 2 GiB at most, and this would be more: one file per township, or "
            "GeoPackage.");
    if (says("of several kinds"))
        return ExportWords::tr(
            "These are points, lines and areas together, which one such file cannot hold: take "
            "GeoPackage or GeoJSON.");
    if (says("MapInfo knows no GB18030")) return ExportWords::tr("MapInfo does not know GB18030: take GBK or UTF-8.");
    if (says("255 fields") || says("65,535 bytes"))
        return ExportWords::tr("These are more fields than a shapefile holds: take GeoPackage.");
    if (says("1,048,575 rows"))
        return ExportWords::tr("A sheet holds 1,048,575 rows, and these are more: one file per township, or CSV.");
    if (says("FileGDB needs 3.6")) return ExportWords::tr("This computer's GDAL cannot write file geodatabases.");
    if (says("holds degrees only")) return ExportWords::tr("This format holds degrees only: choose another system.");
    if (says("gtxt holds metres")) return ExportWords::tr("Boundary points are written in metres: choose a zone.");
    if (says("the coordinate system")) return ExportWords::tr("This coordinate system is not one to export in.");
    if (text.startsWith(QLatin1String("expression ")))
        return ExportWords::tr("The condition cannot be read: %1").arg(text.section(QLatin1Char('"'), 1, 1));
    if (says("there is no unit with code"))
        return ExportWords::tr("This file has no unit with the code %1.").arg(between(text, QLatin1Char('"')));
    if (says("there is no scheme")) return ExportWords::tr("This file does not have the colour scheme of the recipe.");
    if (says("there is no register")) return ExportWords::tr("This file does not have the register of the recipe.");
    if (says("the scheme has no class"))
        return ExportWords::tr("The colour scheme does not have a class of the recipe.");
    if (says("has no column")) return ExportWords::tr("A column of the recipe is not there.");
    if (says("an answer has no public profile"))
        return ExportWords::tr("The answer to a question is for internal use only.");
    if (says("values do not fit"))
        return ExportWords::tr("Not every value fits this format, and the recipe wants that.");
    return ExportWords::tr("This export cannot be made.");
}

}  // namespace xiangtu::app
