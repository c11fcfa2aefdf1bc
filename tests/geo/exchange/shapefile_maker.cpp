// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/exchange/shapefile_maker.h"

#include "support/temp_dir.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace xiangtu::exchange {

namespace {

void bigEndian(std::string& out, std::uint32_t v) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(char(v >> shift & 0xFF));
}
void littleEndian(std::string& out, std::uint64_t v, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(char(v >> (8 * i) & 0xFF));
}
void number(std::string& out, double v) { littleEndian(out, std::bit_cast<std::uint64_t>(v), 8); }

/// minX, minY, maxX, maxY.
void box(std::string& out, const geom::GeoRing& ring) {
    std::array<double, 4> b{1e9, 1e9, -1e9, -1e9};
    for (const auto& p : ring)
        b = {std::min(b[0], p.lon), std::min(b[1], p.lat), std::max(b[2], p.lon), std::max(b[3], p.lat)};
    for (const double v : b) number(out, v);
}

std::string content(const MadeShapefile::Row& row) {
    std::string out;
    if (!row.ring) {
        littleEndian(out, 0, 4);
        return out;
    }
    const auto& ring = *row.ring;
    littleEndian(out, 5, 4);
    box(out, ring);
    littleEndian(out, 1, 4);
    littleEndian(out, ring.size() + 1, 4);
    littleEndian(out, 0, 4);
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        number(out, ring[i % ring.size()].lon);
        number(out, ring[i % ring.size()].lat);
    }
    return out;
}

std::string header(std::size_t bytes, const geom::GeoRing& all) {
    std::string out;
    bigEndian(out, 9994);
    for (int i = 0; i < 5; ++i) bigEndian(out, 0);
    bigEndian(out, std::uint32_t(bytes / 2));
    littleEndian(out, 1000, 4);
    littleEndian(out, 5, 4);
    box(out, all);
    out.append(32, '\0');
    return out;
}

std::string table(const MadeShapefile& made) {
    std::size_t recordSize = 1;
    for (const auto& f : made.fields) recordSize += std::size_t(f.width);
    std::string out("\x03\x7A\x01\x01", 4);
    littleEndian(out, made.rows.size(), 4);
    littleEndian(out, 32 + 32 * made.fields.size() + 1, 2);
    littleEndian(out, recordSize, 2);
    out.append(17, '\0');
    out.push_back(char(made.languageByte));
    out.append(2, '\0');
    for (const auto& f : made.fields) {
        std::string name = f.name;
        name.resize(11, '\0');
        out += name + 'C' + std::string(4, '\0') + char(f.width) + std::string(15, '\0');
    }
    out.push_back('\r');
    for (const auto& row : made.rows) {
        out.push_back(' ');
        for (std::size_t i = 0; i < made.fields.size(); ++i) {
            std::string text = row.texts[i];
            text.resize(std::size_t(made.fields[i].width), ' ');
            out += text;
        }
    }
    out.push_back('\x1A');
    return out;
}

}  // namespace

std::filesystem::path MadeShapefile::write(const std::filesystem::path& folder, const std::string& stem) const {
    std::string shapes, index;
    geom::GeoRing all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string record = content(rows[i]);
        bigEndian(index, std::uint32_t((100 + shapes.size()) / 2));
        bigEndian(index, std::uint32_t(record.size() / 2));
        bigEndian(shapes, std::uint32_t(i + 1));
        bigEndian(shapes, std::uint32_t(record.size() / 2));
        shapes += record;
        if (rows[i].ring) all.insert(all.end(), rows[i].ring->begin(), rows[i].ring->end());
    }
    support::writeFile(folder / (stem + ".shp"), header(100 + shapes.size(), all) + shapes);
    support::writeFile(folder / (stem + ".shx"), header(100 + index.size(), all) + index);
    support::writeFile(folder / (stem + ".dbf"), table(*this));
    if (cpg) support::writeFile(folder / (stem + ".cpg"), *cpg);
    if (prj) support::writeFile(folder / (stem + ".prj"), *prj);
    return folder / (stem + ".shp");
}

}  // namespace xiangtu::exchange
