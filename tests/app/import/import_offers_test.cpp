// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_offers.h"

#include "exchange/coordinate_system.h"
#include "exchange/encoding.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <set>

namespace xiangtu::app {
namespace {

TEST(ImportOffers, EveryCoordinateSystemIsTheOneItsNameSays) {
    const QVariantList offers = systemOffers(support::snapshot());
    std::set<QString> keys;
    for (const QVariant& offer : offers) {
        const QString key = offer.toMap()["key"].toString(), text = offer.toMap()["text"].toString();
        keys.insert(key);
        // Known to GDAL, and metres where a zone is named: degrees in China are refused then.
        const exchange::RawExtent degrees{109, 36, 110, 37, true};
        const auto choice = exchange::chooseCrs({}, degrees, key.toStdString());
        EXPECT_EQ(choice.ok(), !text.contains("zone")) << text.toStdString();
    }
    EXPECT_EQ(keys.size(), std::size_t(offers.size()));
}

TEST(ImportOffers, TheZoneOfTheCountyStandsFirstAmongTheZones) {
    // 110°E lies nearest to the meridian of zone 37.
    const QVariantList offers = systemOffers(support::snapshot());
    EXPECT_EQ(offers[2].toMap()["key"].toString(), "4546");
}

TEST(ImportOffers, EveryEncodingIsKnown) {
    for (const QVariant& offer : encodingOffers())
        EXPECT_FALSE(exchange::charsetFromName(offer.toMap()["key"].toString().toStdString()).empty());
}

TEST(ImportOffers, AGoalIsFoundAgainByItsKey) {
    const model::Snapshot county = support::snapshot();
    for (const QVariant& offer : goalOffers(county)) {
        const QString key = offer.toMap()["key"].toString();
        const auto into = goalOf(key);
        ASSERT_TRUE(into) << key.toStdString();
        EXPECT_EQ(goalKey(*into), key);
    }
    EXPECT_FALSE(goalOf("level:moon"));
}

TEST(ImportOffers, CodesOfOneLengthTellTheLevel) {
    exchange::Preview preview;
    preview.areas = 2;
    preview.fields = {{"dm", "String", {"433123100201", "433123100202"}, {}}};
    const auto into = proposedGoal(preview, support::snapshot());
    ASSERT_TRUE(into);
    EXPECT_EQ(goalKey(*into), "level:village");
    preview.fields[0].samples.back() = "43312310020";
    EXPECT_FALSE(proposedGoal(preview, support::snapshot()));
}

}  // namespace
}  // namespace xiangtu::app
