// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a file without end: classes, splits, merges, undos. Prints the number of each edit once it is confirmed,
// so that whoever kills this program knows what must be in the file. Stops at a fault and says which.
#include "project/project.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace {

using namespace xiangtu;
using model::Level;

std::string line(std::int64_t seq) { return std::to_string(seq) + "\n"; }

void say(const std::string& text) {
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0) std::exit(2);
}

class Editor {
public:
    Editor(project::Project& project, unsigned seed) : m_project(project), m_random(seed) {}

    project::Outcome next() {
        const unsigned dice = m_random() % 10;
        if (dice < 5) return setClass();
        if (dice < 8) return split();
        if (dice < 9) return m_project.undo("写");
        return merge();
    }

private:
    const model::Snapshot& snapshot() const { return *m_project.state().snapshot; }
    std::uint32_t anyGrid() { return m_random() % std::uint32_t(snapshot().table(Level::grid).units.size()); }
    model::Code codeOf(std::uint32_t row) const { return snapshot().unit({Level::grid, row}).code; }

    project::Outcome setClass() {
        const char* const classes[]{"red", "orange", "blue", "green", "yellow"};
        return m_project.apply(edit::SetClass{{codeOf(anyGrid())}, "risk5", classes[m_random() % 5], "巡查", ""}, "写");
    }
    project::Outcome split() {
        const std::uint32_t row = anyGrid();
        const geom::GridBox& box = snapshot().table(Level::grid).shapes.box(row);
        const auto share = std::int32_t(2 + m_random() % 5);
        const std::int32_t y = box.min.y + (box.max.y - box.min.y) / 8 * share;
        const geom::GeoLine across{geom::toGeo(geom::GridPoint{box.min.x - 300, y}),
                                   geom::toGeo(geom::GridPoint{box.max.x + 300, y})};
        return m_project.apply(
            edit::EditBorders{{borders::Split{{Level::grid, codeOf(row)}, across}, {}}, {}, "分网格", ""}, "写");
    }
    project::Outcome merge() {
        const std::uint32_t row = anyGrid();
        const std::uint32_t other = row + 1 < snapshot().table(Level::grid).units.size() ? row + 1 : row - 1;
        return m_project.apply(
            edit::EditBorders{{borders::Merge{Level::grid, {codeOf(row), codeOf(other)}, {}}, {}}, {}, "并网格", ""},
            "写");
    }

    project::Project& m_project;
    std::mt19937 m_random;
};

}  // namespace

/// FILE SEED [BYTES]: with BYTES no file may grow beyond that, as on a full disk.
int main(int argc, char** argv) {
    if (argc < 3) return 2;
    try {
        auto project = project::Project::open(argv[1], store::OpenMode::readWrite);
        project.load(base::Date::today(), {}, {});
        if (argc > 3) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlim_t bytes = std::strtoull(argv[3], nullptr, 10);
            const rlimit limit{bytes, bytes};
            if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
        }
        say("0\n");
        Editor editor(project, unsigned(std::strtoul(argv[2], nullptr, 10)));
        for (;;) {
            const project::Outcome outcome = editor.next();
            if (outcome.ok()) say(line(outcome.value().logNumber));
        }
    } catch (const base::Error& e) {
        say(std::string("fault: ") + e.what() + "\n");
        return 3;
    }
}
