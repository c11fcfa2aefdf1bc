// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace xiangtu::base {

/// For headers that only name JSON in a declaration: the full header costs every file that includes
/// it about a second of compiling. Sources that read or build JSON include "base/json.h".
using Json = nlohmann::json;

class JsonCursor;

}  // namespace xiangtu::base
