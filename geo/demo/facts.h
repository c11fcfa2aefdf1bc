// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/record_facts.h"
#include "geom/grid_point.h"
#include "model/code.h"
#include "model/unit.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace xiangtu::demo {

struct NamedUnit {
    model::Code code;
    std::string name;
    model::UnitKind kind = model::UnitKind::other;
};

struct TownshipFacts : NamedUnit {
    std::vector<NamedUnit> villages;  ///< in code order
};

/// Demonstration villages of one kind, level and batch.
struct DemonstrationFacts {
    std::string kind, level;
    int batch = 0;
    std::uint32_t count = 0;
    std::vector<model::Code> villages;  ///< known ones; the rest is drawn
};

/// Bases of one crop: their areas add up to `mu`, or each has `muEach` and the quantities add up.
struct BaseFacts {
    std::string crop, name, note;
    double mu = 0, muEach = 0;
    std::uint32_t pieces = 0;  ///< ignored where `on` is given
    double quantity = 0;
    std::string quantityUnit;
    int year = 0;
    std::vector<std::string> on;  ///< lies on the bases of these crops, one on each
    model::Code first;            ///< a village known to have one
};

/// What is known about a demo county: real names and codes and the figures it reported. The file says of
/// every figure whether it was reported or invented.
struct CountyFacts : NamedUnit {
    std::string province, prefecture;
    geom::GeoPoint centre;
    double areaM2 = 0, aspect = 1, turnDegrees = 0;
    model::Code seat;  ///< township of the county seat
    std::uint32_t grids = 0, naturalVillages = 0;
    std::vector<std::string> commonNames, firstParts, lastParts;  ///< of invented natural villages
    std::vector<DemonstrationFacts> demonstrations;
    std::vector<BaseFacts> bases;
    std::vector<RecordFacts> records;
    std::vector<std::string> samples;  ///< the shared samples it shows
    std::vector<std::string> chains;
    std::vector<TownshipFacts> townships;  ///< in code order

    [[nodiscard]] std::size_t villageCount() const noexcept;
};

/// Reads data/demo/<name>.json; what is missing or wrong throws Error{Fault::format} with file, place, reason.
[[nodiscard]] CountyFacts loadFacts(const std::filesystem::path& file);

/// Texts all demo counties share.
struct Phrases {
    struct Reasons {
        std::string scheme, classCode;
        std::vector<std::string> texts;
    };
    std::vector<Reasons> reasons;
    std::vector<RecordFacts> samples;  ///< records a county may show where it gives no figure
    std::vector<std::string> surnames, townshipNames, villageNames;
    [[nodiscard]] const std::vector<std::string>& reasonsFor(std::string_view scheme, std::string_view classCode) const;
};
[[nodiscard]] Phrases loadPhrases(const std::filesystem::path& file);

}  // namespace xiangtu::demo
