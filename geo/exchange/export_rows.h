// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geodesy/projector.h"
#include "geom/grid_point.h"
#include "model/titles.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace xiangtu::exchange {

/// What a column of an export holds. Codes are text whatever they look like; an instant is ISO text with a time.
enum class ColumnType : std::uint8_t { text, code, integer, real, date, instant, yesNo };
[[nodiscard]] std::string_view columnTypeName(ColumnType type) noexcept;
[[nodiscard]] constexpr bool isTextual(ColumnType type) noexcept {
    return type == ColumnType::text || type == ColumnType::code || type == ColumnType::instant;
}

struct ExportColumn {
    std::string key;  ///< ASCII, [a-z][a-z0-9_]*
    model::Titles title;
    ColumnType type = ColumnType::text;
    std::string unit{};  ///< unit of measure; empty = none
};

/// NULL, INTEGER, REAL, TEXT (UTF-8). Dates are ISO text, yes/no is 1 and 0.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

enum class GeometryKind : std::uint8_t { none, point, line, polygon };
[[nodiscard]] std::string_view geometryKindName(GeometryKind kind) noexcept;

/// A geometry in flat memory: part i is points[starts[i]] to points[starts[i + 1]] (the last: to the end). Rings have
/// no repeated last point; an outer ring is counter-clockwise and followed by its holes, which are clockwise.
struct FlatShape {
    GeometryKind kind = GeometryKind::none;
    std::vector<geodesy::Ordinates> points;
    std::vector<std::uint32_t> starts;

    void clear() {
        kind = GeometryKind::none;
        points.clear();
        starts.clear();
    }
    [[nodiscard]] std::size_t partEnd(std::size_t part) const noexcept {
        return part + 1 < starts.size() ? starts[part + 1] : points.size();
    }
};
/// Twice the signed area of a ring in its own units; > 0 for an outer ring.
[[nodiscard]] double twiceArea(const FlatShape& shape, std::size_t part) noexcept;

/// One row, filled again and again. Texts lie in the source or in `keep`.
struct ExportRow {
    std::vector<Cell> cells;  ///< one per column
    FlatShape shape;          ///< EPSG:4490 degrees as read; writers get it in the system of the export

    void start(std::size_t columns) {
        cells.assign(columns, {});
        m_used = 0;
    }
    /// Text that exists nowhere else; good until the row is started again.
    std::string_view keep(std::string_view text) {
        if (m_used == m_kept.size()) m_kept.emplace_back();
        std::string& slot = m_kept[m_used++];
        slot.assign(text);
        return slot;
    }

private:
    std::deque<std::string> m_kept;
    std::size_t m_used = 0;
};

/// How rows of one class look, for formats that carry symbols.
struct ExportLook {
    std::string key;   ///< layer or style name, ASCII
    std::string name;  ///< as a person reads it
    std::uint32_t rgb = 0;
};

/// What is to be handed on: a table of rows with geometries. All functions are const and may be called from several
/// threads at once, each with a row of its own.
class RowSource {
public:
    virtual ~RowSource() = default;
    RowSource() = default;

    struct About {
        std::string key;      ///< layer name, ASCII
        model::Titles title;  ///< of the layer
        std::vector<ExportColumn> columns;
        std::size_t keyColumn = 0;      ///< what names a row in messages
        std::size_t labelColumn = 0;    ///< what a person calls it
        std::vector<ExportLook> looks;  ///< empty = all alike
    };
    [[nodiscard]] virtual const About& about() const = 0;
    [[nodiscard]] virtual std::size_t size() const = 0;
    virtual void cells(std::size_t row, ExportRow& into) const = 0;
    virtual void shape(std::size_t row, FlatShape& into) const = 0;

    struct ShapeSize {
        GeometryKind kind = GeometryKind::none;
        std::size_t parts = 0, points = 0;
    };
    [[nodiscard]] virtual ShapeSize shapeSize(std::size_t row) const = 0;
    struct Bounds {
        double west = 1, south = 1, east = -1, north = -1;  ///< west > east = none
        void extend(geodesy::Ordinates p) noexcept;
        void extend(const Bounds& b) noexcept;
    };
    /// In degrees.
    [[nodiscard]] virtual Bounds bounds(std::size_t row) const;
    /// m² on the ellipsoid; 0 for what has none.
    [[nodiscard]] virtual double areaM2(std::size_t row) const = 0;
    /// Position in About::looks; any other number = the look of everything else.
    [[nodiscard]] virtual std::size_t look(std::size_t row) const = 0;
    /// The township a row belongs to, for one file each: "610621100 樟木镇"; empty = none.
    [[nodiscard]] virtual std::string township(std::size_t row) const = 0;

protected:
    RowSource(const RowSource&) = default;
    RowSource& operator=(const RowSource&) = default;
};

/// Some rows of a source, in the order of `rows`. The source must outlive it.
class SomeRows final : public RowSource {
public:
    SomeRows(const RowSource& of, std::vector<std::uint32_t> rows) : m_of(of), m_rows(std::move(rows)) {}
    [[nodiscard]] const About& about() const override { return m_of.about(); }
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    void cells(std::size_t row, ExportRow& into) const override { m_of.cells(m_rows[row], into); }
    void shape(std::size_t row, FlatShape& into) const override { m_of.shape(m_rows[row], into); }
    [[nodiscard]] ShapeSize shapeSize(std::size_t row) const override { return m_of.shapeSize(m_rows[row]); }
    [[nodiscard]] Bounds bounds(std::size_t row) const override { return m_of.bounds(m_rows[row]); }
    [[nodiscard]] double areaM2(std::size_t row) const override { return m_of.areaM2(m_rows[row]); }
    [[nodiscard]] std::size_t look(std::size_t row) const override { return m_of.look(m_rows[row]); }
    [[nodiscard]] std::string township(std::size_t row) const override { return m_of.township(m_rows[row]); }

private:
    const RowSource& m_of;
    std::vector<std::uint32_t> m_rows;
};

}  // namespace xiangtu::exchange
