// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/county_shape.h"

#include "base/error.h"
#include "base/parallel.h"
#include "demo/allot.h"
#include "demo/borders.h"
#include "demo/divide.h"
#include "demo/outline.h"
#include "demo/outline_mesh.h"
#include "demo/refine.h"
#include "demo/rng.h"
#include "demo/seats.h"
#include "geom/measure.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace xiangtu::demo {

namespace {

// Mesh points per grid: enough for a border of some thirty vertices.
constexpr double kPointsPerGrid = 10;

geom::GridPoint middleOf(const geom::MultiPolygon& area) {
    geom::GridBox box;
    for (const geom::Polygon& part : area) box.extend(geom::boxOf(part.outer));
    return {std::int32_t((std::int64_t(box.min.x) + box.max.x) / 2),
            std::int32_t((std::int64_t(box.min.y) + box.max.y) / 2)};
}

class CountyBuilder {
public:
    explicit CountyBuilder(const CountyWish& wish)
        : m_wish(wish),
          m_plane(middleOf(wish.outline)),
          m_mesh(m_plane),
          m_areaM2(double(geom::twiceArea(wish.outline)) / 2 * m_plane.unitArea()) {}

    CountyShape build() {
        buildMesh();
        const std::size_t villages = villageCount();
        // Crossing a line costs a good part of the way from a unit's middle to its edge.
        const auto order = [&](double units, double stretch) {
            const double steps = std::sqrt(double(m_mesh.pointCount()) / units / 3.1416);
            return Terrain::Order{stretch * std::sqrt(m_areaM2 / units), std::max(2.0, 0.6 * steps)};
        };
        const Terrain terrain(m_mesh,
                              {order(double(m_wish.townships.size()), 1.1), order(double(villages), 1.1),
                               order(double(m_wish.naturalVillages), 1.2)},
                              mix(m_wish.seed, 30));
        const Ground ground(m_mesh, terrain, *m_spacing);
        std::vector<std::uint32_t> whole(m_mesh.pointCount(), 0);
        m_parents.assign(model::kLevelCount, {});
        m_parents[0] = {0};
        auto township = divideTownships(ground, whole);
        auto village = divideVillages(ground, township);
        auto natural = divideNatural(ground, village);
        auto grid = divideGrids(ground, natural);
        return outlineAll(terrain, grid);
    }

private:
    [[nodiscard]] std::size_t villageCount() const {
        std::size_t count = 0;
        for (const auto& t : m_wish.townships) count += t.villages.size();
        return count;
    }

    void buildMesh() {
        requireSeparateParts(m_wish.outline);
        std::vector<double> shares;
        for (const TownshipWish& t : m_wish.townships) shares.push_back(double(t.villages.size()));
        m_seats = placeSeats(m_wish.outline, m_plane, shares, mix(m_wish.seed, 40));
        std::vector<Seat> dense;
        const auto town = [&](Metres at, double strength, double share) {
            dense.push_back({at, strength, std::sqrt(share * m_areaM2 / (strength * 3.1416))});
        };
        for (std::size_t i = 0; i < m_seats.size(); ++i) {
            std::size_t communities = 0;
            for (const auto& v : m_wish.townships[i].villages) communities += v.community;
            const double share = (0.35 + 0.9 * double(communities)) / double(villageCount());
            town(m_seats[i], m_wish.townships[i].countySeat ? 26 : 9, share);
        }
        m_spacing.emplace(m_wish.outline, m_plane, dense, kPointsPerGrid * m_wish.grids, mix(m_wish.seed, 41));
        for (const geom::Polygon& part : m_wish.outline) {
            m_mesh.append(
                meshOutline(m_wish.sharedOutline ? part : divideLongEdges(part, m_plane, *m_spacing), m_plane));
        }
        refine(m_mesh, *m_spacing);
        m_mesh.sortAlongCurve();
        if (m_mesh.pointCount() < 4 * std::size_t(m_wish.grids)) {
            throw base::Error(base::Fault::usage,
                              "the outline has no room for " + std::to_string(m_wish.grids) + " grids");
        }
    }

    [[nodiscard]] float anySize(std::uint64_t salt, double spread) const {
        Random random(mix(m_wish.seed, salt));
        return float(std::exp2(spread * random.bell()));
    }

