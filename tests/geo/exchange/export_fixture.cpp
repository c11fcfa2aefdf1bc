// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/exchange/export_fixture.h"

#include "base/overloaded.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <random>
#include <stdexcept>

namespace xiangtu::exchange {

namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t n) { return std::size_t(random() % n); }

/// A ring on the lattice around a place: counter-clockwise, or the other way for a hole.
void ring(FlatShape& shape, Random& random, geom::GridPoint middle, int radius, double turn) {
    shape.starts.push_back(std::uint32_t(shape.points.size()));
    const std::size_t corners = 4 + below(random, 9);
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = turn * 6.283185307179586 * double(i) / double(corners);
        const geom::GeoPoint p = geom::toGeo(geom::GridPoint{middle.x + std::int32_t(radius * std::cos(angle)),
                                                             middle.y + std::int32_t(radius * std::sin(angle))});
        shape.points.push_back({p.lon, p.lat});
    }
}

FlatShape someLand(Random& random) {
    FlatShape out;
    if (below(random, 7) == 0) return out;
    out.kind = GeometryKind::polygon;
    for (std::size_t part = 0; part <= below(random, 3); ++part) {
        const geom::GridPoint middle{
            1'095'000'000 + std::int32_t(below(random, 10'000'000)) + std::int32_t(part) * 20'000'000,
            279'000'000 + std::int32_t(below(random, 5'000'000))};
        ring(out, random, middle, 20'000, 1);
        if (below(random, 2) == 0) ring(out, random, middle, 5'000, -1);
    }
    return out;
}

std::string text(Random& random, TextEncoding encoding) {
    static const std::array<std::string, 8> kNames{
        "筸子坪镇",    "镇筸古城·沱江", "A-1 号网格",     "行政区代码（二〇二二）",
        "引\"号,逗号", "第一行",        "O'Brien 村委会", "菖蒲塘村"};
    const std::size_t which = below(random, 11);
    if (which < kNames.size()) return kNames[which];
    if (which == 8) return {};
    std::string longest;
    if (which == 9) {  // 254 bytes
        const std::size_t characters = encoding == TextEncoding::utf8 ? 84 : 127;
        for (std::size_t i = 0; i < characters; ++i) longest += "村";
        return encoding == TextEncoding::utf8 ? longest + "ab" : longest;
    }
    return encoding == TextEncoding::gbk ? "凤凰县" : "𠮷家坳";
}

std::string digits(Random& random, std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += char('0' + below(random, 10));
    return out;
}

std::string number(double value) {
    std::array<char, 400> room;
    return {room.data(), std::to_chars(room.data(), room.data() + room.size(), value).ptr};
}

std::string fieldText(const OGRFeature& feature, int i) {
    switch (feature.GetFieldDefnRef(i)->GetType()) {
    case OFTReal: return number(feature.GetFieldAsDouble(i));
    case OFTDate:
    case OFTDateTime: {
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
        float second = 0;
        feature.GetFieldAsDateTime(i, &year, &month, &day, &hour, &minute, &second, &zone);
        char out[64];
        std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
        if (hour + minute + int(second) == 0) return out;
        std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02d", year, month, day, hour, minute, int(second));
        return out;
    }
    default: return feature.GetFieldAsString(i);
    }
}

void takeRings(const OGRGeometry& geometry, FlatShape& out) {
    const auto type = wkbFlatten(geometry.getGeometryType());
    if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const auto* member : *geometry.toGeometryCollection()) takeRings(*member, out);
        return;
    }
    if (type != wkbPolygon) return;
    out.kind = GeometryKind::polygon;
    bool outer = true;
    for (const OGRLinearRing* r : *geometry.toPolygon()) {
        out.starts.push_back(std::uint32_t(out.points.size()));
        for (int i = 0; i + 1 < r->getNumPoints(); ++i) out.points.push_back({r->getX(i), r->getY(i)});
        const bool left = twiceArea(out, out.starts.size() - 1) > 0;
        if (left != outer) std::reverse(out.points.begin() + std::ptrdiff_t(out.starts.back()), out.points.end());
        outer = false;
    }
}

}  // namespace

void MadeRows::cells(std::size_t row, ExportRow& into) const {
    into.start(described.columns.size());
    for (std::size_t c = 0; c < described.columns.size(); ++c) {
        into.cells[c] = std::visit(base::Overloaded{[](std::monostate) { return Cell(); },
                                                    [](const std::string& t) { return Cell(std::string_view(t)); },
                                                    [](auto n) { return Cell(n); }},
                                   rows[row].values[c]);
    }
}

RowSource::ShapeSize MadeRows::shapeSize(std::size_t row) const {
    const FlatShape& shape = rows[row].shape;
    return {shape.kind, shape.starts.size(), shape.points.size()};
}

