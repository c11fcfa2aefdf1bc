// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept beside a file is as good as the file, or it is not used.
#include "display/place.h"
#include "display/sidecar.h"
#include "made_file.h"
#include "project/project.h"
#include "store/spatialite/statement.h"
#include "support/coverage.h"
#include "support/ordinary_user.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstring>
#include <thread>

namespace xiangtu::project {
namespace {

namespace fs = std::filesystem;
using model::Level;
using store::spatialite::Access;
using store::spatialite::Database;

template <class T>
bool sameBytes(std::span<const T> a, std::span<const T> b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

bool same(const model::Unit& a, const model::Unit& b) {
    return a.id == b.id && a.code == b.code && a.name == b.name && a.kind == b.kind && a.parent == b.parent &&
           a.households == b.households && a.from == b.from && a.to == b.to;
}
bool same(const model::PartyOrg& a, const model::PartyOrg& b) {
    return a.id == b.id && a.name == b.name && a.kind == b.kind && a.serves == b.serves && a.parent == b.parent &&
           a.place == b.place && a.chain == b.chain && a.established == b.established && a.dissolved == b.dissolved;
}

void expectSame(const State& a, const State& b) {
    const auto equal = [](const auto& x, const auto& y) { return same(x, y); };
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        const model::LevelTable &p = *a.snapshot->levels[l], &q = *b.snapshot->levels[l];
        EXPECT_TRUE(std::ranges::equal(p.units, q.units, equal)) << "level " << l;
        EXPECT_TRUE(sameBytes(p.shapes.points(), q.shapes.points()));
        EXPECT_TRUE(sameBytes(p.shapes.ringStarts(), q.shapes.ringStarts()));
        EXPECT_TRUE(sameBytes(p.shapes.featureStarts(), q.shapes.featureStarts()));
        EXPECT_TRUE(sameBytes(p.shapes.boxes(), q.shapes.boxes()));
        EXPECT_EQ(p.shapes.extent(), q.shapes.extent());
    }
    EXPECT_TRUE(std::ranges::equal(a.snapshot->party->orgs, b.snapshot->party->orgs, equal));
    EXPECT_EQ(a.snapshot->party->servedBy, b.snapshot->party->servedBy);
    ASSERT_EQ(a.snapshot->classes.size(), b.snapshot->classes.size());
    for (std::size_t s = 0; s < a.snapshot->classes.size(); ++s) {
        EXPECT_EQ(a.snapshot->classes[s]->classOf, b.snapshot->classes[s]->classOf);
    }
    const auto &p = a.topology->arrays(), &q = b.topology->arrays();
    EXPECT_TRUE(sameBytes(p.points.span(), q.points.span()));
    EXPECT_EQ(p.arcs.size(), q.arcs.size());
    EXPECT_TRUE(sameBytes(p.faces.span(), q.faces.span()));
    for (std::size_t l = 0; l < topology::kMaxLevels; ++l) {
        EXPECT_TRUE(sameBytes(p.faceStart[l].span(), q.faceStart[l].span()));
        EXPECT_TRUE(sameBytes(p.faceArcs[l].span(), q.faceArcs[l].span()));
    }
}

struct Fixture {
    support::TempDir dir;
    fs::path file = dir / "县.sqlite";
    fs::path beside = display::placesOf(file).front();

