// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/spatial_index.h"

#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace xiangtu::store::spatialite {
namespace {

struct Fixture {
    support::TempDir dir;
    Database database{dir / "index.sqlite", Access::create};
    std::map<std::int64_t, DegreeBox> boxes;
    std::mt19937_64 random{3};

    Fixture() {
        database.execute("CREATE VIRTUAL TABLE idx_t_geom USING rtree(pkid, xmin, xmax, ymin, ymax)",
                         "making the index");
    }

    void add(std::size_t count) {
        SpatialIndexWriter writer;
        std::uniform_real_distribution<double> place(100, 110), size(0, 0.01);
        for (std::size_t i = 0; i < count; ++i) {
            const double x = place(random), y = place(random) - 80;
            const DegreeBox box{x, y, x + size(random), y + size(random)};
            const auto id = std::int64_t(boxes.size()) * 3 + 1;
            boxes[id] = box;
            writer.add(id, box);
        }
        Transaction transaction(database);
        writer.writeTo(database, "t");
        transaction.commit();
        EXPECT_EQ(writer.size(), 0u);
    }

    void expectAnswersLikeBruteForce() {
        EXPECT_EQ(database.text("SELECT rtreecheck('main', 'idx_t_geom')"), "ok");
        EXPECT_EQ(database.integer("SELECT count(*) FROM idx_t_geom"), std::int64_t(boxes.size()));
        Statement select(database,
                         "SELECT pkid FROM idx_t_geom WHERE xmin <= ?3 AND xmax >= ?1 AND ymin <= ?4 AND ymax >= ?2");
        std::uniform_real_distribution<double> place(100, 110);
        for (int i = 0; i < 50; ++i) {
            const double x = place(random), y = place(random) - 80, w = i * 0.05;
            std::set<std::int64_t> got, want;
            Query row(select, x, y, x + w, y + w);
            while (row.next()) got.insert(row.integer(0));
            for (const auto& [id, b] : boxes) {
                if (b.minX <= x + w && b.maxX >= x && b.minY <= y + w && b.maxY >= y) want.insert(id);
            }
            // Boxes are kept in single precision rounded outwards: more may be found, never fewer.
            EXPECT_TRUE(std::ranges::includes(got, want));
            EXPECT_LE(got.size(), want.size() + 3);
        }
    }
};

TEST(SpatialIndex, PackedTreeIsSoundAtEverySize) {
    for (const std::size_t count : {1u, 2u, 47u, 48u, 52u, 2300u, 20000u}) {
        Fixture f;
        f.add(count);
        f.expectAnswersLikeBruteForce();
    }
}

TEST(SpatialIndex, TakesMoreRowsLater) {
    Fixture f;
    f.add(3000);
    f.add(20);  // few: into the tree
    f.expectAnswersLikeBruteForce();
    f.add(4000);  // many: written anew
    f.expectAnswersLikeBruteForce();
}

TEST(SpatialIndex, StaysSoundUnderSqlitesOwnEdits) {
    Fixture f;
    f.add(5000);
    f.database.execute(
        "DELETE FROM idx_t_geom WHERE pkid % 2 = 0; UPDATE idx_t_geom SET xmax = xmax + 0.001 WHERE pkid < 900",
        "editing");
    std::erase_if(f.boxes, [](const auto& entry) { return entry.first % 2 == 0; });
    for (auto& [id, box] : f.boxes) {
        if (id < 900) box.maxX += 0.001;
    }
    EXPECT_EQ(f.database.text("SELECT rtreecheck('main', 'idx_t_geom')"), "ok");
    EXPECT_EQ(f.database.integer("SELECT count(*) FROM idx_t_geom"), std::int64_t(f.boxes.size()));
}

}  // namespace
}  // namespace xiangtu::store::spatialite
