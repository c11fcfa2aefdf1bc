// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "geodesy/area.h"
#include "geom/contains.h"
#include "model/catalogue_json.h"
#include "model/field_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace xiangtu::demo {

using model::field;
using model::Level;

namespace {

std::string textOf(const model::NewRecord& record, std::string_view name) {
    return std::get<std::string>(field(record.values, name));
}
double numberOf(const model::NewRecord& record, std::string_view name) {
    return std::get<double>(field(record.values, name));
}
const geom::GeoRing& ringOf(const model::NewRecord& record) {
    return std::get<geom::GeoMultiPolygon>(record.shape).front().outer;
}
double muOf(const model::NewRecord& record) {
    return geodesy::muFromSquareMetres(geodesy::area(std::get<geom::GeoMultiPolygon>(record.shape)));
}

std::vector<const model::NewRecord*> basesOf(const MemorySink& sink, std::string_view crop = {}) {
    std::vector<const model::NewRecord*> out;
    for (const model::NewRecord& r : sink.records) {
        if (r.registerId == "industry_base" && (crop.empty() || textOf(r, "crop") == crop)) out.push_back(&r);
    }
    return out;
}

bool cross(const geom::GeoRing& a, const geom::GeoRing& b) {
    const auto side = [](geom::GeoPoint o, geom::GeoPoint p, geom::GeoPoint q) {
        return (p.lon - o.lon) * (q.lat - o.lat) - (p.lat - o.lat) * (q.lon - o.lon);
    };
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto p = a[i], q = a[(i + 1) % a.size()], r = b[j], s = b[(j + 1) % b.size()];
            if (side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0) return true;
        }
    }
    return false;
}

const MemorySink& yanchang() {
    static const MemorySink sink = generated("yanchang", 3000);
    return sink;
}

}  // namespace

TEST(Figures, YanchangsBasesAddUpToWhatItReportedOnTheEllipsoid) {
    const std::map<std::string, double> reported{{"renovated_orchard", 2000},
                                                 {"dwarf_apple", 630},
                                                 {"hail_net", 4700},
                                                 {"fresh_corn", 1500},
                                                 {"sweet_potato", 10000}};
    for (const auto& [crop, mu] : reported) {
        double measured = 0, stated = 0;
        for (const auto* base : basesOf(yanchang(), crop)) {
            measured += muOf(*base);
            stated += numberOf(*base, "reported_mu");
            EXPECT_NEAR(muOf(*base), numberOf(*base, "reported_mu"), 1e-4);
        }
        EXPECT_NEAR(measured, mu, 0.1) << crop;
        EXPECT_NEAR(stated, mu, 1e-6) << crop;
    }
    double bags = 0;
    for (const auto* base : basesOf(yanchang(), "mushroom")) {
        bags += numberOf(*base, "quantity");
        EXPECT_EQ(textOf(*base, "quantity_unit"), "bag");
    }
    EXPECT_EQ(bags, 4000000);
}

TEST(Figures, YanchangHasThirtyFiveDemonstrationVillages) {
    std::map<model::Code, int> villages;
    for (const auto& r : yanchang().records) {
        if (r.registerId == "demonstration_village") ++villages[r.unit];
    }
    EXPECT_EQ(villages.size(), 35u);
    for (const auto& [code, count] : villages) EXPECT_EQ(count, 1) << code.text();
}

TEST(Figures, FenghuangsContractedLandIsAsReported) {
    const MemorySink sink = generated("fenghuang", 1500);
    double mu = 0;
    for (const auto* base : basesOf(sink, "other")) mu += muOf(*base);
    EXPECT_NEAR(mu, 472.8, 0.01);
    const auto kiwi = basesOf(sink, "kiwi");
    EXPECT_TRUE(std::ranges::any_of(kiwi, [](const auto* r) { return r->unit.text() == "433123101209"; }))
        << "菖蒲塘村";
}

TEST(Figures, EveryCountysBasesAddUpToItsFacts) {
    for (const std::string& county : countyNames()) {
        const MemorySink sink = generated(county, 1200);
        for (const BaseFacts& facts : shippedFacts(county).bases) {
            double mu = 0;
            for (const auto* base : basesOf(sink, facts.crop)) mu += muOf(*base);
            EXPECT_NEAR(mu, facts.mu > 0 ? facts.mu : facts.muEach * facts.pieces, 0.05) << county << ' ' << facts.crop;
        }
    }
}

TEST(Figures, BasesLieInsideTheirVillageAndApartFromEachOther) {
    for (const std::string& county : countyNames()) {
        const MemorySink sink = generated(county, 1200);
        std::map<model::Code, const model::NewUnit*> villages;
        for (const model::NewUnit& v : sink.units[2]) villages[v.code] = &v;
        const auto bases = basesOf(sink);
        for (const auto* base : bases) {
            const auto village = villages.find(base->unit);
            ASSERT_NE(village, villages.end());
            const auto inDegrees = geom::toGeo(village->second->shape);
            for (const geom::GeoPoint p : ringOf(*base)) EXPECT_TRUE(geom::contains(inDegrees, p)) << county;
            EXPECT_FALSE(cross(inDegrees.front().outer, ringOf(*base)));
        }
        for (std::size_t i = 0; i < bases.size(); ++i) {
            for (std::size_t j = i + 1; j < bases.size(); ++j) {
                EXPECT_FALSE(cross(ringOf(*bases[i]), ringOf(*bases[j])));
                const bool net = textOf(*bases[i], "crop") == "hail_net" || textOf(*bases[j], "crop") == "hail_net";
                if (net) continue;
                EXPECT_FALSE(
                    geom::contains(std::get<geom::GeoMultiPolygon>(bases[i]->shape), ringOf(*bases[j]).front()));
            }
        }
    }
}

TEST(Figures, HailNetsLieOnOrchards) {
    for (const auto* net : basesOf(yanchang(), "hail_net")) {
        bool on = false;
        for (const auto* base : basesOf(yanchang())) {
            const std::string crop = textOf(*base, "crop");
            if (crop != "apple" && crop != "renovated_orchard" && crop != "dwarf_apple") continue;
            on = on || geom::contains(std::get<geom::GeoMultiPolygon>(base->shape), ringOf(*net).front());
        }
        EXPECT_TRUE(on);
    }
}

TEST(Figures, UseOnlyFieldsAndChoicesOfTheCatalogue) {
    const model::Catalogue catalogue = model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue");
    for (const std::string& county : countyNames()) {
        for (const model::NewRecord& record : generated(county, 400).records) {
            const model::RegisterDef* def = catalogue.find(record.registerId);
            ASSERT_NE(def, nullptr) << record.registerId;
            for (const auto& [name, value] : record.values) {
                const model::FieldDef* f = def->findField(name);
                ASSERT_NE(f, nullptr) << name;
                EXPECT_EQ(model::reasonAgainst(*f, value), "") << record.registerId << ' ' << name;
            }
            for (const model::FieldDef& f : def->fields) {
                if (!f.required) continue;
                EXPECT_FALSE(model::isNull(field(record.values, f.name))) << def->id << ' ' << f.name;
            }
        }
    }
}

}  // namespace xiangtu::demo
