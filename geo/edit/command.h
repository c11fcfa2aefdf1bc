// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/code.h"

#include <string>
#include <variant>
#include <vector>

namespace xiangtu::edit {

/// Give units a class of a colour scheme from `day` on.
struct SetClass {
    std::vector<model::Code> units;
    std::string scheme;     ///< Scheme::key
    std::string classCode;  ///< SchemeClass::code; empty = take the class away
    std::string reason;
    std::string day;  ///< ISO date from which it holds; empty = today
};

/// What a user may ask for. An edit is data: a gesture or the command line makes one of these.
using Command = std::variant<SetClass>;

}  // namespace xiangtu::edit
