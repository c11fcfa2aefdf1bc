// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "project/gate.h"
#include "store/references.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::project {

/// What becomes a reference layer.
struct NewReference {
    std::string name;
    std::string source;
    std::string crs;  ///< what the coordinates were taken for, and why
    std::vector<geom::GeoShape> shapes;
};

/// Rows of such a layer stand in the change log, so that it can be taken back: so many at most.
inline constexpr std::size_t kMostReferences = 20'000;
inline constexpr std::size_t kMostReferencePoints = 1'000'000;

/// Puts reference layers into a file and takes them out. Both pass the gate, stand in the change log as one edit and
/// are undone like every other. Opens the file for writing; belongs to one thread.
class ReferenceDesk {
public:
    explicit ReferenceDesk(const std::filesystem::path& file);

    [[nodiscard]] store::Reader& reader() const noexcept { return m_gate.reader(); }
    [[nodiscard]] SignIn signIn(std::string_view name, std::string_view pin);

    /// Refused: no name or one that is taken, nothing in it, too much in it, who may not.
    [[nodiscard]] std::optional<edit::Refusal> add(const NewReference& layer, const Actor& said);
    /// Refused: no such layer, who may not.
    [[nodiscard]] std::optional<edit::Refusal> remove(std::string_view name, const Actor& said);

private:
    std::filesystem::path m_file;
    Gate m_gate;
};

}  // namespace xiangtu::project