    std::vector<std::uint32_t> divideTownships(const Ground& ground, const std::vector<std::uint32_t>& whole) {
        std::vector<std::vector<Wish>> wishes(1);
        for (std::size_t i = 0; i < m_seats.size(); ++i) {
            std::uint32_t nearest = 0;
            double least = 1e300;
            for (std::uint32_t v = 0; v < m_mesh.pointCount(); ++v) {
                const Metres d = m_mesh.metres(v) - m_seats[i];
                if (dot(d, d) < least) {
                    least = dot(d, d);
                    nearest = v;
                }
            }
            m_seatPoints.push_back(nearest);
            wishes[0].push_back({float(m_wish.townships[i].villages.size()), nearest});
        }
        m_parents[1].assign(m_seats.size(), 0);
        return divide(ground, whole, wishes, {4, Apart::nearestChild, mix(m_wish.seed, 50)});
    }

    std::vector<std::uint32_t> divideVillages(const Ground& ground, const std::vector<std::uint32_t>& township) {
        std::vector<std::vector<Wish>> wishes(m_wish.townships.size());
        for (std::size_t t = 0; t < wishes.size(); ++t) {
            for (std::size_t i = 0; i < m_wish.townships[t].villages.size(); ++i) {
                wishes[t].push_back({anySize(1000 * t + i, 0.42), i == 0 ? m_seatPoints[t] : kNone});
            }
        }
        std::vector<std::uint32_t> village =
            divide(ground, township, wishes, {4, Apart::nearestChild, mix(m_wish.seed, 51)});
        assignVillages(township, village);
        return village;
    }

    /// Renumbers a township's villages: the one at the seat, communities where it is dense, the rest in
    /// reading order.
    void assignVillages(const std::vector<std::uint32_t>& township, std::vector<std::uint32_t>& village) {
        const std::size_t count = villageCount();
        std::vector<double> spread(count, 0), points(count, 0);
        std::vector<Metres> sum(count);
        for (std::uint32_t v = 0; v < village.size(); ++v) {
            spread[village[v]] += m_spacing->at(m_mesh.metres(v));
            sum[village[v]] = sum[village[v]] + m_mesh.metres(v);
            ++points[village[v]];
        }
        std::vector<std::uint32_t> now(count);
        std::uint32_t first = 0;
        for (std::uint32_t t = 0; t < m_wish.townships.size(); ++t) {
            const auto& wished = m_wish.townships[t].villages;
            std::vector<std::uint32_t> free;  // positions other than the seat's, densest first
            for (std::uint32_t i = 1; i < wished.size(); ++i) free.push_back(first + i);
            std::ranges::stable_sort(free, {}, [&](auto u) { return spread[u] / points[u]; });
            std::vector<std::uint32_t> town, country;
            std::optional<std::uint32_t> seat;
            for (std::uint32_t i = 0; i < wished.size(); ++i) {
                if (wished[i].seat && !seat)
                    seat = i;
                else
                    (wished[i].community ? town : country).push_back(i);
            }
            if (!seat) {
                auto& list = town.empty() ? country : town;
                seat = list.front();
                list.erase(list.begin());
            }
            now[first] = first + *seat;
            const auto give = [&](std::span<const std::uint32_t> slots, std::span<const std::uint32_t> units) {
                std::vector<Metres> at;
                for (const auto u : units) at.push_back(sum[u] * (1 / points[u]));
                const auto order = readingOrder(at);
                for (std::size_t i = 0; i < slots.size(); ++i) now[units[order[i]]] = first + slots[i];
            };
            give(town, std::span(free).first(town.size()));
            give(country, std::span(free).subspan(town.size()));
            for (std::size_t i = 0; i < wished.size(); ++i) m_parents[2].push_back(t);
            first += std::uint32_t(wished.size());
        }
        (void)township;
        for (auto& v : village) v = now[v];
    }

    std::vector<std::uint32_t> divideNatural(const Ground& ground, const std::vector<std::uint32_t>& village) {
        std::uint32_t pieceCount = 0;
        const auto piece = pieces(ground, village, pieceCount);
        std::vector<std::uint32_t> least(villageCount(), 0);
        std::vector<char> seen(pieceCount, 0);
        for (std::uint32_t v = 0; v < village.size(); ++v) {
            if (!std::exchange(seen[piece[v]], 1)) ++least[village[v]];
        }
        const auto sizes = sizesOf(village, villageCount());
        std::vector<double> weights(sizes.begin(), sizes.end());
        for (std::size_t i = 0; i < weights.size(); ++i) weights[i] *= double(anySize(900000 + i, 0.25));
        m_gridsOf = allot(weights, m_wish.grids, 1);
        const auto total = std::max(m_wish.naturalVillages, std::uint32_t(villageCount()));
        auto naturals = allot(weights, std::min(total, m_wish.grids), 1);
        for (std::size_t i = 0; i < naturals.size(); ++i) {
            naturals[i] = std::max(std::min(naturals[i], m_gridsOf[i]), least[i]);
            if (m_gridsOf[i] < naturals[i])
                throw base::Error(base::Fault::usage, "too few grids for the outline's separate parts");
        }
        return divideEqually(ground, village, naturals, 2, 0.5, 52);
    }

