// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "exchange/field_names.h"
#include "exchange/gdal_library.h"
#include "exchange/ogr_layer.h"
#include "exchange/row_writer.h"
#include "exchange/text_encoder.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace xiangtu::exchange {

namespace {

struct DriverUse {
    const char* driver;
    const char* ending;
    std::size_t mostName;  ///< bytes of a field name
    bool longIntegers;     ///< 64 bits; else 32, and doubles above
    bool anyKind;          ///< geometries of several kinds in one layer
    std::size_t mostText;  ///< bytes; 0 = no limit
};

DriverUse useOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::geoPackage: return {"GPKG", ".gpkg", 200, true, true, 0};
    case ExportFormat::fileGdb: return {"OpenFileGDB", ".gdb", 64, false, false, 0};
    case ExportFormat::flatGeobuf: return {"FlatGeobuf", ".fgb", 200, true, true, 0};
    case ExportFormat::mapInfoTab: return {"MapInfo File", ".tab", 31, false, true, 254};
    default: return {"MapInfo File", ".mif", 31, false, true, 254};
    }
}

bool isMapInfo(ExportFormat format) { return format == ExportFormat::mapInfoTab || format == ExportFormat::mapInfoMif; }

/// What a .mif writes of a number.
bool hasFifteenDigits(double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.15g", value);
    return std::strtod(text, nullptr) == value;
}

