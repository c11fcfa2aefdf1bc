// SPDX-License-Identifier: GPL-3.0-or-later
// From the tap to the disk: plan, commit and memory of single edits of a file, each against what SQLite alone takes
// to make one row durable on the same disk, turn by turn in the same run. Milliseconds: middle, 99th of a hundred.
//
//   edit_bench FILE.sqlite [COUNT]     edits a copy beside it, which is removed afterwards
#include "project/project.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace xiangtu;
using model::Level;
namespace fs = std::filesystem;

/// One row and its commit: write-ahead log, synchronous = FULL, nothing else.
class PlainFile {
public:
    explicit PlainFile(const fs::path& file) {
        if (sqlite3_open(file.c_str(), &m_file) != SQLITE_OK) throw std::runtime_error("plain file");
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, "
            "b TEXT, c TEXT, d TEXT)");
        sqlite3_prepare_v2(m_file, "INSERT INTO t (a, b, c, d) VALUES (7, 'red', '2026-01-01', 'reason')", -1,
                           &m_insert, nullptr);
    }
    ~PlainFile() {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_file);
    }
    PlainFile(const PlainFile&) = delete;
    PlainFile& operator=(const PlainFile&) = delete;

    void commitRow() {
        run("BEGIN IMMEDIATE");
        if (sqlite3_step(m_insert) != SQLITE_DONE) throw std::runtime_error("plain insert");
        sqlite3_reset(m_insert);
        run("COMMIT");
    }

private:
    void run(const char* sql) {
        if (sqlite3_exec(m_file, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sql);
    }
    sqlite3* m_file = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double at(std::vector<double> times, double share) {
    std::ranges::sort(times);
    return times.empty() ? 0 : times[std::size_t(share * double(times.size() - 1))];
}

class Edits {
public:
    explicit Edits(project::Project& project) : m_project(project) {}

    project::Outcome setClass(int i) {
        const char* const classes[]{"red", "orange", "blue", "green", "yellow"};
        return m_project.apply(edit::SetClass{{code(i)}, "risk5", classes[i % 5], "bench", ""}, "bench");
    }
    project::Outcome split(int i) {
        const geom::GridBox& box = snapshot().table(Level::grid).shapes.box(row(i));
        const std::int32_t y = box.min.y + (box.max.y - box.min.y) / 2;
        return border(borders::Split{
            {Level::grid, code(i)},
            {geom::toGeo(geom::GridPoint{box.min.x - 300, y}), geom::toGeo(geom::GridPoint{box.max.x + 300, y})}});
    }
    project::Outcome moveVertex(int i) {
        const auto& shapes = snapshot().table(Level::grid).shapes;
        const geom::GeoPoint from = geom::toGeo(shapes.ring(shapes.firstRing(row(i)))[1]);
        return border(borders::MoveVertex{from, {from.lon + 3e-6, from.lat + 3e-6}});
    }
    project::Outcome undo(int) { return m_project.undo("bench"); }

private:
    const model::Snapshot& snapshot() const { return *m_project.state().snapshot; }
    std::uint32_t row(int i) const {
        const auto count = std::uint32_t(snapshot().table(Level::grid).units.size());
        return std::uint32_t(i) * 7919U % count;
    }
    model::Code code(int i) const { return snapshot().unit({Level::grid, row(i)}).code; }
    project::Outcome border(borders::Operation operation) {
        borders::Options options;
        options.parts = borders::PartsPolicy::allow;
        options.outer = borders::OuterPolicy::follow;
        return m_project.apply(edit::EditBorders{{std::move(operation), options}, {}, "", ""}, "bench");
    }
    project::Project& m_project;
};

void measure(const char* name, project::Project& project, PlainFile& plain, int count,
             const std::function<project::Outcome(int)>& edit) {
    std::vector<double> ours, bare;
    int refused = 0;
    for (int i = 0; i < count; ++i) {
        bool made = false;
        const double took = milliseconds([&] { made = edit(i).ok(); });
        if (made)
            ours.push_back(took);
        else
            ++refused;
        bare.push_back(milliseconds([&] { plain.commitRow(); }));
    }
    std::printf("case=%s grids=%zu made=%zu refused=%d ms=%.3f p99=%.3f plain=%.3f plain_p99=%.3f ratio=%.2f\n", name,
                project.state().snapshot->table(Level::grid).units.size(), ours.size(), refused, at(ours, 0.5),
                at(ours, 0.99), at(bare, 0.5), at(bare, 0.99), at(ours, 0.5) / at(bare, 0.5));
    std::fflush(stdout);
}

void removeFile(const fs::path& file) {
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(file.string() + suffix);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "edit_bench FILE.sqlite [COUNT]\n");
        return 2;
    }
    const int count = argc > 2 ? std::max(1, std::atoi(argv[2])) : 200;
    const fs::path copy = std::string(argv[1]) + ".edited", bare = std::string(argv[1]) + ".bare";
    removeFile(copy);
    removeFile(bare);
    fs::copy_file(argv[1], copy);
    {
        auto project = project::Project::open(copy, store::OpenMode::readWrite);
        project.load(base::Date::today(), {}, {});
        PlainFile plain(bare);
        Edits edits(project);
        measure("set-class", project, plain, count, [&](int i) { return edits.setClass(i); });
        measure("undo", project, plain, count / 2, [&](int i) { return edits.undo(i); });
        measure("move-vertex", project, plain, count, [&](int i) { return edits.moveVertex(i); });
        measure("split", project, plain, count / 2, [&](int i) { return edits.split(i); });
        measure("undo-split", project, plain, count / 4, [&](int i) { return edits.undo(i); });
    }
    removeFile(copy);
    removeFile(bare);
}
