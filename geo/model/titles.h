// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace xiangtu::model {

/// A text in both languages of the interface.
struct Titles {
    std::string zh;
    std::string en;
    bool operator==(const Titles&) const = default;
};

}  // namespace xiangtu::model
