// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace xiangtu::app {

/// A fault as the interface shows it: base::faultName and the message.
struct Fault {
    QString kind;
    QString text;
};

/// Runs the body and turns whatever it throws into a fault: nothing may leave a thread's job.
[[nodiscard]] std::optional<Fault> caught(const std::function<void()>& body);

}  // namespace xiangtu::app
