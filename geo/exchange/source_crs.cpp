// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/source_crs.h"

namespace xiangtu::exchange {

SourceCrs crsOf(const OGRSpatialReference* crs) {
    SourceCrs result;
    if (!crs || crs->IsEmpty()) return result;
    const CPLStringList options(CSLAddString(nullptr, "FORMAT=WKT2_2019"));
    char* wkt = nullptr;
    if (crs->exportToWkt(&wkt, options.List()) == OGRERR_NONE && wkt) result.wkt = wkt;
    CPLFree(wkt);
    const char* authority = crs->GetAuthorityName(nullptr);
    const char* code = crs->GetAuthorityCode(nullptr);
    const char* name = crs->GetName();
    if (authority && code) result.label = std::string(authority) + ":" + code + " ";
    result.label += name ? name : "unnamed system";
    result.geographic = crs->IsGeographic();
    result.local = crs->IsLocal();
    return result;
}

}  // namespace xiangtu::exchange
