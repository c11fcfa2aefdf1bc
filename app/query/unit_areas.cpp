// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/unit_areas.h"

#include "base/parallel.h"
#include "geodesy/lattice_area.h"

namespace xiangtu::app {

std::vector<double> unitAreas(const geom::PolygonSet& shapes, const std::vector<char>& meant,
                              const base::Progress& progress) {
    constexpr std::size_t kGrain = 512;
    std::vector<double> areas(meant.size(), 0);
    base::parallelFor(meant.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end && !progress.cancelled(); ++row) {
            if (meant[row] != 0) areas[row] = geodesy::latticeArea(shapes, row);
        }
    });
    progress.check();
    return areas;
}

}  // namespace xiangtu::app
