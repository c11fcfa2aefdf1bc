// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/progress.h"

#include "base/error.h"

namespace xiangtu::base {

Progress::Progress() : m_stop(std::make_shared<std::atomic<bool>>(false)) {}

Progress::Progress(Report report) : Progress() { m_report = std::move(report); }

void Progress::report(std::string_view stage, std::int64_t done, std::int64_t total) const {
    if (m_report) m_report(stage, done, total);
}

void Progress::check() const {
    if (cancelled()) throw Error(Fault::cancelled, "cancelled by the user");
}

}  // namespace xiangtu::base
