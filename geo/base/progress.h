// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

namespace xiangtu::base {

/// Asked by long work whether it should stop, and told how far it is. Cheap to copy; copies share
/// one stop flag. The report function is called on the working thread.
class Progress {
public:
    /// stage: short English key the client translates ("units", "topology", …); total 0 = unknown.
    using Report = std::function<void(std::string_view stage, std::int64_t done, std::int64_t total)>;

    Progress();
    explicit Progress(Report report);

    void report(std::string_view stage, std::int64_t done, std::int64_t total) const;

    void cancel() noexcept { m_stop->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool cancelled() const noexcept { return m_stop->load(std::memory_order_relaxed); }
    /// Throws Error{Fault::cancelled} once cancel() was called.
    void check() const;

private:
    std::shared_ptr<std::atomic<bool>> m_stop;
    Report m_report;
};

}  // namespace xiangtu::base
