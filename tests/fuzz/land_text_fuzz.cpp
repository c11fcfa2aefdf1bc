// SPDX-License-Identifier: GPL-3.0-or-later
// 国土TXT: refused naming the file, or rings of three points or more with finite coordinates.
#include "base/error.h"
#include "exchange/land_text.h"
#include "fuzz/target.h"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    try {
        const auto text = exchange::parseLandText(fuzz::asText(data, size), "input.txt");
        static_cast<void>(text.epsg());
        for (const auto& parcel : text.parcels) {
            fuzz::require(!parcel.rings.empty(), "a parcel has rings");
            for (const auto& ring : parcel.rings) {
                fuzz::require(ring.size() >= 3, "a ring has three points or more");
                for (const auto& p : ring) fuzz::require(std::isfinite(p.x) && std::isfinite(p.y), "points are finite");
            }
        }
    } catch (const base::Error& e) {
        fuzz::require(e.fault() == base::Fault::format, "a format fault");
        fuzz::require(std::string_view(e.what()).find("input.txt") != std::string_view::npos,
                      "the message names the file");
    }
    return 0;
}
