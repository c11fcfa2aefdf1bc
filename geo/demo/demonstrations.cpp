// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/registers.h"
#include "demo/rng.h"

#include <algorithm>
#include <vector>

namespace xiangtu::demo {

using model::Level;

void addDemonstrationVillages(const Roll& roll, model::Sink& sink) {
    Random random(mix(roll.seed(), 9400));
    std::vector<std::uint32_t> free;
    for (std::uint32_t v = 0; v < roll.count(Level::village); ++v) {
        if (roll.kind(Level::village, v) == model::UnitKind::village) free.push_back(v);
    }
    for (std::size_t i = free.size(); i > 1; --i) std::swap(free[i - 1], free[random.below(i)]);
    const auto add = [&](const DemonstrationFacts& kind, std::uint32_t village) {
        model::NewRecord record;
        record.registerId = "demonstration_village";
        record.level = Level::village;
        record.unit = roll.code(Level::village, village);
        record.values = {{"kind", kind.kind}, {"level", kind.level}, {"batch", std::int64_t(kind.batch)}};
        sink.add(record);
    };
    const auto take = [&](auto at) {
        const std::uint32_t village = *at;
        free.erase(at);
        return village;
    };
    std::vector<std::uint32_t> given;
    for (const DemonstrationFacts& kind : roll.facts().demonstrations) {
        std::uint32_t known = 0;
        for (const model::Code code : kind.villages) {
            const auto at = std::ranges::find_if(free, [&](auto v) { return roll.code(Level::village, v) == code; });
            if (at != free.end()) add(kind, take(at)), ++known;
        }
        given.push_back(known);
    }
    for (std::size_t k = 0; k < given.size(); ++k) {
        const DemonstrationFacts& kind = roll.facts().demonstrations[k];
        for (std::uint32_t i = given[k]; i < kind.count && !free.empty(); ++i) add(kind, take(free.end() - 1));
    }
}

}  // namespace xiangtu::demo
