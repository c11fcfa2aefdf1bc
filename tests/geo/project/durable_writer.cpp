// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a file without end: classes, splits, merges, land handed over, vertices, names, organisations, plans for
// tomorrow, undos. Prints the number of each edit, or "plan" and its number, once it is confirmed, so that whoever
// kills this program knows what must be in the file. Stops at a fault and says which.
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

    /// What is confirmed, as a line; nothing when the edit was refused.
    std::string next() {
        const unsigned dice = m_random() % 20;
        if (dice == 0) return plan();
        const project::Outcome outcome = edit(dice);
        return outcome.ok() ? line(outcome.value().logNumber) : "";
    }

private:
    const model::Snapshot& snapshot() const { return *m_project.state().snapshot; }
    std::uint32_t anyGrid() { return m_random() % std::uint32_t(snapshot().table(Level::grid).units.size()); }
    model::Code codeOf(std::uint32_t row) const { return snapshot().unit({Level::grid, row}).code; }

    project::Outcome edit(unsigned dice) {
        if (dice < 8) return setClass();
        if (dice < 11) return split();
        if (dice < 12) return merge();
        if (dice < 13) return border(borders::MoveVertex{vertex(), beside(vertex())});
        if (dice < 14) return give();
        if (dice < 15) return rename();
        if (dice < 18) return organisation();
        return m_project.undo("写");
    }

    project::Outcome setClass() {
        const char* const classes[]{"red", "orange", "blue", "green", "yellow"};
        return m_project.apply(edit::SetClass{{codeOf(anyGrid())}, "risk5", classes[m_random() % 5], "巡查", ""}, "写");
    }
    borders::Split splitOf(std::uint32_t row) {
        const geom::GridBox& box = snapshot().table(Level::grid).shapes.box(row);
        const auto share = std::int32_t(2 + m_random() % 5);
        const std::int32_t y = box.min.y + (box.max.y - box.min.y) / 8 * share;
        const geom::GeoLine across{geom::toGeo(geom::GridPoint{box.min.x - 300, y}),
                                   geom::toGeo(geom::GridPoint{box.max.x + 300, y})};
        return {{Level::grid, codeOf(row)}, across};
    }
    project::Outcome border(borders::Operation operation) {
        borders::Options options;
        options.outer = borders::OuterPolicy::follow;
        return m_project.apply(edit::EditBorders{{std::move(operation), options}, {}, "改边界", ""}, "写");
    }
    project::Outcome split() { return border(splitOf(anyGrid())); }
    project::Outcome give() {
        const std::uint32_t row = anyGrid();
        const borders::Split cut = splitOf(row);
        return border(borders::GivePiece{Level::grid, codeOf(row), codeOf(beside(row)), cut.line, {}});
    }
    geom::GeoPoint vertex() {
        const auto& shapes = snapshot().table(Level::grid).shapes;
        const auto ring = shapes.ring(shapes.firstRing(anyGrid()));
        return geom::toGeo(ring[m_random() % ring.size()]);
    }
    geom::GeoPoint beside(geom::GeoPoint p) { return {p.lon + 2e-6, p.lat + 1e-6}; }
    project::Outcome rename() {
        const std::string name = "网格" + std::to_string(m_random() % 1000);
        return m_project.apply(edit::RenameUnit{{Level::grid, codeOf(anyGrid())}, name, "更名", ""}, "写");
    }
    project::Outcome organisation() {
        const auto& orgs = snapshot().party->orgs;
        const std::int64_t id = model::PartyOrg(orgs[m_random() % orgs.size()]).id.value;
        const auto& villages = snapshot().table(Level::village).units;
        const model::Code village = villages[m_random() % villages.size()].code;
        switch (m_random() % 3) {
        case 0: return m_project.apply(edit::RenameOrganisation{id, "组织" + std::to_string(m_random() % 1000)}, "写");
        case 1: return m_project.apply(edit::DissolveOrganisation{id}, "写");
        default: return m_project.apply(edit::SetUpOrganisation{"新支部", model::PartyOrgKind::branch, village}, "写");
        }
    }
    std::string plan() {
        const std::string tomorrow = base::Date{base::Date::today().days + 1}.iso();
        const auto planned =
            m_project.plan(edit::EditBorders{{splitOf(anyGrid()), {}}, {}, "明日分网格", tomorrow}, "写");
        return planned.ok() ? "plan " + line(planned.value()) : "";
    }
    project::Outcome merge() {
        const std::uint32_t row = anyGrid();
        return border(borders::Merge{Level::grid, {codeOf(row), codeOf(beside(row))}, {}});
    }
    /// The grid before or after it, as likely as not its neighbour.
    std::uint32_t beside(std::uint32_t row) const {
        return row + 1 < snapshot().table(Level::grid).units.size() ? row + 1 : row - 1;
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
            const std::string confirmed = editor.next();
            if (!confirmed.empty()) say(confirmed);
        }
    } catch (const base::Error& e) {
        say(std::string("fault: ") + e.what() + "\n");
        return 3;
    }
}
