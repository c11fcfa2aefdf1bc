// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/sidecar.h"
#include "project/gate.h"
#include "project/project.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiangtu::project {

/// Borders and index of a snapshot, made anew.
[[nodiscard]] State derive(model::Snapshot snapshot, const base::Progress& progress);

/// What an open file keeps, seen by the sources of this folder only.
struct Project::Impl {
    Impl(std::filesystem::path path, store::OpenMode mode) : file(std::move(path)), gate(store::open(file, mode)) {}

    std::filesystem::path file;
    Gate gate;
    State state;
    std::optional<display::Sidecar> toKeep;  ///< extras: those the sidecar holds already
    bool isKept = false;                     ///< the sidecar holds all but extras

    /// Opening looked at nearly all that is kept; what is drawn and asked from here on is a small part of it.
    void letGo() const {
        if (state.mapping) state.mapping->letGo();
    }

    [[nodiscard]] edit::PlanContext contextOf(const Actor& actor) const;

    /// Takes over what an edit left: `next` is the snapshot with `now`. Borders and index follow only when polygons
    /// or rows differ.
    void follow(const edit::Now& now, model::Snapshot next);

    /// Reads all anew: for what the log only knows by the thousand.
    void reload(base::Date day);

    /// Where the first of the units a gate names lies.
    [[nodiscard]] edit::Refusal withPlace(edit::Refusal refusal) const;

    /// Records with a new shape that stands in a unit outside the scope, whatever unit they say they belong to.
    [[nodiscard]] std::optional<edit::Refusal> misplaced(const edit::ChangeSet& set) const;

    enum class Right { session, planner };
    /// Database first, memory second: when the commit throws, nothing here has changed.
    [[nodiscard]] Outcome commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes,
                                 Right right = Right::session);

    /// Both directions: a redo takes back an undo.
    using Newest = std::optional<store::LogEntry> (store::Reader::*)(std::string_view);
    [[nodiscard]] Outcome takeBack(const std::string& author, Newest newest, const edit::Refusal& nothing);

    /// What a command would change, and what of it a person should look at.
    [[nodiscard]] base::Result<edit::BorderPlan, edit::Refusal> planned(const edit::Command& command,
                                                                        const Actor& actor) const;
};

}  // namespace xiangtu::project
