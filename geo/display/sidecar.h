// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "display/borders.h"
#include "display/mapped_file.h"
#include "display/section.h"
#include "store/kept.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::display {

/// All that is kept of a county file beside it, so that opening it does not start from polygons. It is
/// never needed and never believed: whatever does not fit the file, or itself, is as if it were not there.
struct Sidecar {
    std::shared_ptr<const store::Kept> kept;    ///< never null
    Borders borders;                            ///< members never null
    std::shared_ptr<const Extras> extras;       ///< of later stages; never null
    std::shared_ptr<const MappedFile> mapping;  ///< what most of it lies in; null when it was made here
};

/// A sidecar whose bytes are as they were written, before its tables are put together.
class Found {
public:
    /// Looks in all places, takes the first whole one that was made for units of that identity, and on
    /// `day`; nothing when there is none.
    [[nodiscard]] static std::optional<Found> of(const std::filesystem::path& file, const store::Identity& identity,
                                                 base::Date day);
    /// Puts the tables together; null when a number in them points nowhere.
    [[nodiscard]] std::shared_ptr<const Sidecar> read() const;

private:
    std::shared_ptr<const Extras> m_sections;
    std::shared_ptr<const MappedFile> m_mapping;
    std::shared_ptr<const store::Kept> m_key;
};

/// Writes a sidecar where there is a place for it. Nothing else in the program depends on it, so a fault
/// is an answer, not an exception: false when there is no room or no right to write, or on cancelling.
bool write(const std::filesystem::path& file, const Sidecar& sidecar, const base::Progress& progress);

}  // namespace xiangtu::display
