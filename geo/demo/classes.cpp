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

enum class Kind { graded, nominal };

/// Graded: the units in order of one field's value, cut into these shares, calmest first. Nominal: each
/// class has a field of its own and the strongest wins; the shares only favour.
struct SchemePlan {
    const char* key;
    Kind kind;
    std::array<double, 5> shares;
    double patch;    ///< size of a cluster, in county widths
    double scatter;  ///< how much single units stray from their surroundings
};
constexpr std::array<SchemePlan, 3> kPlans{{{"risk5", Kind::graded, {0.79, 0.11, 0.06, 0.03, 0.01}, 0.16, 0.35},
                                            {"progress5", Kind::graded, {0.17, 0.62, 0.13, 0.06, 0.02}, 0.25, 0.25},
                                            {"theme5", Kind::nominal, {0.26, 0.22, 0.14, 0.18, 0.20}, 0.2, 0.1}}};

class ClassWriter {
public:
    ClassWriter(const Roll& roll, const Phrases& phrases, model::Sink& sink)
        : m_roll(roll),
          m_phrases(phrases),
          m_sink(sink),
          m_plane(geom::snapToGrid(roll.facts().centre)),
          m_width(std::sqrt(roll.facts().areaM2)) {}

    void run() {
        for (std::size_t s = 0; s < kPlans.size(); ++s) {
            for (const Level level : {Level::village, Level::grid}) addLevel(s, level);
        }
    }

private:
    /// How strong a class or scheme is at a unit: alike among neighbours, a little by itself.
    [[nodiscard]] double strength(const SchemePlan& plan, std::uint64_t seed, Level level, std::uint32_t unit) const {
        const Metres p = m_plane.toMetres(m_roll.middle(level, unit));
        const double alone = unitOf(mix(seed, std::uint64_t(level) << 40 | unit)) - 0.5;
        return fractalNoise(seed, p, plan.patch * m_width, 3) + 2 * plan.scatter * alone;
    }

    [[nodiscard]] std::vector<std::uint8_t> strongest(std::size_t s, Level level) const {
        std::vector<std::uint8_t> out(m_roll.count(level));
        for (std::uint32_t i = 0; i < out.size(); ++i) {
            double most = -1e300;
            for (std::uint8_t k = 0; k < 5; ++k) {
                const double here =
                    kPlans[s].shares[k] + strength(kPlans[s], mix(m_roll.seed(), 9210 + 8 * s + k), level, i);
                if (here <= most) continue;
                most = here;
                out[i] = k;
            }
        }
        return out;
    }

    [[nodiscard]] std::vector<std::uint8_t> graded(std::size_t s, Level level) const {
        const SchemePlan& plan = kPlans[s];
        std::vector<float> value(m_roll.count(level));
        for (std::uint32_t i = 0; i < value.size(); ++i) {
            value[i] = float(strength(plan, mix(m_roll.seed(), 9200 + s), level, i));
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
        const bool isGraded = kPlans[s].kind == Kind::graded;
        const std::vector<std::uint8_t> classes = isGraded ? graded(s, level) : strongest(s, level);
        for (std::uint32_t i = 0; i < classes.size(); ++i) {
            Random random(mix(m_roll.seed(), (9300 + 8 * s + std::uint64_t(level)) << 32 | i));
            const Date now{Date::of(2022, 2, 1).days + std::int32_t(random.below(330))};
            const int serious = classes[i];
            // What is serious now was mostly calmer before; some of what is calm now was settled.
            if (random.chance(!isGraded ? 0.05 : serious >= 2 ? 0.5 : 0.03)) {
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
        record.author =
            (level == Level::grid ? "网格员 " : "驻村干部 ") + surnames[random.below(surnames.size())] + "某";
        m_sink.add(record);
    }

    const Roll& m_roll;
    const Phrases& m_phrases;
    model::Sink& m_sink;
    Plane m_plane;
    double m_width;
};

}  // namespace

void addClasses(const Roll& roll, const Phrases& phrases, model::Sink& sink) { ClassWriter(roll, phrases, sink).run(); }

}  // namespace xiangtu::demo
