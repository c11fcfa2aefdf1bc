// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/projector.h"

#include "base/error.h"
#include "base/handle.h"

#include <proj.h>

#include <cmath>
#include <map>
#include <string>

namespace xiangtu::geodesy {

namespace {

/// PROJ objects may be used by one thread at a time. Members are destroyed in reverse order, so the transformations go
/// before their context.
class ThreadProjections {
public:
    ThreadProjections() { proj_log_level(m_context.get(), PJ_LOG_NONE); }

    PJ* to(int epsg) {
        Projection& slot = m_made[epsg];
        if (slot) return slot.get();
        const std::string code = "EPSG:" + std::to_string(epsg);
        const Projection raw(proj_create_crs_to_crs(m_context.get(), "EPSG:4490", code.c_str(), nullptr));
        if (raw) slot.reset(proj_normalize_for_visualization(m_context.get(), raw.get()));
        if (!slot) throw base::Error(base::Fault::crs, "no transformation from EPSG:4490 to " + code);
        return slot.get();
    }

private:
    using Projection = base::Handle<PJ, proj_destroy>;
    base::Handle<PJ_CONTEXT, proj_context_destroy> m_context{proj_context_create()};
    std::map<int, Projection> m_made;
};

void transform(int epsg, PJ_DIRECTION way, std::span<Ordinates> points) {
    thread_local ThreadProjections projections;
    constexpr std::size_t kStep = sizeof(Ordinates);
    proj_trans_generic(projections.to(epsg), way, &points[0].x, kStep, points.size(), &points[0].y, kStep,
                       points.size(), nullptr, 0, 0, nullptr, 0, 0);
    // PROJ does not fail loudly: it answers infinity.
    for (const Ordinates& p : points) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) {
            throw base::Error(base::Fault::crs, "a position has no coordinates in EPSG:" + std::to_string(epsg));
        }
    }
}

}  // namespace

bool Projector::known(int epsg) noexcept { return epsg == 4490 || epsg == 4326 || (epsg >= 4491 && epsg <= 4554); }

Projector::Projector(int epsg) : m_epsg(epsg) {
    if (!known(epsg)) {
        throw base::Error(base::Fault::crs,
                          "EPSG:" + std::to_string(epsg) + " is none of the systems data are handed on in");
    }
}

void Projector::forward(std::span<Ordinates> points) const {
    if (moves() && !points.empty()) transform(m_epsg, PJ_FWD, points);
}

void Projector::inverse(std::span<Ordinates> points) const {
    if (moves() && !points.empty()) transform(m_epsg, PJ_INV, points);
}

}  // namespace xiangtu::geodesy
