// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_rows.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace xiangtu::exchange {

// The bytes of .shp and .shx as of ESRI's technical description of July 1998.

struct ShpBounds {
    double minX = std::numeric_limits<double>::infinity(), minY = minX, maxX = -minX, maxY = -minX;
    void extend(geodesy::Ordinates p) noexcept {
        minX = p.x < minX ? p.x : minX;
        minY = p.y < minY ? p.y : minY;
        maxX = p.x > maxX ? p.x : maxX;
        maxY = p.y > maxY ? p.y : maxY;
    }
    void extend(const ShpBounds& b) noexcept {
        extend(geodesy::Ordinates{b.minX, b.minY});
        extend(geodesy::Ordinates{b.maxX, b.maxY});
    }
    [[nodiscard]] bool any() const noexcept { return minX <= maxX; }
};

/// Content of a record, without the eight bytes before it.
[[nodiscard]] std::size_t shpContentBytes(const RowSource::ShapeSize& size) noexcept;
/// Appends a record, number (from 1) and length before it; extends the bounds.
void appendShpRecord(std::string& to, std::uint32_t number, const FlatShape& shape, ShpBounds& bounds);
/// The 100 bytes both files begin with. `fileBytes`: length of the file.
[[nodiscard]] std::string shpHeader(GeometryKind kind, std::uint64_t fileBytes, const ShpBounds& bounds);
/// An entry of .shx for a record that begins at `offset`.
void appendShxEntry(std::string& to, std::uint64_t offset, std::size_t contentBytes);

}  // namespace xiangtu::exchange
