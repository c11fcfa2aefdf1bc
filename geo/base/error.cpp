// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace xiangtu::base {

std::string_view faultName(Fault fault) {
    switch (fault) {
    case Fault::io: return "io";
    case Fault::noPermission: return "noPermission";
    case Fault::diskFull: return "diskFull";
    case Fault::notADatabase: return "notADatabase";
    case Fault::foreignFile: return "foreignFile";
    case Fault::damaged: return "damaged";
    case Fault::newerVersion: return "newerVersion";
    case Fault::busy: return "busy";
    case Fault::sql: return "sql";
    case Fault::format: return "format";
    case Fault::geometry: return "geometry";
    case Fault::crs: return "crs";
    case Fault::cancelled: return "cancelled";
    case Fault::usage: return "usage";
    }
    return "unknown";
}

Error::Error(Fault fault, const std::string& what) : std::runtime_error(what), m_fault(fault), m_text(what) {}

void Error::addContext(std::string_view context) { m_text = std::string(context) + ": " + m_text; }

}  // namespace xiangtu::base