    std::vector<std::uint32_t> divideGrids(const Ground& ground, const std::vector<std::uint32_t>& natural) {
        const auto& villageOf = m_parents[3];
        const auto sizes = sizesOf(natural, villageOf.size());
        std::vector<std::uint32_t> grids;
        for (std::size_t i = 0; i < villageOf.size();) {
            std::vector<double> weights;
            const std::uint32_t village = villageOf[i];
            for (; i < villageOf.size() && villageOf[i] == village; ++i) weights.push_back(sizes[i]);
            const auto shares = allot(weights, m_gridsOf[village], 1);
            grids.insert(grids.end(), shares.begin(), shares.end());
        }
        return divideEqually(ground, natural, grids, 2, 0.3, 53);
    }

    /// Divides every unit of the last level into counts[i] parts and numbers them in reading order.
    std::vector<std::uint32_t> divideEqually(const Ground& ground, const std::vector<std::uint32_t>& parent,
                                             const std::vector<std::uint32_t>& counts, int rounds, double spread,
                                             std::uint64_t salt) {
        std::vector<std::vector<Wish>> wishes(counts.size());
        std::vector<std::uint32_t>& up = m_parents[salt == 52 ? 3 : 4];
        for (std::uint32_t p = 0; p < counts.size(); ++p) {
            for (std::uint32_t i = 0; i < counts[p]; ++i) {
                wishes[p].push_back({anySize(salt << 40 | std::uint64_t(p) << 12 | i, spread), kNone});
                up.push_back(p);
            }
        }
        auto child = divide(ground, parent, wishes, {rounds, Apart::ownChild, mix(m_wish.seed, salt)});
        const auto at = middles(child, up.size());
        std::vector<std::uint32_t> now(up.size());
        for (std::uint32_t p = 0, first = 0; p < counts.size(); first += counts[p++]) {
            const auto order = readingOrder(std::span(at).subspan(first, counts[p]));
            for (std::uint32_t i = 0; i < counts[p]; ++i) now[first + order[i]] = first + i;
        }
        for (auto& c : child) c = now[c];
        return child;
    }

    [[nodiscard]] std::vector<Metres> middles(const std::vector<std::uint32_t>& region, std::size_t count) const {
        std::vector<Metres> sum(count);
        std::vector<double> points(count, 0);
        for (std::uint32_t v = 0; v < region.size(); ++v) {
            sum[region[v]] = sum[region[v]] + m_mesh.metres(v);
            ++points[region[v]];
        }
        for (std::size_t i = 0; i < count; ++i) sum[i] = sum[i] * (1 / std::max(points[i], 1.0));
        return sum;
    }

    CountyShape outlineAll(const Terrain& terrain, const std::vector<std::uint32_t>& grid) {
        CountyShape shape;
        Ancestry above(model::kLevelCount);
        above[0].resize(m_parents[4].size());
        std::iota(above[0].begin(), above[0].end(), 0u);
        for (std::size_t l = 1; l < model::kLevelCount; ++l) {
            for (const std::uint32_t unit : above[l - 1]) above[l].push_back(m_parents[model::kLevelCount - l][unit]);
        }
        const Borders borders(m_mesh, terrain, grid, above, mix(m_wish.seed, 60));
        base::parallelFor(model::kLevelCount, 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t l = begin; l < end; ++l) {
                const std::size_t level = model::kLevelCount - 1 - l;
                shape.shapes[level] = borders.rings(l, m_parents[level].size());
                std::vector<std::uint32_t> region(grid.size());
                for (std::size_t v = 0; v < grid.size(); ++v) region[v] = above[l][grid[v]];
                for (const Metres& m : middles(region, m_parents[level].size())) {
                    shape.middle[level].push_back(m_plane.toGrid(m));
                }
            }
        });
        for (std::size_t l = 0; l < model::kLevelCount; ++l) shape.parent[l] = std::move(m_parents[l]);
        return shape;
    }

    const CountyWish& m_wish;
    Plane m_plane;
    Mesh m_mesh;
    double m_areaM2;
    std::optional<Spacing> m_spacing;
    std::vector<Metres> m_seats;
    std::vector<std::uint32_t> m_seatPoints;
    std::vector<std::vector<std::uint32_t>> m_parents;
    std::vector<std::uint32_t> m_gridsOf;  // per village
};

}  // namespace

CountyShape shapeCounty(const CountyWish& wish) { return CountyBuilder(wish).build(); }

}  // namespace xiangtu::demo
