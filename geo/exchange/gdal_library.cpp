// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/gdal_library.h"

#include <mutex>

namespace xiangtu::exchange {

void startGdal() {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

GdalMessages::GdalMessages() { CPLPushErrorHandlerEx(&GdalMessages::collect, this); }
GdalMessages::~GdalMessages() { CPLPopErrorHandler(); }

void GdalMessages::collect(CPLErr level, CPLErrorNum, const char* text) {
    auto* self = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    // A damaged file can complain once per record; the first complaints say it all.
    if (self && level >= CE_Warning && self->m_messages.size() < 100) self->m_messages.emplace_back(text);
}

}  // namespace xiangtu::exchange
