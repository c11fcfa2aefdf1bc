// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/figures.h"
#include "app/models/map_figures.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

TEST(Figures, CountsAreGroupedByThousands) {
    EXPECT_EQ(countText(0), QStringLiteral("0"));
    EXPECT_EQ(countText(999), QStringLiteral("999"));
    EXPECT_EQ(countText(14735), QStringLiteral("14,735"));
    EXPECT_EQ(countText(1000000), QStringLiteral("1,000,000"));
    EXPECT_EQ(countText(-1200), QStringLiteral("-1,200"));
}

TEST(Figures, ARoundedNothingHasNoMinusSign) {
    EXPECT_EQ(numberText(-0.001, 2), QStringLiteral("0.00"));
    EXPECT_EQ(numberText(-1234.5, 1), QStringLiteral("-1,234.5"));
}

// 15 mu = 1 ha; the contract of 472.8 mu is 31.52 ha.
TEST(Figures, AreaIsShownInMuAndBesideItInHectares) {
    EXPECT_EQ(muText(315200), QStringLiteral("472.80 mu"));
    EXPECT_EQ(hectareText(315200), QStringLiteral("31.52 ha"));
    EXPECT_EQ(squareMetreText(315200), QStringLiteral("315,200 m²"));
    EXPECT_EQ(muText(1.745e9), QStringLiteral("2,617,500.0 mu"));
    EXPECT_EQ(squareMetreText(1.745e9), QStringLiteral("1,745.00 km²"));
}

TEST(Figures, LengthsChangeFromMetresToKilometres) {
    EXPECT_EQ(lengthText(84.23), QStringLiteral("84.2 m"));
    EXPECT_EQ(lengthText(999.4), QStringLiteral("999 m"));
    EXPECT_EQ(lengthText(1250), QStringLiteral("1.25 km"));
}

TEST(Figures, PlacesNameTheirHemisphere) {
    EXPECT_EQ(geographicText({109.598612, 27.948117}), QStringLiteral("109.59861° E, 27.94812° N"));
    EXPECT_EQ(geographicText({-0.5, -1.25}), QStringLiteral("0.50000° W, 1.25000° S"));
}

// On the central meridian of zone 37 (111° E) the easting is exactly 37 500 000.
TEST(Figures, ZoneCoordinatesCarryTheZoneInFrontOfTheEasting) {
    const QString text = zoneText({111.0, 36.5});
    EXPECT_TRUE(text.contains(QStringLiteral("Y 37500000.0"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("(zone 37)"))) << text.toStdString();
}

TEST(Figures, OutsideTheZonesThereIsNothingToShow) {
    EXPECT_TRUE(zoneText({10.0, 50.0}).isEmpty());
    EXPECT_TRUE(zoneText({111.0, -10.0}).isEmpty());
}

TEST(ScaleBar, IsRoundAndFits) {
    for (double metresPerPx = 0.05; metresPerPx < 5000; metresPerPx *= 1.37) {
        const ScaleBar bar = scaleBar(metresPerPx, 130);
        EXPECT_LE(bar.px, 130) << metresPerPx;
        EXPECT_GT(bar.px, 130 / 2.5 - 1) << metresPerPx;
        double lead = bar.metres;
        while (lead >= 9.999) lead /= 10;
        while (lead < 0.999) lead *= 10;
        EXPECT_TRUE(std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 5) < 1e-6) << bar.metres;
    }
}

TEST(ScaleBar, NothingForNoScale) {
    EXPECT_EQ(scaleBar(0, 100).px, 0);
    EXPECT_EQ(scaleBar(10, 0).metres, 0);
}

TEST(MapFigures, WritesTheScaleWithTwoDigits) {
    MapFigures figures;
    figures.setProperty("metresPerPixel", 9.6);
    EXPECT_EQ(figures.scale(), QStringLiteral("1 : 36,000"));
    EXPECT_EQ(figures.barText(), QStringLiteral("1 km"));
    EXPECT_NEAR(figures.barPx(), 1000 / 9.6, 1e-9);
}

TEST(MapFigures, ShowsAMeasuredAreaInAllUnits) {
    MapFigures figures;
    figures.setProperty("areaM2", 315200.0);
    EXPECT_EQ(figures.areaMu(), QStringLiteral("472.80 mu"));
    EXPECT_EQ(figures.areaOther(), QStringLiteral("31.52 ha · 315,200 m²"));
}

}  // namespace
}  // namespace xiangtu::app
