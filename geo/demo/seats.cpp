// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/seats.h"

#include "demo/rng.h"
#include "geom/contains.h"
#include "geom/measure.h"

#include <algorithm>
#include <numeric>

namespace xiangtu::demo {

namespace {

std::vector<Metres> placesInside(const geom::MultiPolygon& area, const Plane& plane, std::size_t count,
                                 std::uint64_t seed) {
    geom::GridBox box;
    for (const geom::Polygon& part : area) box.extend(geom::boxOf(part.outer));
    const Metres low = plane.toMetres(box.min), high = plane.toMetres(box.max);
    Random random(seed);
    std::vector<Metres> places;
    for (std::size_t tries = 0; places.size() < count && tries < 50 * count; ++tries) {
        const Metres p{random.between(low.x, high.x), random.between(low.y, high.y)};
        if (geom::contains(area, plane.toGrid(p))) places.push_back(p);
    }
    if (places.empty()) places.push_back(plane.toMetres(area.front().outer.front()));
    return places;
}

}  // namespace

std::vector<Metres> placeSeats(const geom::MultiPolygon& area, const Plane& plane, std::span<const double> shares,
                               std::uint64_t seed) {
    const std::size_t k = shares.size();
    const std::vector<Metres> places = placesInside(area, plane, 60 * k, mix(seed, 1));
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<Metres> seats(k);
    for (std::size_t i = 0; i < k; ++i) seats[i] = places[i * places.size() / k];
    std::vector<double> lead(k, 0);
    for (int round = 0; round < 24; ++round) {
        std::vector<Metres> sum(k);
        std::vector<double> count(k, 0);
        for (const Metres& p : places) {
            std::size_t best = 0;
            for (std::size_t i = 1; i < k; ++i) {
                if (distance(p, seats[i]) - lead[i] < distance(p, seats[best]) - lead[best]) best = i;
            }
            sum[best] = sum[best] + p;
            ++count[best];
        }
        const double perPlace = double(geom::twiceArea(area)) / 2 * plane.unitArea() / double(places.size());
        for (std::size_t i = 0; i < k; ++i) {
            const double due = shares[i] / total * double(places.size());
            lead[i] += 0.4 * (std::sqrt(due * perPlace / 3.1416) - std::sqrt(count[i] * perPlace / 3.1416));
            if (count[i] > 0) seats[i] = sum[i] * (1 / count[i]);
        }
    }
    // A seat must lie inside: the nearest of the random places does. A town is seldom the exact middle.
    Random random(mix(seed, 2));
    for (Metres& seat : seats) {
        const double nudge = 0.12 * std::sqrt(double(geom::twiceArea(area)) / 2 * plane.unitArea() / double(k));
        const Metres about = seat + Metres{nudge * random.bell(), nudge * random.bell()};
        seat = *std::ranges::min_element(places, {}, [&](Metres p) { return distance(p, about); });
    }
    return seats;
}

std::vector<std::uint32_t> readingOrder(std::span<const Metres> places) {
    std::vector<std::uint32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0u);
    if (places.empty()) return order;
    const auto [south, north] = std::ranges::minmax(places, {}, &Metres::y);
    const double bands = std::max(1.0, std::round(std::sqrt(double(places.size()))));
    const double height = std::max((north.y - south.y) / bands, 1.0);
    const double top = north.y;
    const auto band = [&](std::uint32_t i) { return int(std::min((top - places[i].y) / height, bands - 1)); };
    std::ranges::sort(order, [&](auto a, auto b) {
        if (band(a) != band(b)) return band(a) < band(b);
        if (places[a].x != places[b].x) return places[a].x < places[b].x;
        return a < b;
    });
    return order;
}

}  // namespace xiangtu::demo
