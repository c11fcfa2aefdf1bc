// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/coordinate_system.h"
#include "model/catalogue.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Something of the file that values of a source can go to.
struct Target {
    std::string id;  ///< name of the field; "unit" for what the record stands on
    model::Titles title;
    bool required = false;
    std::vector<std::string> alsoCalled{};
};
/// Of a register: the unit (where it is not told by the place alone) and every field that is entered.
[[nodiscard]] std::vector<Target> targetsOf(const model::RegisterDef& def);
/// Of organisations: name, kind, unit, chain, established.
[[nodiscard]] std::vector<Target> organisationTargets();
/// Of units: code, name, parent, households.
[[nodiscard]] std::vector<Target> unitTargets();

/// Which field of a source goes where: target id → field name. An empty name leaves the target out.
using AskedMap = std::map<std::string, std::string, std::less<>>;

/// A target and the column found for it, and why.
struct MappedColumn {
    std::optional<std::size_t> column;
    std::string basis;
};
/// One per target, in their order. What is not asked for is found by name: id or title, also cut to what a shapefile
/// holds of it. Refused: a target or a field there is none of.
[[nodiscard]] base::Result<std::vector<MappedColumn>, Refusal> mapTable(const std::vector<Target>& targets,
                                                                        const AskedMap& asked,
                                                                        const std::vector<std::string>& fields);

}  // namespace xiangtu::exchange