MadeRows madeRows(std::uint64_t seed, std::size_t count, TextEncoding encoding) {
    Random random(seed);
    MadeRows out;
    out.described.key = "made";
    out.described.title = {"造的图层", "Made"};
    out.described.keyColumn = 1;
    out.described.labelColumn = 0;
    out.described.columns = {{"name", {"行政区名称", "Name"}, ColumnType::text, {}},
                             {"code", {"行政区代码", "Code"}, ColumnType::code, {}},
                             {"count", {"户数", "Households"}, ColumnType::integer, "户"},
                             {"amount", {"金额", "Amount"}, ColumnType::real, "元"},
                             {"day", {"登记日期", "Day"}, ColumnType::date, {}},
                             {"at", {"登记时间", "Instant"}, ColumnType::instant, {}},
                             {"is_open", {"是否公开", "Open"}, ColumnType::yesNo, {}}};
    for (std::size_t i = 0; i < count; ++i) {
        const auto orNull = [&](MadeRows::Value value) {
            return below(random, 6) == 0 ? MadeRows::Value() : std::move(value);
        };
        char day[16], at[32];
        std::snprintf(day, sizeof day, "%04d-%02d-%02d", int(1900 + below(random, 200)), int(1 + below(random, 12)),
                      int(1 + below(random, 28)));
        std::snprintf(at, sizeof at, "2022-11-%02dT%02d:%02d:%02d", int(1 + below(random, 28)),
                      int(1 + below(random, 23)), int(below(random, 60)), int(below(random, 60)));
        out.rows.push_back({{orNull(text(random, encoding)), orNull("0" + digits(random, 17)),
                             orNull(std::int64_t(below(random, 2'000'000'000)) - 1'000'000'000),
                             orNull((double(below(random, 1'000'000'000)) - 400'000'000) / 1000), orNull(day),
                             orNull(at), orNull(std::int64_t(below(random, 2)))},
                            someLand(random),
                            i % 3 == 0 ? "433123100 沱江镇" : "433123104 筸子坪镇"});
    }
    return out;
}

ReadBack readBack(const std::string& file, const std::string& layerName, const std::vector<std::string>& options) {
    GDALAllRegister();
    std::vector<const char*> open;
    for (const std::string& option : options) open.push_back(option.c_str());
    open.push_back(nullptr);
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, open.data()));
    if (!dataset) throw std::runtime_error(file + ": " + CPLGetLastErrorMsg());
    OGRLayer* layer = layerName.empty() ? dataset->GetLayer(0) : dataset->GetLayerByName(layerName.c_str());
    if (!layer) throw std::runtime_error(file + ": no layer " + layerName);
    ReadBack out;
    const OGRFeatureDefn& definition = *layer->GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        out.fields.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
        out.types.emplace_back(OGRFieldDefn::GetFieldTypeName(definition.GetFieldDefn(i)->GetType()));
    }
    if (const OGRSpatialReference* crs = layer->GetSpatialRef()) {
        const char* code = crs->GetAuthorityCode(nullptr);
        out.crs = code ? std::string("EPSG:") + code : crs->GetName();
    }
    for (const auto& feature : *layer) {
        auto& values = out.values.emplace_back();
        for (int i = 0; i < definition.GetFieldCount(); ++i) {
            const std::string text = feature->IsFieldSetAndNotNull(i) ? fieldText(*feature, i) : "";
            values.push_back(text.empty() ? std::nullopt : std::optional(text));
        }
        FlatShape shape;
        if (const OGRGeometry* geometry = feature->GetGeometryRef()) takeRings(*geometry, shape);
        out.shapes.push_back(std::move(shape));
    }
    return out;
}

ExportReport exported(const RowSource& rows, const std::filesystem::path& file, ExportOptions options,
                      std::span<const ExportStyle> styles) {
    const ExportFacts facts{"test.sqlite 凤凰县", "2022-11-22", "2022-11-22T08:00:00.000Z", "", "internal", true, {}};
    const auto done = exportRows(rows, file, options, facts, styles, base::Progress());
    if (!done) {
        ADD_FAILURE() << done.error().reason;
        return {};
    }
    return done.value();
}

std::vector<std::vector<geom::GridPoint>> lattice(const FlatShape& shape, int epsg) {
    std::vector<geodesy::Ordinates> points = shape.points;
    geodesy::Projector(epsg).inverse(points);
    std::vector<std::vector<geom::GridPoint>> out;
    for (std::size_t part = 0; part < shape.starts.size(); ++part) {
        auto& ring = out.emplace_back();
        for (std::size_t i = shape.starts[part]; i < shape.partEnd(part); ++i)
            ring.push_back(geom::snapToGrid(geom::GeoPoint{points[i].x, points[i].y}));
        // Wherever a format begins a ring.
        std::ranges::rotate(ring, std::ranges::min_element(ring));
    }
    std::ranges::sort(out);
    return out;
}

}  // namespace xiangtu::exchange
