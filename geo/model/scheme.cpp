// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scheme.h"

namespace xiangtu::model {

namespace {

constexpr std::array<std::string_view, 4> kKinds{"theme", "risk", "progress", "attribute"};
constexpr std::array<std::string_view, 7> kHatches{"none", "diagonal",   "back_diagonal", "crossed",
                                                   "dots", "horizontal", "vertical"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) noexcept {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) return Enum(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view schemeKindName(SchemeKind kind) noexcept { return kKinds[std::size_t(kind)]; }
std::optional<SchemeKind> parseSchemeKind(std::string_view name) noexcept { return find<SchemeKind>(kKinds, name); }
std::string_view hatchName(Hatch hatch) noexcept { return kHatches[std::size_t(hatch)]; }
std::optional<Hatch> parseHatch(std::string_view name) noexcept { return find<Hatch>(kHatches, name); }

}  // namespace xiangtu::model
