// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/allot.h"
#include "demo/base_sites.h"
#include "demo/field_shape.h"
#include "demo/registers.h"
#include "demo/rng.h"

#include "base/error.h"

#include <algorithm>
#include <deque>
#include <string>

namespace xiangtu::demo {

using model::Level;

namespace {

constexpr double kSmallestMu = 2;

struct Base {
    std::uint32_t village = 0;
    Metres centre;
    std::vector<Metres> ring;  ///< around the centre
    double mu = 0;
    std::string crop;
};

class BaseWriter {
public:
    BaseWriter(const Roll& roll, BaseSites& sites, model::Sink& sink) : m_roll(roll), m_sink(sink), m_sites(sites) {}

    void run() {
        std::uint64_t number = 0;
        for (const BaseFacts& facts : m_roll.facts().bases) {
            Random random(mix(m_roll.seed(), 9500 + number++));
            write(facts, facts.on.empty() ? place(facts, random) : cover(facts), random);
        }
    }

private:
    /// Areas are whole tenths of a mu, so that the reported figures add up to the last digit.
    static std::vector<double> areasOf(double totalMu, const std::vector<double>& weights) {
        std::vector<double> mu;
        for (const std::uint32_t tenths : allot(weights, std::uint32_t(std::lround(totalMu * 10)), 1))
            mu.push_back(tenths / 10.0);
        return mu;
    }

    std::vector<Base> place(const BaseFacts& facts, Random& random) {
        std::vector<double> weights;
        for (std::uint32_t i = 0; i < facts.pieces; ++i) weights.push_back(std::exp2(0.6 * random.bell()));
        std::deque<double> wanted;
        for (const double mu : areasOf(facts.mu > 0 ? facts.mu : facts.muEach * facts.pieces, weights))
            wanted.push_back(mu);
        std::vector<Base> placed;
        const std::vector<std::uint32_t> villages = m_sites.villagesFor(facts.first, random);
        std::size_t next = 0;
        while (!wanted.empty()) {
            Base base;
            base.mu = wanted.front();
            wanted.pop_front();
            base.crop = facts.crop;
            base.ring = fieldRing(base.mu, random);
            const auto site = m_sites.take(villages, next, reachOf(base.ring));
            if (!site) {
                // Nowhere is there room for so large a field: two smaller ones.
                if (base.mu < kSmallestMu) {
                    throw base::Error(base::Fault::geometry, "the county has no room for its " + facts.crop + " bases");
                }
                const double half = std::round(base.mu * 5) / 10;
                wanted.push_back(half);
                wanted.push_back(base.mu - half);
                continue;
            }
            base.village = site->village;
            base.centre = site->centre;
            placed.push_back(base);
        }
        m_placed.insert(m_placed.end(), placed.begin(), placed.end());
        return placed;
    }

    /// Bases lying inside those of other crops, the same share of each.
    std::vector<Base> cover(const BaseFacts& facts) const {
        std::vector<Base> out;
        double below = 0;
        for (const Base& base : m_placed) {
            if (std::ranges::find(facts.on, base.crop) == facts.on.end()) continue;
            out.push_back(base);
            below += base.mu;
        }
        if (facts.mu > 0.96 * below) {
            throw base::Error(base::Fault::format, "bases of " + facts.crop + " do not fit on what they stand on");
        }
        std::vector<double> weights;
        for (const Base& base : out) weights.push_back(base.mu);
        const std::vector<double> mu = areasOf(facts.mu, weights);
        for (std::size_t i = 0; i < out.size(); ++i) out[i].mu = mu[i];
        return out;
    }

    void write(const BaseFacts& facts, const std::vector<Base>& bases, Random& random) {
        std::vector<double> weights;
        for (const Base& base : bases) weights.push_back(base.mu);
        const auto parts = allot(weights, facts.quantity > 0 ? std::uint32_t(facts.quantity) : 0, 0);
        for (std::size_t i = 0; i < bases.size(); ++i) {
            const Base& base = bases[i];
            const std::string village = m_roll.shortName(Level::village, base.village);
            model::NewRecord record;
            record.registerId = "industry_base";
            record.level = Level::village;
            record.unit = m_roll.code(Level::village, base.village);
            record.shape = fieldShape(m_sites.plane(), base.centre, base.ring, base.mu);
            const bool counted = facts.quantity > 0;
            const char* owner = random.chance(0.6) ? "股份经济合作社" : "种养专业合作社";
            record.values = {{"name", village + facts.name},
                             {"crop", facts.crop},
                             {"quantity", counted ? double(parts[i]) : base.mu},
                             {"quantity_unit", counted ? facts.quantityUnit : std::string("mu")},
                             {"reported_mu", base.mu},
                             {"established", std::int64_t(facts.year)},
                             {"operator", village + owner}};
            if (!facts.note.empty()) record.values.emplace_back("note", facts.note);
            m_sink.add(record);
        }
    }

    const Roll& m_roll;
    model::Sink& m_sink;
    BaseSites& m_sites;
    std::vector<Base> m_placed;
};

}  // namespace

void addIndustryBases(const Roll& roll, BaseSites& sites, model::Sink& sink) { BaseWriter(roll, sites, sink).run(); }

}  // namespace xiangtu::demo
