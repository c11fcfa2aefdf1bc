// SPDX-License-Identifier: GPL-3.0-or-later
// GeoJSON read without GDAL: county outlines, and records whose nesting does not fit their type.
// Refused with base::Error naming the file, or read within bounds.
#include "base/error.h"
#include "demo/outline.h"
#include "exchange/loose_geojson.h"
#include "fuzz/target.h"
#include "support/temp_dir.h"

#include <array>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    static const support::TempDir dir;
    const std::filesystem::path file = dir / "input.geojson";
    support::writeFile(file, fuzz::asText(data, size));
    try {
        for (const geom::Polygon& part : demo::loadOutline(file)) {
            fuzz::require(part.outer.size() >= 3, "an outline has three points or more");
        }
    } catch (const base::Error& e) {
        fuzz::require(std::string_view(e.what()).find("input.geojson") != std::string_view::npos,
                      "the message names the file");
    }
    try {
        constexpr std::array<std::size_t, 2> kRecords{0, 1};
        const auto shapes = exchange::readLoosely(file.string(), kRecords, 2);
        fuzz::require(shapes.empty() || shapes.size() == kRecords.size(), "one result per record, or none");
    } catch (const base::Error& e) {
        fuzz::require(e.fault() == base::Fault::io || e.fault() == base::Fault::format, "a file or format fault");
    }
    return 0;
}
