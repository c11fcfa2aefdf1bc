// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/account.h"

#include <algorithm>

namespace xiangtu::model {

namespace {

constexpr std::string_view kEverywhere = "*";
constexpr std::string_view kSeparators = ", \t\r\n";

}  // namespace

std::optional<Scope> Scope::parse(std::string_view text) {
    Scope scope;
    while (true) {
        const auto begin = text.find_first_not_of(kSeparators);
        if (begin == std::string_view::npos) break;
        text.remove_prefix(begin);
        const std::string_view word = text.substr(0, text.find_first_of(kSeparators));
        text.remove_prefix(word.size());
        const auto code = Code::parse(word);
        if (word != kEverywhere && !code) return std::nullopt;
        if (code)
            scope.prefixes.push_back(*code);
        else
            scope.whole = true;
    }
    if (scope.whole == !scope.prefixes.empty()) return std::nullopt;
    std::ranges::sort(scope.prefixes);
    scope.prefixes.erase(std::ranges::unique(scope.prefixes).begin(), scope.prefixes.end());
    return scope;
}

std::string Scope::text() const {
    if (whole) return std::string(kEverywhere);
    std::string out;
    for (const Code prefix : prefixes) out.append(out.empty() ? "" : ", ").append(prefix.text());
    return out;
}

bool Scope::covers(std::span<const Code> chain) const noexcept {
    if (whole) return true;
    int above = 0;
    for (std::size_t i = chain.size(); i-- > 0;) {
        const auto here = [&](Code prefix) { return prefix.digits() > above && chain[i].startsWith(prefix); };
        if (std::ranges::any_of(prefixes, here)) return true;
        above = std::max(above, chain[i].digits());
    }
    return false;
}

bool Scope::covers(const Snapshot& snapshot, UnitRef unit) const {
    std::vector<Code> chain;
    for (UnitRef at = unit; at.valid(); at = snapshot.unit(at).parent) chain.push_back(snapshot.unit(at).code);
    return covers(chain);
}

bool mayDo(Role role, Deed deed) noexcept {
    switch (role) {
    case Role::leader: return deed == Deed::moveMatter;
    case Role::gridWorker: return deed <= Deed::record;
    case Role::planner: return deed <= Deed::structure;
    case Role::administrator: return true;
    }
    return false;
}

bool mayUncover(Role role, Uncovered what) noexcept { return role != Role::gridWorker || what == Uncovered::record; }

}  // namespace xiangtu::model
