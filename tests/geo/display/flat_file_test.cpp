// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/flat_file.h"

#include "base/error.h"
#include "display/checksum.h"
#include "support/ordinary_user.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>

namespace xiangtu::display {
namespace {

namespace fs = std::filesystem;
constexpr auto kMode = fs::perms::owner_read | fs::perms::owner_write;

struct Fixture {
    support::TempDir dir;
    fs::path file = dir / "a.display";
    std::vector<std::uint32_t> numbers = std::vector<std::uint32_t>(300);
    std::vector<Section> sections;

    Fixture() {
        std::iota(numbers.begin(), numbers.end(), 7u);
        sections = {section("numbers", base::SharedArray<std::uint32_t>(numbers)),
                    section("none", base::SharedArray<double>()),
                    section("text", base::SharedArray<char>(std::vector<char>{'x', 'y', 'z'}))};
        writeFlatFile(file, sections, kMode, {});
    }
    /// Nothing, or exactly what was written.
    void expectNothingOrAll(const std::string& why) const {
        const std::vector<Section> got = readFlatFile(file).sections;
        if (got.empty()) return;
        ASSERT_EQ(got.size(), sections.size()) << why;
        for (std::size_t i = 0; i < got.size(); ++i) {
            ASSERT_EQ(got[i].name, sections[i].name) << why;
            ASSERT_EQ(got[i].itemBytes, sections[i].itemBytes) << why;
            ASSERT_TRUE(std::ranges::equal(got[i].bytes, sections[i].bytes)) << why;
        }
    }
};

TEST(FlatFile, GivesBackWhatWasWritten) {
    const Fixture f;
    const Extras got(readFlatFile(f.file).sections);
    ASSERT_EQ(got.sections().size(), 3u);
    const auto numbers = got.array<std::uint32_t>("numbers");
    ASSERT_TRUE(numbers);
    EXPECT_TRUE(std::ranges::equal(*numbers, f.numbers));
    EXPECT_TRUE(got.array<double>("none").value().empty());
    EXPECT_FALSE(got.array<std::uint64_t>("numbers")) << "values of another size";
    EXPECT_FALSE(got.array<std::uint32_t>("other"));
}

TEST(FlatFile, AnArrayOutlivesFileAndSections) {
    const Fixture f;
    auto numbers = Extras(readFlatFile(f.file).sections).array<std::uint32_t>("numbers").value();
    fs::remove(f.file);
    EXPECT_TRUE(std::ranges::equal(numbers, f.numbers));
}

TEST(FlatFile, SectionsOfManyBlocksAreCheckedWhole) {
    const Fixture f;
    std::vector<std::uint64_t> many(3 * kBlockBytes / 8 + 5);
    std::iota(many.begin(), many.end(), 1u);
    writeFlatFile(f.file, std::vector{section("many", base::SharedArray<std::uint64_t>(many))}, kMode, {});
    EXPECT_TRUE(std::ranges::equal(Extras(readFlatFile(f.file).sections).array<std::uint64_t>("many").value(), many));
    std::string bytes = support::readFile(f.file);
    bytes[bytes.size() / 2] ^= 1;
    support::writeFile(f.file, bytes);
    EXPECT_TRUE(readFlatFile(f.file).sections.empty());
}

TEST(FlatFile, ANewFileTakesThePlaceOfAMappedOne) {
    const Fixture f;
    const auto numbers = Extras(readFlatFile(f.file).sections).array<std::uint32_t>("numbers").value();
    writeFlatFile(f.file, {}, kMode, {});
    EXPECT_TRUE(std::ranges::equal(numbers, f.numbers)) << "what is mapped stays as it was";
    EXPECT_TRUE(readFlatFile(f.file).sections.empty());
}

TEST(FlatFile, AnyChangedByteIsSeenOrMeansNothing) {
    const Fixture f;
    const std::string bytes = support::readFile(f.file);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string damaged = bytes;
        damaged[i] = char(damaged[i] ^ (1 << i % 8));
        support::writeFile(f.file, damaged);
        f.expectNothingOrAll("byte " + std::to_string(i));
    }
}

TEST(FlatFile, AnyOtherLengthIsSeen) {
    const Fixture f;
    const std::string bytes = support::readFile(f.file);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        support::writeFile(f.file, std::string_view(bytes).substr(0, length));
        EXPECT_TRUE(readFlatFile(f.file).sections.empty()) << length;
    }
    support::writeFile(f.file, bytes + "x");
    EXPECT_TRUE(readFlatFile(f.file).sections.empty());
}

TEST(FlatFile, NoFileOrAFolderIsNothing) {
    const support::TempDir dir;
    EXPECT_TRUE(readFlatFile(dir / "absent").sections.empty());
    EXPECT_TRUE(readFlatFile(dir.path()).sections.empty());
}

TEST(FlatFile, ACancelledOrRefusedWriteLeavesTheFileOfBefore) {
    const Fixture f;
    base::Progress progress;
    progress.cancel();
    EXPECT_THROW(writeFlatFile(f.file, f.sections, kMode, progress), base::Error);
    f.expectNothingOrAll("cancelled");
    EXPECT_FALSE(fs::exists(f.file.string() + ".part"));
    fs::permissions(f.dir.path(), fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_exec);
    {
        const support::OrdinaryUser nobody;
        try {
            writeFlatFile(f.file, f.sections, kMode, {});
            ADD_FAILURE() << "the folder may not be written";
        } catch (const base::Error& e) { EXPECT_EQ(e.fault(), base::Fault::noPermission); }
    }
    fs::permissions(f.dir.path(), fs::perms::owner_all);
    EXPECT_FALSE(readFlatFile(f.file).sections.empty());
}

TEST(FlatFile, OneWriterAtATimeButNoDeadOneForEver) {
    const Fixture f;
    const fs::path part = f.file.string() + ".part";
    support::writeFile(part, "half");
    EXPECT_THROW(writeFlatFile(f.file, f.sections, kMode, {}), base::Error);
    EXPECT_EQ(support::readFile(part), "half");
    fs::last_write_time(part, fs::file_time_type::clock::now() - std::chrono::hours(1));
    writeFlatFile(f.file, f.sections, kMode, {});
    EXPECT_FALSE(fs::exists(part));
}

TEST(FlatFile, SaysTheSameAfterItsPagesWereGivenBack) {
    const Fixture f;
    const FlatFile file = readFlatFile(f.file);
    const auto numbers = Extras(file.sections).array<std::uint32_t>("numbers").value();
    ASSERT_TRUE(std::ranges::equal(numbers, f.numbers));
    file.mapping->letGo();
    EXPECT_TRUE(std::ranges::equal(numbers, f.numbers));
}

TEST(Checksum, DependsOnEveryBitAndOnTheLength) {
    std::vector<std::byte> bytes(77);
    const auto plain = checksum(bytes);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        bytes[bit / 8] ^= std::byte(1 << bit % 8);
        EXPECT_NE(checksum(bytes), plain) << bit;
        bytes[bit / 8] ^= std::byte(1 << bit % 8);
    }
    bytes.push_back({});
    EXPECT_NE(checksum(bytes), plain);
}

}  // namespace
}  // namespace xiangtu::display
