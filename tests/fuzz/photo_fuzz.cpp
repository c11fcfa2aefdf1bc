// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and papers to be attached. Whatever the bytes, the type is told, and what a photo says about
// itself is a place on Earth and a time or nothing.
#include "exchange/photo.h"
#include "fuzz/target.h"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    const std::span<const std::byte> bytes(reinterpret_cast<const std::byte*>(data), size);
    fuzz::require(!exchange::mimeOf(bytes).empty(), "every file has a type");
    const exchange::PhotoFacts facts = exchange::photoFacts(bytes);
    if (facts.place) {
        fuzz::require(std::abs(facts.place->lat) <= 90 && std::abs(facts.place->lon) <= 180, "a place on Earth");
    }
    fuzz::require(facts.taken.empty() || facts.taken.size() == 19 || facts.taken.size() == 25, "an instant or nothing");
    return 0;
}
