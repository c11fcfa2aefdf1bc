// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo.h"

#include "base/error.h"
#include "base/parallel.h"
#include "demo/allot.h"
#include "demo/classes.h"
#include "demo/outline.h"
#include "demo/party_orgs.h"
#include "demo/province.h"
#include "demo/record_maker.h"
#include "demo/registers.h"
#include "demo/rng.h"
#include "demo/roll.h"
#include "geom/measure.h"

#include <atomic>
#include <cmath>

namespace xiangtu::demo {

using model::Level;

namespace {

struct Plan {
    CountyFacts facts;
    CountyWish wish;
};

/// One county, or as many as it takes to keep each about as full as the real one.
std::vector<Plan> planCounties(const CountyFacts& facts, const Phrases& phrases, const Options& options) {
    const std::uint32_t grids = options.grids.value_or(facts.grids);
    if (grids < facts.villageCount()) {
        throw base::Error(base::Fault::usage, "--grids " + std::to_string(grids) + " is too few: " + facts.name +
                                                  " has " + std::to_string(facts.villageCount()) +
                                                  " villages and each needs one");
    }
    const auto counties = std::max<std::uint32_t>(1, std::uint32_t(std::lround(double(grids) / facts.grids)));
    if (counties > 1 && !options.outline.empty()) {
        throw base::Error(base::Fault::usage, "--outline is one county; " + std::to_string(grids) + " grids make " +
                                                  std::to_string(counties));
    }
    if (counties > 29 * 49)
        throw base::Error(base::Fault::usage, "--grids " + std::to_string(grids) + " is more than a province holds");

    std::vector<geom::MultiPolygon> outlines;
    if (!options.outline.empty()) {
        outlines.push_back(options.outline);
    } else if (counties == 1) {
        const double detail = std::sqrt(facts.areaM2 / grids) / 3.5;
        outlines.push_back(makeOutline({facts.centre, facts.areaM2, facts.aspect, facts.turnDegrees, detail,
                                        mix(options.seed, facts.code.packed())}));
    } else {
        outlines = provinceOutlines(facts, counties, options.seed);
    }
    std::vector<double> areas;
    for (const auto& outline : outlines) areas.push_back(double(geom::twiceArea(outline)));
    const auto shares = allot(areas, grids, std::uint32_t(facts.villageCount()));

    std::vector<Plan> plans;
    for (std::uint32_t i = 0; i < counties; ++i) {
        Plan& plan = plans.emplace_back();
        plan.facts = i == 0 ? facts : inventCounty(facts, phrases, i, options.seed);
        plan.wish.outline = std::move(outlines[i]);
        plan.wish.townships = townshipWishes(plan.facts);
        plan.wish.grids = shares[i];
        plan.wish.naturalVillages = std::uint32_t(std::lround(double(facts.naturalVillages) * shares[i] / facts.grids));
        plan.wish.sharedOutline = counties > 1;
        plan.wish.seed = mix(options.seed, plan.facts.code.packed());
    }
    return plans;
}

std::vector<Roll> shapeAll(std::vector<Plan>& plans, const base::Progress& progress) {
    std::vector<std::optional<Roll>> made(plans.size());
    std::atomic<std::int64_t> done = 0;
    base::parallelFor(plans.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            progress.check();
            CountyShape shape = shapeCounty(plans[i].wish);
            made[i].emplace(std::move(plans[i].facts), std::move(shape), plans[i].wish.seed);
            plans[i].wish.outline.clear();
            ++done;
        }
    });
    progress.report("shapes", done, std::int64_t(plans.size()));
    std::vector<Roll> rolls;
    for (auto& roll : made) rolls.push_back(std::move(*roll));
    return rolls;
}

}  // namespace

const std::vector<std::string>& countyNames() {
    static const std::vector<std::string> names{"yanchang", "bagongshan", "gonghe", "fenghuang", "lingyun"};
    return names;
}

std::filesystem::path factsFile(const std::filesystem::path& dataDir, const std::string& county) {
    return dataDir / "demo" / (county + ".json");
}

std::filesystem::path phrasesFile(const std::filesystem::path& dataDir) { return dataDir / "demo" / "phrases.json"; }

void generate(const CountyFacts& facts, const Phrases& phrases, const Options& options, model::Sink& sink,
              const base::Progress& progress) {
    progress.report("shapes", 0, 0);
    std::vector<Plan> plans = planCounties(facts, phrases, options);
    const std::vector<Roll> rolls = shapeAll(plans, progress);

    sink.setTitle(rolls.size() == 1 ? facts.name : facts.province + "（" + std::to_string(rolls.size()) + "县合成）",
                  true);
    for (const Level level : model::kLevels) {
        std::int64_t done = 0, total = 0;
        for (const Roll& roll : rolls) total += roll.count(level);
        for (const Roll& roll : rolls) {
            for (std::uint32_t unit = 0; unit < roll.count(level); ++unit) {
                if (++done % 4096 == 0) {
                    progress.check();
                    progress.report(model::levelName(level), done, total);
                }
                sink.add(roll.draft(level, unit));
            }
        }
        progress.report(model::levelName(level), total, total);
    }
    std::int64_t done = 0;
    RecordMaker records(phrases, sink);
    for (const Roll& roll : rolls) {
        progress.check();
        BaseSites sites(roll);
        addPartyOrgs(roll, sink);
        addClasses(roll, phrases, sink);
        addDemonstrationVillages(roll, sink);
        addIndustryBases(roll, sites, sink);
        records.add(roll, sites);
        progress.report("registers", ++done, std::int64_t(rolls.size()));
    }
}

}  // namespace xiangtu::demo
