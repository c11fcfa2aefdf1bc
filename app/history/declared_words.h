// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/declared.h"

#include <QString>

#include <vector>

namespace xiangtu::app {

/// What an office declares differently, one thing after the other, in the language of the interface. Of many the first
/// few and how many more.
[[nodiscard]] QString declaredWords(const std::vector<edit::Declared>& declared);

}  // namespace xiangtu::app
