// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace xiangtu::app::test {

/// Runs the event loop until the condition holds; false when it does not within half a minute.
[[nodiscard]] bool waitUntil(const std::function<bool()>& done);

}  // namespace xiangtu::app::test
