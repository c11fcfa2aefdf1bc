// SPDX-License-Identifier: GPL-3.0-or-later
// SpatiaLite geometry blobs: refused with base::Error, or read so that writing gives them back.
#include "base/error.h"
#include "fuzz/target.h"
#include "store/spatialite/geometry_blob.h"

#include <optional>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    namespace spatialite = store::spatialite;
    const spatialite::Blob blob(reinterpret_cast<const std::byte*>(data), size);
    std::optional<geom::GeoShape> shape;
    try {
        shape = spatialite::readShape(blob);
    } catch (const base::Error& e) { fuzz::require(e.fault() == base::Fault::damaged, "a bad blob is a damaged file"); }
    if (shape) {
        std::vector<std::byte> written;
        spatialite::writeShape(*shape, written);
        std::vector<std::byte> again;
        spatialite::writeShape(spatialite::readShape(written), again);
        fuzz::require(again == written, "what is written reads back the same");
    }
    spatialite::ShapeReader reader;
    geom::PolygonSet set;
    try {
        reader.appendTo(set, blob);
    } catch (const base::Error& e) {
        fuzz::require(e.fault() == base::Fault::damaged, "a bad blob is a damaged file");
        return 0;
    }
    fuzz::require(set.size() == 1, "one blob, one feature");
    for (std::size_t ring = 0; ring < set.ringCount(); ++ring) {
        fuzz::require(set.ring(ring).size() >= 3, "no ring of fewer than three points");
        fuzz::require(set.ring(ring).front() != set.ring(ring).back(), "the last point does not repeat the first");
    }
    std::vector<std::byte> written;
    spatialite::writeShape(set.feature(0), written);
    geom::PolygonSet again;
    reader.appendTo(again, written);
    fuzz::require(again.twiceArea(0) == set.twiceArea(0), "a written unit keeps its area");
    return 0;
}
