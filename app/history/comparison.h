// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/difference_overlay.h"
#include "edit/compare.h"
#include "scene/figure_theme.h"

#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace xiangtu::app {

/// What is different about a unit, in one word: the first that holds of new, gone, border, class, other.
enum class DifferenceKind : std::uint8_t { other, classes, moved, fresh, gone };
constexpr std::size_t kDifferenceKinds = 5;
[[nodiscard]] DifferenceKind kindOf(const edit::UnitDifference& difference) noexcept;
/// As QML names it: other | classes | moved | new | gone.
[[nodiscard]] QString kindName(DifferenceKind kind);
[[nodiscard]] QString kindTitle(DifferenceKind kind);

/// Two days of one file and what differs between them. Immutable, computed by a worker.
struct Comparison {
    std::shared_ptr<const model::Snapshot> earlier;
    std::shared_ptr<const model::Snapshot> later;
    std::vector<edit::UnitDifference> all;  ///< largest level first, then by code

    /// Of one level: how many of each kind, and by how much the land of new, gone and moved ones differs, in m².
    struct Sums {
        std::array<std::int64_t, kDifferenceKinds> counts{};
        double gained = 0;
        double lost = 0;
    };
    [[nodiscard]] Sums sums(model::Level level) const;
    [[nodiscard]] std::int64_t count(model::Level level) const;
};
[[nodiscard]] Comparison compareDays(std::shared_ptr<const model::Snapshot> earlier,
                                     std::shared_ptr<const model::Snapshot> later);

/// What happened to a unit, in words: "border · risk: yellow → red".
[[nodiscard]] QString whatDiffers(const Comparison& comparison, const edit::UnitDifference& difference);
/// The units of a level coloured by what differs; `rgb` by DifferenceKind, `same` for all others.
[[nodiscard]] scene::FigureTheme differenceTheme(const Comparison& comparison, model::Level level,
                                                 const std::array<std::uint32_t, kDifferenceKinds>& rgb,
                                                 std::uint32_t same);
/// Borders of a level that moved, came or went.
[[nodiscard]] std::vector<DifferenceShape> differenceShapes(const Comparison& comparison, model::Level level);

}  // namespace xiangtu::app
