// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_report.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace xiangtu::exchange {

std::string_view lossName(ExportLoss::Kind kind) noexcept {
    switch (kind) {
    case ExportLoss::Kind::tooLong: return "text cut";
    case ExportLoss::Kind::noCharacter: return "characters not in the encoding";
    case ExportLoss::Kind::rounded: return "number rounded";
    case ExportLoss::Kind::notADate: return "no day";
    case ExportLoss::Kind::shapeLeftOut: return "geometry left out";
    case ExportLoss::Kind::rowLeftOut: return "row left out";
    }
    return {};
}

void ExportLosses::add(ExportLoss loss) {
    constexpr std::size_t kKept = 10'000;
    const std::lock_guard lock(m_mutex);
    if (m_counts[loss.kind]++ < kKept) m_listed.push_back(std::move(loss));
}

std::size_t ExportLosses::count() const {
    std::size_t sum = 0;
    for (const auto& [kind, n] : byKind()) sum += n;
    return sum;
}

std::map<ExportLoss::Kind, std::size_t> ExportLosses::byKind() const {
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

std::vector<ExportLoss> ExportLosses::listed() const {
    const std::lock_guard lock(m_mutex);
    std::vector<ExportLoss> out = m_listed;
    std::ranges::stable_sort(out, {}, [](const ExportLoss& loss) { return std::tie(loss.row, loss.column); });
    return out;
}

}  // namespace xiangtu::exchange
