// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace xiangtu::app {

/// How far a job is: written by the job's thread, read by the interface when it likes. It outlives whoever looks at it
/// as long as the job runs.
class ImportMeter {
public:
    struct Reading {
        std::string stage;
        double share = -1;  ///< 0 … 1, or below 0 while unknown
    };
    [[nodiscard]] Reading reading() const {
        const std::scoped_lock lock(m_mutex);
        return m_reading;
    }
    [[nodiscard]] static base::Progress progressOf(const std::shared_ptr<ImportMeter>& meter) {
        return base::Progress([meter](std::string_view stage, std::int64_t done, std::int64_t total) {
            const std::scoped_lock lock(meter->m_mutex);
            meter->m_reading.stage = stage;
            meter->m_reading.share = total > 0 ? double(done) / double(total) : -1;
        });
    }

private:
    mutable std::mutex m_mutex;
    Reading m_reading;
};

}  // namespace xiangtu::app
