// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace xiangtu::exchange {

/// Rows a test makes up: any values, any shapes.
class MadeRows final : public RowSource {
public:
    using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
    struct Row {
        std::vector<Value> values;
        FlatShape shape;
        std::string township{};
        std::size_t look = 255;
    };
    About described;
    std::vector<Row> rows;

    [[nodiscard]] const About& about() const override { return described; }
    [[nodiscard]] std::size_t size() const override { return rows.size(); }
    void cells(std::size_t row, ExportRow& into) const override;
    void shape(std::size_t row, FlatShape& into) const override { into = rows[row].shape; }
    [[nodiscard]] ShapeSize shapeSize(std::size_t row) const override;
    [[nodiscard]] double areaM2(std::size_t) const override { return 0; }
    [[nodiscard]] std::size_t look(std::size_t row) const override { return rows[row].look; }
    [[nodiscard]] std::string township(std::size_t row) const override { return rows[row].township; }
};

/// Columns of every type under the names name, code, count, amount, day, at, open: texts of planning bureaus, 254 bytes
/// in each encoding, 18-digit codes, NULLs in every column, days; polygons with holes and parts on the 1e-7 lattice,
/// and rows without one. The same seed, the same rows.
[[nodiscard]] MadeRows madeRows(std::uint64_t seed, std::size_t count, TextEncoding encoding);

/// A table read back by OGR: texts as UTF-8, "" and NULL both nothing.
struct ReadBack {
    std::vector<std::string> fields, types;
    std::vector<std::vector<std::optional<std::string>>> values;
    std::vector<FlatShape> shapes;  ///< polygons, outer rings counter-clockwise; ordinates of the file
    std::string crs;                ///< "EPSG:4490", what the file says; empty = nothing
};
/// Throws std::runtime_error with GDAL's message. `options`: open options as NAME=VALUE.
[[nodiscard]] ReadBack readBack(const std::string& file, const std::string& layer = {},
                                const std::vector<std::string>& options = {});

/// How the test writes: into `file`, losses listed, no sheets.
[[nodiscard]] ExportReport exported(const RowSource& rows, const std::filesystem::path& file, ExportOptions options,
                                    std::span<const ExportStyle> styles = {});
/// Lattice points of a shape of the file, its projection undone.
[[nodiscard]] std::vector<std::vector<geom::GridPoint>> lattice(const FlatShape& shape, int epsg);

}  // namespace xiangtu::exchange
