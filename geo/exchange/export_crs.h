// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/coordinate_system.h"
#include "exchange/export_options.h"

#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A coordinate system files are written in.
struct ExportCrs {
    int epsg = 4490;
    std::string label;  ///< "EPSG:4546 CGCS2000 / 3-degree Gauss-Kruger CM 111E"
    bool geographic = true;
    int zone = 0;         ///< of a Gauss-Krueger system
    int zoneDegrees = 0;  ///< 3 or 6
    bool prefix = false;  ///< eastings begin with the zone
    std::vector<std::string> notes;
};

/// `asked`: "" (degrees; for 国土TXT the 3-degree zone with prefix), "geographic", "EPSG:4547" or bare digits, "wgs84",
/// or zone3, zone3-prefix, zone6, zone6-prefix for the zone the data lie in, and with ":37" behind for a certain one.
/// GeoJSON by RFC 7946 and KML take degrees only. `west` and `east`: bounds of the data in degrees; what reaches far
/// out of its zone gets a note. An unreadable `asked` is refused.
[[nodiscard]] base::Result<ExportCrs, Refusal> chooseExportCrs(const std::string& asked, ExportFormat format,
                                                               double west, double east);

/// Well-known text of a system as ESRI writes it into a .prj. Throws Error{crs}.
[[nodiscard]] std::string esriText(const ExportCrs& crs);

}  // namespace xiangtu::exchange
