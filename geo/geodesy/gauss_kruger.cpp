// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/gauss_kruger.h"

#include "base/error.h"
#include "base/handle.h"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace xiangtu::geodesy {

namespace {

constexpr int kFirstZone = 25;
constexpr int kLastZone = 45;

/// PROJ objects may be used by one thread at a time: each thread has its own context and its own
/// transformation per zone, made when first asked for. Members are destroyed in reverse order, so
/// the transformations go before their context.
class ThreadTransforms {
public:
    // PROJ would print to standard error; every failure is reported by our own exception.
    ThreadTransforms() { proj_log_level(m_context.get(), PJ_LOG_NONE); }

    PJ* forZone(int zone) {
        auto& slot = m_zones[std::size_t(zone - kFirstZone)];
        if (!slot) slot = make(zone);
        return slot.get();
    }

private:
    using Transform = base::Handle<PJ, proj_destroy>;

    Transform make(int zone) {
        const std::string to = "EPSG:" + std::to_string(epsgWithPrefix(zone));
        const Transform raw(proj_create_crs_to_crs(m_context.get(), "EPSG:4490", to.c_str(), nullptr));
        Transform made(raw ? proj_normalize_for_visualization(m_context.get(), raw.get()) : nullptr);
        if (!made) {
            const char* why = proj_context_errno_string(m_context.get(), proj_context_errno(m_context.get()));
            throw base::Error(base::Fault::crs, "no transformation from EPSG:4490 to " + to + ": " + (why ? why : "?"));
        }
        return made;
    }

    base::Handle<PJ_CONTEXT, proj_context_destroy> m_context{proj_context_create()};
    std::array<Transform, kLastZone - kFirstZone + 1> m_zones;
};

}  // namespace

int zoneOf(double lon) noexcept {
    if (!std::isfinite(lon)) return kFirstZone;
    return int(std::clamp(std::floor(lon / 3 + 0.5), double(kFirstZone), double(kLastZone)));
}

ZonePoint toZone(geom::GeoPoint p) {
    thread_local ThreadTransforms transforms;
    const int zone = zoneOf(p.lon);
    PJ* const transform = transforms.forZone(zone);
    const PJ_COORD result = proj_trans(transform, PJ_FWD, proj_coord(p.lon, p.lat, 0, HUGE_VAL));
    // proj_trans does not fail loudly: it returns infinity.
    if (!std::isfinite(result.xy.x) || !std::isfinite(result.xy.y)) {
        throw base::Error(base::Fault::crs, "position " + std::to_string(p.lon) + ", " + std::to_string(p.lat) +
                                                " has no coordinates in zone " + std::to_string(zone));
    }
    return {zone, result.xy.y, result.xy.x};
}

}  // namespace xiangtu::geodesy
