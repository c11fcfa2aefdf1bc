// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/classes.h"

#include "demo/noise.h"
#include "demo/plane.h"
#include "demo/rng.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace xiangtu::demo {

using base::Date;
using model::Level;

namespace {

constexpr std::array<const char*, 5> kOrder{"green", "blue", "yellow", "orange", "red"};

/// Shares of the classes, calmest first; nominal schemes are cut the same way along a field of their own.
struct SchemePlan {
    const char* key;
    std::array<double, 5> shares;
    double patchM;     ///< size of a cluster
    double scatter;    ///< how much single units stray from their surroundings
};
constexpr std::array<SchemePlan, 3> kPlans{{{"risk5", {0.79, 0.11, 0.06, 0.03, 0.01}, 7000, 0.35},
                                            {"progress5", {0.17, 0.62, 0.13, 0.06, 0.02}, 11000, 0.25},
                                            {"theme5", {0.26, 0.22, 0.14, 0.18, 0.20}, 5000, 0.12}}};

class ClassWriter {
public:
    ClassWriter(const Roll& roll, const Phrases& phrases, model::Sink& sink)
        : m_roll(roll), m_phrases(phrases), m_sink(sink), m_plane(geom::snapToGrid(roll.facts().centre)) {}

    void run() {
        for (std::size_t s = 0; s < kPlans.size(); ++s) {
            for (const Level level : {Level::village, Level::grid}) addLevel(s, level);
        }
    }

private:
    /// Units in order of the field's value, cut into the shares.
    std::vector<std::uint8_t> classify(std::size_t s, Level level) const {
        const SchemePlan& plan = kPlans[s];
        const std::uint64_t seed = mix(m_roll.seed(), 9200 + s);
        std::vector<float> value(m_roll.count(level));
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            const Metres p = m_plane.toMetres(m_roll.middle(level, i));
            const double alone = unitOf(mix(seed, std::uint64_t(level) << 40 | i)) - 0.5;
            value[i] = float(fractalNoise(seed, p, plan.patchM, 3) + 2 * plan.scatter * alone);
        }
        std::vector<std::uint32_t> order(value.size());
        std::iota(order.begin(), order.end(), 0u);
        std::ranges::stable_sort(order, {}, [&](auto i) { return value[i]; });
        std::vector<std::uint8_t> out(value.size());
        double upTo = plan.shares[0];
        std::uint8_t now = 0;
        for (std::size_t k = 0; k < order.size(); ++k) {
            while (now < 4 && double(k) >= upTo * double(order.size())) upTo += plan.shares[++now];
            out[order[k]] = now;
        }
        return out;
    }

    void addLevel(std::size_t s, Level level) {
        const std::vector<std::uint8_t> classes = classify(s, level);
        for (std::uint32_t i = 0; i < classes.size(); ++i) {
            Random random(mix(m_roll.seed(), (9300 + 8 * s + std::uint64_t(level)) << 32 | i));
            const Date now{Date::of(2022, 2, 1).days + std::int32_t(random.below(330))};
            const int serious = classes[i];
            // What is serious now was mostly calmer before; some of what is calm now was settled.
            if (random.chance(serious >= 2 ? 0.5 : 0.03)) {
                const int before = serious >= 2 ? serious - 1 - int(random.below(2)) : 2 + int(random.below(2));
                add(s, level, i, std::max(before, 0), {now.days - 60 - std::int32_t(random.below(240))}, random);
            }
            add(s, level, i, serious, now, random);
        }
    }

    void add(std::size_t s, Level level, std::uint32_t unit, int serious, Date from, Random& random) {
        model::NewClass record;
        record.level = level;
        record.unit = m_roll.code(level, unit);
        record.scheme = kPlans[s].key;
        record.classCode = kOrder[std::size_t(serious)];
        record.from = from;
        const auto& reasons = m_phrases.reasonsFor(record.scheme, record.classCode);
        record.reason = reasons[random.below(reasons.size())];
        const auto& surnames = m_phrases.surnames;
        record.author = (level == Level::grid ? "网格员 " : "驻村干部 ") + surnames[random.below(surnames.size())] + "某";
        m_sink.add(record);
    }

    const Roll& m_roll;
    const Phrases& m_phrases;
    model::Sink& m_sink;
    Plane m_plane;
};

}  // namespace

void addClasses(const Roll& roll, const Phrases& phrases, model::Sink& sink) { ClassWriter(roll, phrases, sink).run(); }

}  // namespace xiangtu::demo
