// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping figures up must give exactly what counting anew gives.
#include "made_county.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xiangtu::indicators {
namespace {

const char* const kAll = R"([
  {"id": "a", "title": {"zh": "甲", "en": "A"}, "levels": ["county"], "measure": {"count": "income", "where": "amount > 100000"}},
  {"id": "b", "title": {"zh": "乙", "en": "B"}, "levels": ["county"], "measure": {"sum": "income", "value": "amount / 3"}},
  {"id": "c", "title": {"zh": "丙", "en": "C"}, "levels": ["county"], "measure": {"mean": "income", "value": "amount"}},
  {"id": "d", "title": {"zh": "丁", "en": "D"}, "levels": ["county"], "measure": {"distinct": "income", "value": "who"}},
  {"id": "e", "title": {"zh": "戊", "en": "E"}, "levels": ["county"], "measure": {"covered": "village", "by": "income"}},
  {"id": "f", "title": {"zh": "己", "en": "F"}, "levels": ["county"], "measure": {"covered": "grid", "by": "well"}},
  {"id": "g", "title": {"zh": "庚", "en": "G"}, "levels": ["county"], "measure": {"far": "village", "from": "well", "metres": 500}},
  {"id": "h", "title": {"zh": "辛", "en": "H"}, "levels": ["county"], "measure": {"area": "plot"}},
  {"id": "j", "title": {"zh": "壬", "en": "J"}, "levels": ["county"], "measure": {"overlap": "plot", "where": "kind = 'orchard'", "with": "plot", "with_where": "kind = 'net'"}},
  {"id": "k", "title": {"zh": "癸", "en": "K"}, "levels": ["county"], "measure": {"reaching": "village", "of": {"sum": "income", "value": "amount"}, "at_least": 200000}}])";

void expectSame(const Figures& kept, const Figures& anew) {
    const auto& indicators = anew.snapshot().catalogue->indicators;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
        for (const model::Level level : model::kLevels) {
            const Column a = kept.column(i, level), b = anew.column(i, level);
            ASSERT_EQ(a.size(), b.size());
            for (std::size_t r = 0; r < a.size(); ++r) {
                EXPECT_TRUE(a[r] == b[r] || (std::isnan(a[r]) && std::isnan(b[r])))
                    << indicators[i].id << " level " << int(level) << " row " << r << ": " << a[r] << " / " << b[r];
            }
        }
    }
}

TEST(FiguresUpdate, EqualsCountingAnewAfterManyEdits) {
    std::mt19937 random(11);
    MadeCounty county(kAll);
    county.shake(random);
    Figures kept(county.snapshot);
    for (int step = 0; step < 25; ++step) {
        county.shake(random);
        kept = kept.updated(county.snapshot);
        expectSame(kept, Figures(county.snapshot));
        if (HasFailure()) break;
    }
}

TEST(FiguresUpdate, GoesBackToAnEarlierSnapshot) {
    std::mt19937 random(12);
    MadeCounty county(kAll);
    county.shake(random);
    const model::Snapshot before = county.snapshot;
    const Figures first(before);
    county.shake(random);
    expectSame(first.updated(county.snapshot).updated(before), first);
}

TEST(FiguresUpdate, CountsAnewWhenUnitsOrTheDayChange) {
    std::mt19937 random(13);
    MadeCounty county(kAll);
    county.shake(random);
    const Figures first(county.snapshot);
    model::Snapshot other = county.snapshot;
    other.day.days += 40;
    expectSame(first.updated(other), Figures(other));
    other.levels = support::levelTables();
    expectSame(first.updated(other), Figures(other));
}

TEST(FiguresUpdate, LeavesTheOldFiguresAsTheyWere) {
    MadeCounty county(indicator(R"({"count": "income"})"));
    county.addIncome(0, 1);
    const Figures old(county.snapshot);
    county.addIncome(0, 2);
    const Figures now = old.updated(county.snapshot);
    EXPECT_EQ(old.value(0, kCounty), 1);
    EXPECT_EQ(now.value(0, kCounty), 2);
}

}  // namespace
}  // namespace xiangtu::indicators