class OgrWriter final : public RowWriter {
public:
    OgrWriter(const WriterTask& task, const DriverUse& use, const Found& found)
        : m_task(task), m_use(use), m_encoder(task.options.encoding) {
        const std::string file = (task.folder / (task.stem + use.ending)).string();
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(use.driver);
        CPLStringList options;
        if (task.options.format == ExportFormat::mapInfoMif) options.SetNameValue("FORMAT", "MIF");
        m_dataset.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, options.List()));
        if (!m_dataset) fail("cannot be made");
        makeLayer(found);
        if (m_dataset->TestCapability(ODsCTransactions)) m_dataset->StartTransaction();
    }

    void add(std::size_t row, const ExportRow& content, std::size_t) override {
        // The driver would leave such rows out and say nothing.
        if (m_task.options.format == ExportFormat::flatGeobuf && content.shape.kind == GeometryKind::none)
            return lost(ExportLoss::Kind::rowLeftOut, row, content, m_task.source.about().keyColumn);
        OGRFeature feature(m_layer->GetLayerDefn());
        for (std::size_t c = 0; c < content.cells.size(); ++c) cell(feature, row, content, c);
        if (auto geometry = geometryOf(content.shape)) feature.SetGeometryDirectly(geometry.release());
        if (m_layer->CreateFeature(&feature) != OGRERR_NONE) fail("row " + std::to_string(row + 1));
        // What lies in one transaction lies in memory.
        if ((row + 1) % 100'000 == 0 && m_dataset->TestCapability(ODsCTransactions)) {
            if (m_dataset->CommitTransaction() != OGRERR_NONE) fail("cannot be written");
            m_dataset->StartTransaction();
        }
    }

    void finish() override {
        if (m_task.options.format == ExportFormat::geoPackage && !m_task.styles.empty()) styles();
        if (m_dataset->TestCapability(ODsCTransactions) && m_dataset->CommitTransaction() != OGRERR_NONE)
            fail("cannot be written");
        m_dataset->FlushCache();
        // Closing writes indexes and headers; what goes wrong there is only told as a message.
        m_messages.clear();
        m_dataset.reset();
        if (CPLGetLastErrorType() >= CE_Failure && !m_messages.all().empty()) fail("cannot be finished");
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        const std::string message = m_messages.last();
        const bool full =
            message.find("No space") != std::string::npos || message.find("disk is full") != std::string::npos;
        throw base::Error(full ? base::Fault::diskFull : base::Fault::io,
                          m_task.stem + m_use.ending + ": " + what + ": " + message);
    }

    void makeLayer(const Found& found) {
        const auto& about = m_task.source.about();
        OGRSpatialReference crs;
        crs.importFromEPSG(m_task.crs.epsg);
        crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const bool mapInfo = isMapInfo(m_task.options.format);
        CPLStringList options;
        if (m_task.options.format == ExportFormat::fileGdb) options.SetNameValue("LAYER_ALIAS", about.title.zh.c_str());
        if (m_task.options.format == ExportFormat::geoPackage) {
            options.SetNameValue("IDENTIFIER", about.title.zh.c_str());
            options.SetNameValue("GEOMETRY_NAME", "geom");
        }
        if (m_task.options.format == ExportFormat::flatGeobuf) {
            options.SetNameValue("TEMPORARY_DIR", m_task.folder.c_str());
        }
        if (mapInfo) {
            options.SetNameValue("ENCODING", m_task.options.encoding == TextEncoding::utf8 ? "UTF-8" : "CP936");
            if (const std::string bounds = boundsText(m_task); !bounds.empty()) options.AddString(bounds.c_str());
        }
        const auto type = layerType(found.kinds, mapInfo);
        m_layer = m_dataset->CreateLayer(mapInfo ? m_task.stem.c_str() : about.key.c_str(),
                                         type == wkbNone ? nullptr : &crs, type, options.List());
        if (!m_layer) fail("the layer cannot be made");
        const auto names = fieldNames(about.columns, m_task.options.naming, m_use.mostName);
        for (std::size_t c = 0; c < about.columns.size(); ++c)
            field(about.columns[c], names[c], found.largest[c], found.nulls[c]);
    }

    void field(const ExportColumn& column, const std::string& name, std::int64_t largest, bool nulls) {
        OGRFieldDefn definition(name.c_str(), OFTString);
        switch (column.type) {
        case ColumnType::text:
        case ColumnType::code: break;
        case ColumnType::integer:
            definition.SetType(m_use.longIntegers                  ? OFTInteger64
                               : largest <= INT32_MAX              ? OFTInteger
                               : largest < (std::int64_t(1) << 53) ? OFTReal
                                                                   : OFTString);
            break;
        case ColumnType::real: definition.SetType(OFTReal); break;
        case ColumnType::date: definition.SetType(OFTDate); break;
        case ColumnType::instant: definition.SetType(OFTDateTime); break;
        case ColumnType::yesNo:
            definition.SetType(OFTInteger);
            if (m_use.longIntegers) definition.SetSubType(OFSTBoolean);
        }
        // Numbers of MapInfo cannot be absent: they would read as 0. As text they can.
        const auto type = definition.GetType();
        if (m_use.mostText > 0 && nulls && type != OFTDate && type != OFTDateTime) definition.SetType(OFTString);
        if (definition.GetType() == OFTString && m_use.mostText > 0) definition.SetWidth(int(m_use.mostText));
        if (!column.title.zh.empty() && column.title.zh != name) definition.SetAlternativeName(column.title.zh.c_str());
        if (m_layer->CreateField(&definition) != OGRERR_NONE) fail("field " + name);
    }

    void lost(ExportLoss::Kind kind, std::size_t row, const ExportRow& content, std::size_t c) {
        const auto& about = m_task.source.about();
        std::string key, value;
        appendText(key, content.cells[about.keyColumn]);
        appendText(value, content.cells[c]);
        m_task.losses.add({kind, row, std::move(key), about.columns[c].key, std::move(value)});
    }

    void cell(OGRFeature& feature, std::size_t row, const ExportRow& content, std::size_t c) {
        const Cell& value = content.cells[c];
        const int at = int(c);
        if (value.index() == 0) return feature.SetFieldNull(at);
        const OGRFieldType type = m_layer->GetLayerDefn()->GetFieldDefn(at)->GetType();
        const auto* whole = std::get_if<std::int64_t>(&value);
        const auto* real = std::get_if<double>(&value);
        if (real && !std::isfinite(*real)) return feature.SetFieldNull(at);
        if (type != OFTString && whole) return feature.SetField(at, static_cast<GIntBig>(*whole));
        if (type != OFTString && real) {
            if (m_task.options.format == ExportFormat::mapInfoMif && !hasFifteenDigits(*real))
                lost(ExportLoss::Kind::rounded, row, content, c);
            return feature.SetField(at, *real);
        }
        m_text.clear();
        appendText(m_text, value);
        if (type == OFTDate || type == OFTDateTime) {
            feature.SetField(at, m_text.c_str());
            if (feature.IsFieldSetAndNotNull(at) || m_text.empty()) return;
            return lost(ExportLoss::Kind::notADate, row, content, c);
        }
        if (m_use.mostText > 0) fit(row, content, c);
        feature.SetField(at, m_text.c_str());
    }
    /// Whole characters that the field holds; what the encoding lacks becomes 〓.
    void fit(std::size_t row, const ExportRow& content, std::size_t c) {
        std::string out;
        std::size_t bytes = 0;
        bool missing = false;
        for (std::string_view rest = m_text; !rest.empty();) {
            const std::string_view before = rest;
            static_cast<void>(nextCharacter(rest));
            const std::string_view character = before.substr(0, before.size() - rest.size());
            const EncodedText size = m_encoder.measure(character, SIZE_MAX);
            if (bytes + size.bytes > m_use.mostText) {
                lost(ExportLoss::Kind::tooLong, row, content, c);
                break;
            }
            bytes += size.bytes;
            missing |= size.missing > 0;
            out += size.missing > 0 ? std::string_view("〓") : character;
        }
        if (missing) lost(ExportLoss::Kind::noCharacter, row, content, c);
        m_text = std::move(out);
    }

    /// The table in which QGIS looks for the style of a layer.
    void styles() {
        CPLStringList options;
        options.SetNameValue("FID", "id");
        OGRLayer* table = m_dataset->CreateLayer("layer_styles", nullptr, wkbNone, options.List());
        if (!table) fail("layer_styles");
        for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
                                 "styleQML", "styleSLD", "description", "owner", "ui"}) {
            OGRFieldDefn definition(name, OFTString);
            if (table->CreateField(&definition) != OGRERR_NONE) fail("layer_styles");
        }
        OGRFieldDefn isDefault("useAsDefault", OFTInteger), updated("update_time", OFTDateTime);
        isDefault.SetSubType(OFSTBoolean);
        if (table->CreateField(&isDefault) != OGRERR_NONE || table->CreateField(&updated) != OGRERR_NONE)
            fail("layer_styles");
        bool first = true;
        for (const ExportStyle& style : m_task.styles) {
            OGRFeature line(table->GetLayerDefn());
            line.SetField("f_table_catalog", "");
            line.SetField("f_table_schema", "");
            line.SetField("f_table_name", m_layer->GetName());
            line.SetField("f_geometry_column", m_layer->GetGeometryColumn());
            line.SetField("styleName", style.name.c_str());
            line.SetField("styleQML", style.qml.c_str());
            line.SetField("styleSLD", style.sld.c_str());
            line.SetField("description", "");
            line.SetField("owner", "");
            line.SetField("useAsDefault", first ? 1 : 0);
            line.SetField("update_time", m_task.facts.made.c_str());
            first = false;
            if (table->CreateFeature(&line) != OGRERR_NONE) fail("layer_styles");
        }
    }

    const WriterTask& m_task;
    DriverUse m_use;
    TextEncoder m_encoder;
    GdalMessages m_messages;
    GDALDatasetUniquePtr m_dataset;
    OGRLayer* m_layer = nullptr;
    std::string m_text;
};

