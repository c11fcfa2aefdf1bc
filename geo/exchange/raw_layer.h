// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "exchange/coordinate_system.h"
#include "exchange/staging.h"
#include "geom/polygon.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::exchange {

/// unset: the record does not have the field at all (GeoJSON); null: it has it without a value.
enum class CellState : std::uint8_t { unset, null, value };

/// Text cells of many records in one block of memory.
class CellTable {
public:
    explicit CellTable(std::size_t columns = 0) : m_columns(columns) {}

    void add(CellState state, std::string_view bytes);
    [[nodiscard]] std::size_t columns() const noexcept { return m_columns; }
    [[nodiscard]] std::size_t rows() const noexcept { return m_columns ? m_states.size() / m_columns : 0; }
    [[nodiscard]] CellState state(std::size_t row, std::size_t column) const noexcept {
        return m_states[row * m_columns + column];
    }
    [[nodiscard]] std::string_view bytes(std::size_t row, std::size_t column) const noexcept {
        const std::size_t cell = row * m_columns + column;
        return {m_bytes.data() + m_start[cell], std::size_t(m_start[cell + 1] - m_start[cell])};
    }

private:
    std::size_t m_columns;
    std::string m_bytes;
    std::vector<std::uint64_t> m_start{0};
    std::vector<CellState> m_states;
};

/// What a record has for a geometry. `unreadable`: something is there that GDAL could not read.
enum class ShapeKind : std::uint8_t { none, empty, polygon, point, line, unreadable };

struct RawShape {
    ShapeKind kind = ShapeKind::none;
    geom::GeoMultiPolygon polygons;       ///< raw coordinates of the source, x = first ordinate
    std::optional<geom::GeoPoint> point;  ///< points and lines: a place on it, raw too
    geom::GeoMultiLine lines{};           ///< raw too
    bool fromCells = false;               ///< made of numbers or well-known text in the record's fields
    bool leniently = false;               ///< read by readLoosely(), not by GDAL
};

struct RawField {
    std::string name;  ///< bytes of the source
    std::string type;  ///< OGR's name of the type
    bool text = false;
};

/// A layer as it is in the source: nothing decoded, projected or judged.
struct RawLayer {
    std::string driver;
    std::string name;
    SourceCrs crs;
    RawExtent extent;
    std::vector<RawField> fields;
    CellTable cells;
    std::vector<RawShape> shapes;         ///< one per record
    std::int64_t announced = 0;           ///< records the source says it has
    std::vector<std::string> complaints;  ///< what GDAL said while reading
    bool bytesRaw = false;                ///< texts are undecoded bytes (shapefile, .dbf)
    std::string charset{};                ///< texts were decoded from it and are UTF-8; empty = to be found out
    [[nodiscard]] std::size_t size() const noexcept { return shapes.size(); }
};

/// What records are read for: with units, a layer of nothing but points or lines is of no use.
enum class ReadFor : std::uint8_t { units, anything };
struct ReadOptions {
    std::string layer;  ///< empty = the only one, or the only one with areas
    ReadFor purpose = ReadFor::units;
    std::size_t most = SIZE_MAX;  ///< records, from the first on
};

/// Reads one layer. Closed lines of a drawing (DXF) are areas. Records without geometry get one from their fields
/// where these hold coordinates or well-known text (cell_shapes.h). Refused: GDAL cannot open the source, no such
/// layer, several layers and none chosen, no records, for units nothing but points or lines.
[[nodiscard]] base::Result<RawLayer, Refusal> readLayer(const StagedSource& source, const ReadOptions& options,
                                                        const base::Progress& progress);

/// A layer a source has, before it is read.
struct SourceLayer {
    std::string name;
    std::string geometry;  ///< GDAL's word: "Polygon", "Multi Line String", "None", …
    std::int64_t records = 0;
};
/// Refused: GDAL cannot open the source, or finds no layer in it.
[[nodiscard]] base::Result<std::vector<SourceLayer>, Refusal> layersOf(const StagedSource& source);

}  // namespace xiangtu::exchange
