// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"

#include <algorithm>

namespace xiangtu::model {

namespace {

constexpr std::size_t kFewColumns = 6;

template <class T>
const T* findById(const std::vector<T>& list, std::string_view id) noexcept {
    const auto it = std::ranges::find(list, id, &T::id);
    return it == list.end() ? nullptr : &*it;
}

}  // namespace

const FieldDef* RegisterDef::findField(std::string_view name) const noexcept {
    const auto at = fieldAt(name);
    return at ? &fields[*at] : nullptr;
}

std::optional<std::size_t> RegisterDef::fieldAt(std::string_view name) const noexcept {
    const auto it = std::ranges::find(fields, name, &FieldDef::name);
    if (it == fields.end()) return std::nullopt;
    return std::size_t(it - fields.begin());
}

std::vector<std::size_t> RegisterDef::listColumns() const {
    std::vector<std::size_t> columns;
    for (const std::string& name : list) {
        const auto at = fieldAt(name);
        if (at && !fields[*at].retired) columns.push_back(*at);
    }
    for (std::size_t i = 0; columns.empty() || list.empty(); ++i) {
        if (i >= fields.size() || columns.size() >= kFewColumns) break;
        if (!fields[i].retired) columns.push_back(i);
    }
    return columns;
}

const RegisterDef* Catalogue::find(std::string_view id) const noexcept { return findById(registers, id); }
const Lifecycle* Catalogue::findLifecycle(std::string_view id) const noexcept { return findById(lifecycles, id); }
const IndicatorDef* Catalogue::findIndicator(std::string_view id) const noexcept { return findById(indicators, id); }
const ReportDef* Catalogue::findReport(std::string_view id) const noexcept { return findById(reports, id); }

}  // namespace xiangtu::model