std::optional<Refusal> whyNot(const WriterTask& task, const DriverUse& use, const Found& found) {
    const GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(use.driver);
    const char* writes = driver ? const_cast<GDALDriver*>(driver)->GetMetadataItem(GDAL_DCAP_CREATE) : nullptr;
    if (!writes || std::string_view(writes) != "YES") {
        return Refusal{"the GDAL of this machine (" + std::string(GDALVersionInfo("RELEASE_NAME")) + ") cannot write " +
                       use.driver + "; FileGDB needs 3.6 or newer"};
    }
    if (isMapInfo(task.options.format) && task.options.encoding == TextEncoding::gb18030)
        return Refusal{"MapInfo knows no GB18030: choose GBK or UTF-8"};
    const unsigned kinds = found.kinds & ~(1u << int(GeometryKind::none));
    if (!use.anyKind && (kinds & (kinds - 1)) != 0) {
        return Refusal{task.source.about().title.en +
                       " has geometries of several kinds, a layer of this format holds one: choose gpkg or geojson"};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> tryOgr(const WriterTask& task) {
    startGdal();
    return whyNot(task, useOf(task.options.format), lookThrough(task));
}

MadeWriter ogrWriter(const WriterTask& task) {
    startGdal();
    const DriverUse use = useOf(task.options.format);
    const Found found = lookThrough(task);
    if (auto refusal = whyNot(task, use, found)) return *refusal;
    return MadeWriter(std::make_unique<OgrWriter>(task, use, found));
}

}  // namespace xiangtu::exchange
