// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "model/catalogue.h"
#include "model/scheme.h"

#include <filesystem>
#include <string>
#include <vector>

namespace xiangtu::model {

// Every reader below throws Error{Fault::format} with file, JSON pointer and reason when anything is
// unknown, missing or inconsistent.

[[nodiscard]] RegisterDef parseRegister(const base::JsonCursor& json);
[[nodiscard]] base::Json dump(const RegisterDef& def);
[[nodiscard]] Lifecycle parseLifecycle(const base::JsonCursor& json);
[[nodiscard]] Measure parseMeasure(const base::JsonCursor& json);
[[nodiscard]] IndicatorDef parseIndicator(const base::JsonCursor& json);
[[nodiscard]] RuleDef parseRule(const base::JsonCursor& json);
[[nodiscard]] ReportDef parseReport(const base::JsonCursor& json);

/// Adds one catalogue file: { "registers": […], "lifecycles": […], … }. Ids are unique per list.
void addCatalogueFile(Catalogue& catalogue, const base::JsonCursor& json);

/// Checks what a single declaration cannot know: that registers, lifecycles, fields, indicators and
/// groups named elsewhere exist and that every expression can be read. `origin` names the whole.
void checkCatalogue(const Catalogue& catalogue, const std::string& origin);

/// All *.json of a folder but *.schema.json, in the order of their names, checked.
[[nodiscard]] Catalogue loadCatalogue(const std::filesystem::path& folder);

/// A schemes file: { "schemes": [ … ] } as in data/schemes.
[[nodiscard]] std::vector<Scheme> parseSchemes(const base::JsonCursor& json);

}  // namespace xiangtu::model