    explicit Fixture(int side = 8) {
        support::CoverageOptions options;
        options.side = side;
        makeFile(file, options);
    }
    struct Opened {
        Project project;
        bool fromKept = false;  ///< no overview was needed
    };
    [[nodiscard]] Opened open(store::OpenMode mode = store::OpenMode::readWrite,
                              base::Date day = base::Date::today()) const {
        Opened opened{Project::open(file, mode), true};
        opened.project.load(day, {}, [&](const State& state) { opened.fromKept = opened.fromKept && state.drawable; });
        return opened;
    }
    void keep() const {
        auto opened = open();
        const auto keeping = opened.project.keeping({});
        ASSERT_TRUE(keeping);
        ASSERT_TRUE(keeping({}));
    }
    void sql(const std::string& script) const { Database(file, Access::readWrite).execute(script, "test"); }
    /// The file as it is without anything beside it.
    [[nodiscard]] Opened openAlone() const {
        const fs::path away = beside.string() + ".away";
        std::error_code none;
        fs::rename(beside, away, none);
        Opened opened = open();
        EXPECT_FALSE(opened.fromKept);
        if (!none) fs::rename(away, beside);
        return opened;
    }
};

TEST(Kept, OpensToTheSameStateAsTheFile) {
    const Fixture f(16);
    f.keep();
    const auto kept = f.open();
    EXPECT_TRUE(kept.fromKept);
    EXPECT_TRUE(kept.project.state().complete);
    expectSame(kept.project.state(), f.openAlone().project.state());
    const auto& shapes = kept.project.state().snapshot->table(Level::grid).shapes;
    EXPECT_EQ(kept.project.state().units->unitsIn(Level::grid, shapes.box(3)),
              f.openAlone().project.state().units->unitsIn(Level::grid, shapes.box(3)));
}

TEST(Kept, IsWrittenOnceAndAgainOnlyForOtherExtras) {
    const Fixture f;
    f.keep();
    auto opened = f.open();
    EXPECT_FALSE(opened.project.keeping({}));
    const base::SharedArray<std::uint32_t> numbers(std::vector<std::uint32_t>{3, 1, 4});
    const auto keeping = opened.project.keeping({display::section("plane", numbers)});
    ASSERT_TRUE(keeping);
    EXPECT_TRUE(keeping({}));
    auto again = f.open();
    ASSERT_TRUE(again.project.state().extras);
    const auto got = again.project.state().extras->array<std::uint32_t>("plane");
    ASSERT_TRUE(got);
    EXPECT_TRUE(std::ranges::equal(*got, numbers));
    EXPECT_FALSE(again.project.keeping({display::section("plane", numbers)}));
}

TEST(Kept, IsNotUsedAfterAnyChangeOfUnitsByPlainSql) {
    const Fixture f;
    for (const std::string change : {
             "UPDATE unit SET geom = (SELECT geom FROM unit WHERE id = 6) WHERE id = 7",
             "UPDATE unit SET name = '新名' WHERE id = 7",
             "UPDATE unit SET parent_id = NULL WHERE id = 9",
             "UPDATE unit SET valid_to = '2190-01-01' WHERE level = 4 AND id % 5 = 0",
             "INSERT INTO unit (level, code, name, kind, valid_from) VALUES (4, '999', '添', 'other', '2000-01-01')",
         }) {
        f.keep();
        ASSERT_TRUE(f.open().fromKept);
        f.sql("PRAGMA foreign_keys = OFF; " + change);
        const auto opened = f.open();
        EXPECT_FALSE(opened.fromKept) << change;
        expectSame(opened.project.state(), f.openAlone().project.state());
        fs::remove(f.beside);
    }
}

TEST(Kept, ADeletedUnitIsGone) {
    const Fixture f;
    f.keep();
    f.sql("PRAGMA foreign_keys = OFF; DELETE FROM unit WHERE id = (SELECT max(id) FROM unit)");
    const auto opened = f.open();
    EXPECT_FALSE(opened.fromKept);
    expectSame(opened.project.state(), f.openAlone().project.state());
}

TEST(Kept, OrganisationsAndClassesAreReadAnewWhenTheyChanged) {
    const Fixture f;
    f.keep();
    for (const std::string change : {
             "UPDATE party_org SET name = '新支部' WHERE id = 2",
             "INSERT INTO party_org (name, kind, established) VALUES ('链', 'functional', '2020-01-01')",
             "DELETE FROM unit_class WHERE id = 3",
             "UPDATE unit_class SET class_code = 'red' WHERE id = 5",
             "UPDATE scheme_class SET position = 9 WHERE position = 1 AND scheme_id = 1",
             "INSERT INTO unit_class (unit_id, scheme_id, class_code, valid_from, reason, author, at) "
             "SELECT unit_id, scheme_id, 'red', '2020-01-01', '', '', '' FROM unit_class WHERE id = 8",
         }) {
        f.sql("PRAGMA foreign_keys = OFF; " + change);
        const auto opened = f.open();
        EXPECT_TRUE(opened.fromKept) << "no unit changed: " << change;
        expectSame(opened.project.state(), f.openAlone().project.state());
    }
}

TEST(Kept, EditsSinceAreSeenAndSoIsTheirUndo) {
    const Fixture f;
    f.keep();
    {
        auto opened = f.open();
        const auto before = opened.project.state().snapshot;
        int edits = 0;
        for (std::uint32_t row = 0; row < 6; ++row) {  // a grid that is red already cannot become it
            const edit::SetClass command{{before->unit({Level::grid, row}).code}, "risk5", "red", "查", ""};
            edits += opened.project.apply(command, "甲").ok() ? 1 : 0;
        }
        ASSERT_GE(edits, 4);
    }
    expectSame(f.open().project.state(), f.openAlone().project.state());
    ASSERT_TRUE(f.open().project.undo("甲").ok());
    expectSame(f.open().project.state(), f.openAlone().project.state());
}

TEST(Kept, AnOlderCopyOfTheFileIsToldFromIt) {
    const Fixture f;
    f.keep();
    const auto setFirst = [&](const char* classCode) {
        auto opened = f.open();
        const auto code = opened.project.state().snapshot->unit({Level::grid, 0}).code;
        ASSERT_TRUE(opened.project.apply(edit::SetClass{{code}, "risk5", classCode, "查", ""}, "甲").ok());
    };
    const std::string older = support::readFile(f.file);
    setFirst("red");
    fs::remove(f.beside);
    f.keep();
    // The backup comes back and is edited in its turn: the newest row has the number of the lost one.
    support::writeFile(f.file, older);
    setFirst("yellow");
    expectSame(f.open().project.state(), f.openAlone().project.state());
}

TEST(Kept, AnotherDayCountsWhereSomethingBeginsOrEndsBetween) {
    const Fixture f;
    f.sql("UPDATE unit SET valid_to = '2190-05-01' WHERE level = 4 AND id % 3 = 0");
    f.keep();
    EXPECT_TRUE(f.open(store::OpenMode::readWrite, base::Date::of(2190, 4, 30)).fromKept);
    const auto after = f.open(store::OpenMode::readWrite, base::Date::of(2190, 5, 1));
    EXPECT_FALSE(after.fromKept);
    EXPECT_LT(after.project.state().snapshot->table(Level::grid).units.size(), 64u);
}

TEST(Kept, DamageAnywhereIsAsIfItWereNotThere) {
    const Fixture f(4);
    f.keep();
    const auto right = f.openAlone();
    const auto identity = store::open(f.file, store::OpenMode::readOnly)->identity();
    ASSERT_TRUE(identity);
    const std::string bytes = support::readFile(f.beside);
    std::size_t refused = 0;
    const std::size_t step = std::getenv("XIANGTU_SHORT") ? 211 : 7;  // each byte in turn: flat_file_test
    for (std::size_t i = 0; i < bytes.size(); i += step) {
        std::string damaged = bytes;
        damaged[i] = char(damaged[i] ^ (1 << i % 8));
        support::writeFile(f.beside, damaged);
        const auto found = display::Found::of(f.file, *identity, base::Date::today());
        if (!found) {
            ++refused;
            continue;
        }
        const auto read = found->read();  // a byte between two sections
        ASSERT_TRUE(read);
        State state = right.project.state();
        state.topology = read->borders.topology;
        expectSame(state, right.project.state());
    }
    EXPECT_GT(refused, bytes.size() / step / 2);
    for (std::size_t length = 0; length < bytes.size(); length += step * 9) {
        support::writeFile(f.beside, std::string_view(bytes).substr(0, length));
        EXPECT_FALSE(display::Found::of(f.file, *identity, base::Date::today())) << length;
    }
    const auto opened = f.open();
    EXPECT_FALSE(opened.fromKept);
    expectSame(opened.project.state(), right.project.state());
}

TEST(Kept, AFileThatMayNotBeWrittenHasItInTheCacheFolder) {
    const Fixture f;
    const support::TempDir cache;
    ::setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);
    fs::permissions(cache.path(), fs::perms::all);
    fs::permissions(f.file, fs::perms::owner_read | fs::perms::others_read);
    fs::permissions(f.dir.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
    {
        const support::OrdinaryUser nobody;
        auto opened = f.open(store::OpenMode::readOnly);
        const auto keeping = opened.project.keeping({});
        ASSERT_TRUE(keeping);
        EXPECT_TRUE(keeping({}));
        EXPECT_TRUE(f.open(store::OpenMode::readOnly).fromKept);
    }
    EXPECT_FALSE(fs::exists(f.beside));
    const auto place = display::placesOf(f.file)[1];
    EXPECT_EQ(fs::status(place).permissions() & fs::perms::all, fs::perms::owner_read | fs::perms::owner_write);
    fs::permissions(place.parent_path(), fs::perms::none);
    {
        const support::OrdinaryUser nobody;
        auto opened = f.open(store::OpenMode::readOnly);
        EXPECT_FALSE(opened.fromKept) << "neither place: as if there were none";
        EXPECT_FALSE(opened.project.keeping({})({}));
    }
    fs::permissions(place.parent_path(), fs::perms::owner_all);
    ::unsetenv("XDG_CACHE_HOME");
}

TEST(Kept, TwoAtOnceOpenAndWriteWithoutHarm) {
    const Fixture f;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int round = 0; round < 5; ++round) {
                auto opened = f.open();
                if (const auto keeping = opened.project.keeping({})) keeping({});
                EXPECT_EQ(opened.project.state().snapshot->table(Level::grid).units.size(), 64u);
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_TRUE(f.open().fromKept);
    expectSame(f.open().project.state(), f.openAlone().project.state());
}

TEST(Kept, ACancelledWriteLeavesNothing) {
    const Fixture f;
    auto opened = f.open();
    base::Progress progress;
    progress.cancel();
    EXPECT_FALSE(opened.project.keeping({})(progress));
    EXPECT_FALSE(fs::exists(f.beside));
    EXPECT_FALSE(fs::exists(f.beside.string() + ".part"));
}

TEST(Kept, WithoutItsTriggersAFileVouchesForNothing) {
    const Fixture f;
    f.keep();
    f.sql("DROP TRIGGER display_unit_update");
    auto opened = f.open();
    EXPECT_FALSE(opened.fromKept);
    EXPECT_FALSE(opened.project.keeping({}));
}

TEST(Kept, ABulkLoadMakesItStale) {
    const Fixture f;
    f.keep();
    {
        const auto store = store::open(f.file, store::OpenMode::readWrite);
        const auto bulk = store->beginBulk();
        model::NewUnit unit;
        unit.level = Level::grid;
        unit.code = *model::Code::parse("999999999999999999");
        unit.name = "新网格";
        unit.from = base::Date::of(2000, 1, 1);
        bulk->add(unit);
        bulk->commit();
    }
    const auto opened = f.open();
    EXPECT_FALSE(opened.fromKept);
    EXPECT_EQ(opened.project.state().snapshot->table(Level::grid).units.size(), 65u);
}

}  // namespace
}  // namespace xiangtu::project
