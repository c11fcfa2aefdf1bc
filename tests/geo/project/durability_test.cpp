// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"
#include "same_snapshot.h"

#include "project/project.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

namespace xiangtu::project {
namespace {

namespace fs = std::filesystem;
using model::Level;

/// The program durable_writer at work on a file.
class Writer {
public:
    Writer(const fs::path& file, unsigned seed, const std::string& bytes = {}) {
        std::array<int, 2> out{};
        if (::pipe(out.data()) != 0) throw std::runtime_error("no pipe");
        const std::string program = XIANGTU_DURABLE_WRITER, name = file.string(), number = std::to_string(seed);
        m_child = ::fork();
        if (m_child == 0) {
            ::dup2(out[1], STDOUT_FILENO);
            ::close(out[0]);
            ::close(out[1]);
            ::execl(program.c_str(), program.c_str(), name.c_str(), number.c_str(),
                    bytes.empty() ? nullptr : bytes.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(out[1]);
        m_out = out[0];
    }
    ~Writer() {
        kill();
        ::close(m_out);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Waits until it has opened its file (its first line) and confirmed so many edits.
    void awaitEdits(int edits) {
        while (std::ranges::count(m_text, '\n') < 1 + edits && readMore()) {}
    }
    void kill() {
        if (m_child <= 0) return;
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
        m_child = 0;
    }
    /// All it printed, after its end.
    const std::string& rest() {
        while (readMore()) {}
        return m_text;
    }

private:
    bool readMore() {
        std::array<char, 4096> block;
        const auto got = ::read(m_out, block.data(), block.size());
        if (got > 0) m_text.append(block.data(), std::size_t(got));
        return got > 0;
    }
    pid_t m_child = 0;
    int m_out = -1;
    std::string m_text;
};

/// The largest number among whole lines: a line half written was not confirmed.
std::int64_t confirmed(const std::string& text) {
    std::int64_t last = 0;
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
        last = std::max(last, std::int64_t(std::strtoll(text.c_str() + at, nullptr, 10)));
    }
    return last;
}

/// The largest number of a plan among whole lines.
std::int64_t confirmedPlan(const std::string& text) {
    std::int64_t last = 0;
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
        if (text.compare(at, 5, "plan ") != 0) continue;
        last = std::max(last, std::int64_t(std::strtoll(text.c_str() + at + 5, nullptr, 10)));
    }
    return last;
}

__int128 landOf(const model::Snapshot& snapshot, Level level) {
    __int128 sum = 0;
    const auto& shapes = snapshot.table(level).shapes;
    for (std::size_t i = 0; i < shapes.size(); ++i) sum += shapes.twiceArea(i);
    return sum;
}

class Durability : public ::testing::Test {
protected:
    support::TempDir dir;
    fs::path file = dir / "耐久.sqlite";

    void SetUp() override { makeFile(file); }
    /// The file opens, holds everything that was confirmed, its borders tile and its log is unbroken.
    static void expectWhole(const fs::path& path, std::int64_t last, std::int64_t plan) {
        Project project = openedToday(path);
        const auto log = project.store().log(1);
        EXPECT_GE(log.empty() ? 0 : log[0].seq, last) << "a confirmed edit is missing";
        EXPECT_GE(std::int64_t(project.store().plannedEdits().size()), plan) << "a confirmed plan is missing";
        const auto chain = project.store().checkChain();
        EXPECT_FALSE(chain.brokenAt) << "line " << *chain.brokenAt << ": " << chain.reason;
        const model::Snapshot& snapshot = *project.state().snapshot;
        EXPECT_TRUE(project.state().topology->conflicts().empty());
        for (const Level level : model::kLevels) {
            EXPECT_TRUE(landOf(snapshot, level) == landOf(snapshot, Level::county)) << model::levelName(level);
        }
    }
};

TEST_F(Durability, WhatWasConfirmedOutlivesAnyKill) {
    const int rounds = std::getenv("XIANGTU_SHORT") ? 8 : 200;
    std::shared_ptr<const model::Snapshot> before;
    {
        Project project = openedToday(file);
        before = project.state().snapshot;
    }
    std::mt19937 random(5);
    std::int64_t last = 0, plan = 0;
    for (int round = 0; round < rounds && !HasFailure(); ++round) {
        Writer writer(file, unsigned(random()));
        writer.awaitEdits(int(random() % 12));
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
        writer.kill();
        last = std::max(last, confirmed(writer.rest()));
        plan = std::max(plan, confirmedPlan(writer.rest()));
        expectWhole(file, last, plan);
    }
    EXPECT_GT(last, rounds) << "too little was in flight to show anything";
    EXPECT_TRUE(rounds < 100 || plan > 0) << "no plan was made";
    // All of it can still be taken back, one by one, to how it began.
    Project project = openedToday(file);
    while (project.store().lastUndoable()) {
        const Outcome undone = project.undo("查");
        ASSERT_TRUE(undone.ok()) << undone.error().detail;
    }
    EXPECT_EQ(differenceOf(*project.state().snapshot, *before), "");
}

TEST_F(Durability, AFileThatMayNotGrowRefusesClearlyAndStaysWhole) {
    const auto room = fs::file_size(file) + 400'000;
    Writer writer(file, 7, std::to_string(room));
    const std::string text = writer.rest();
    const auto fault = text.find("fault: ");
    ASSERT_NE(fault, std::string::npos) << text;
    EXPECT_NE(text.find("耐久.sqlite", fault), std::string::npos) << "the message names the file: " << text;
    EXPECT_GT(confirmed(text.substr(0, fault)), 0);
    expectWhole(file, confirmed(text.substr(0, fault)), confirmedPlan(text.substr(0, fault)));
}

/// A small file system of its own, as long as it lives.
class SmallDisk {
public:
    SmallDisk(const fs::path& place, const std::string& size) : m_place(place) {
        fs::create_directory(place);
        m_mounted = ::mount("tmpfs", place.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
        if (!m_mounted) m_error = errno;
    }
    ~SmallDisk() {
        if (m_mounted) ::umount2(m_place.c_str(), MNT_DETACH);
    }
    [[nodiscard]] bool mounted() const noexcept { return m_mounted; }
    /// Why not: errno.
    [[nodiscard]] int error() const noexcept { return m_error; }

private:
    fs::path m_place;
    bool m_mounted = false;
    int m_error = 0;
};

TEST_F(Durability, AFullDiskRefusesClearlyAndLeavesTheFileWhole) {
    const auto size = fs::file_size(file) + 1'500'000;
    const SmallDisk disk(dir / "小盘", std::to_string(size));
    // What a file that may not grow does is shown above, everywhere.
    if (!disk.mounted()) GTEST_SKIP() << "a small disk cannot be mounted here: " << std::strerror(disk.error());
    const fs::path there = dir / "小盘" / fs::path("满.sqlite");
    fs::copy_file(file, there);
    std::string text;
    {
        Writer writer(there, 11);
        text = writer.rest();
    }
    const auto fault = text.find("fault: ");
    ASSERT_NE(fault, std::string::npos) << text;
    EXPECT_NE(text.find("full", fault), std::string::npos) << text;
    const std::int64_t last = confirmed(text.substr(0, fault));
    EXPECT_GT(last, 0);
    // Looked at where there is room again.
    const fs::path copy = dir / "副本.sqlite";
    for (const char* suffix : {"", "-wal"}) {
        if (fs::exists(there.string() + suffix)) fs::copy_file(there.string() + suffix, copy.string() + suffix);
    }
    expectWhole(copy, last, confirmedPlan(text.substr(0, fault)));
}

}  // namespace
}  // namespace xiangtu::project
