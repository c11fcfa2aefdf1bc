// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"

#include <string_view>

namespace xiangtu::model {

inline constexpr std::string_view kDemonstrationRegister = "demonstration_village";

/// Whether a map may show records of the register although nobody asked for them: those with a shape, and
/// the demonstration villages. They are read before the others.
[[nodiscard]] inline bool drawnUnasked(const RegisterDef& def) noexcept {
    return hasShape(def.anchor) || def.id == kDemonstrationRegister;
}

}  // namespace xiangtu::model
