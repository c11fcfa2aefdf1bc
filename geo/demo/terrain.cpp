// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/terrain.h"

#include "base/parallel.h"
#include "demo/noise.h"
#include "demo/rng.h"

namespace xiangtu::demo {

Terrain::Terrain(const Mesh& mesh, const std::array<Order, 3>& orders, std::uint64_t seed)
    : m_barrier{orders[0].barrier, orders[1].barrier, orders[2].barrier}, m_places(mesh.pointCount()) {
    base::parallelFor(m_places.size(), 4096, [&](std::size_t begin, std::size_t end) {
        for (std::size_t v = begin; v < end; ++v) {
            const Metres p = mesh.metres(std::uint32_t(v));
            Place& place = m_places[v];
            for (std::size_t i = 0; i < 3; ++i) {
                place.line[i] = float(fractalNoise(mix(seed, 10 + i), p, orders[i].wavelength, 4));
            }
            place.rough = float(0.5 * fractalNoise(mix(seed, 20), p, orders[2].wavelength / 2, 3) +
                                0.5 * fractalNoise(mix(seed, 21), p, orders[0].wavelength / 2, 3));
        }
    });
}

double Terrain::resistance(std::uint32_t u, std::uint32_t v) const noexcept {
    const Place &a = m_places[u], &b = m_places[v];
    double factor = 1 + 0.7 * (a.rough + b.rough);
    if (factor < 0.5) factor = 0.5;
    for (std::size_t i = 0; i < 3; ++i) {
        if ((a.line[i] < 0) != (b.line[i] < 0)) return factor * m_barrier[i];
    }
    return factor;
}

std::optional<double> Terrain::crossing(std::uint32_t u, std::uint32_t v) const noexcept {
    const Place &a = m_places[u], &b = m_places[v];
    for (std::size_t i = 0; i < 3; ++i) {
        if ((a.line[i] < 0) != (b.line[i] < 0)) return double(a.line[i]) / (double(a.line[i]) - b.line[i]);
    }
    return std::nullopt;
}

}  // namespace xiangtu::demo
