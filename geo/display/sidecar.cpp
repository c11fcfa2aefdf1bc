// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/sidecar.h"

#include "base/error.h"
#include "display/flat_file.h"
#include "display/place.h"
#include "display/tables.h"

#include <algorithm>
#include <utility>

namespace xiangtu::display {

namespace fs = std::filesystem;

namespace {

/// Sections of later stages are told from ours by this in front of their names.
constexpr std::string_view kExtra = "+";

std::shared_ptr<const Extras> extrasOf(const Extras& sections) {
    std::vector<Section> found;
    for (const Section& s : sections.sections()) {
        if (s.name.starts_with(kExtra)) found.push_back({s.name.substr(kExtra.size()), s.itemBytes, s.bytes});
    }
    return std::make_shared<const Extras>(std::move(found));
}

/// Who may read the county may read its sidecar, and nobody else.
fs::perms permissionsOf(const fs::path& file) {
    std::error_code failed;
    const fs::file_status status = fs::status(file, failed);
    constexpr fs::perms kOwner = fs::perms::owner_read | fs::perms::owner_write;
    constexpr fs::perms kOthers = fs::perms::group_read | fs::perms::others_read;
    return failed ? kOwner : kOwner | (status.permissions() & kOthers);
}

}  // namespace

std::optional<Found> Found::of(const fs::path& file, const store::Identity& identity, base::Date day) {
    for (const fs::path& place : placesOf(file)) {
        Found found;
        FlatFile flat = readFlatFile(place);
        found.m_sections = std::make_shared<const Extras>(std::move(flat.sections));
        found.m_mapping = std::move(flat.mapping);
        found.m_key = readKey(*found.m_sections);
        if (!found.m_key) continue;
        const store::Identity& was = found.m_key->identity;
        if (was.schema != identity.schema || was.units != identity.units) continue;
        if (found.m_key->window.contains(day)) return found;
    }
    return std::nullopt;
}

std::shared_ptr<const Sidecar> Found::read() const {
    auto kept = std::make_shared<store::Kept>(*m_key);
    if (!readTables(*m_sections, *kept)) return nullptr;
    auto sidecar = std::make_shared<Sidecar>();
    sidecar->borders = readBorders(*m_sections, *kept);
    if (!sidecar->borders.topology) return nullptr;
    sidecar->kept = std::move(kept);
    sidecar->extras = extrasOf(*m_sections);
    sidecar->mapping = m_mapping;
    return sidecar;
}

bool write(const fs::path& file, const Sidecar& sidecar, const base::Progress& progress) {
    std::vector<Section> sections;
    addTables(*sidecar.kept, sections);
    addBorders(sidecar.borders, sections);
    for (const Section& extra : sidecar.extras->sections()) {
        sections.push_back({std::string(kExtra) + extra.name, extra.itemBytes, extra.bytes});
    }
    const std::vector<fs::path> places = placesOf(file);
    for (const fs::path& place : places) {
        const bool beside = place == places.front();
        std::error_code failed;
        if (!beside && fs::create_directories(place.parent_path(), failed)) {
            fs::permissions(place.parent_path(), fs::perms::owner_all, failed);
        }
        try {
            const auto mode = beside ? permissionsOf(file) : fs::perms::owner_read | fs::perms::owner_write;
            writeFlatFile(place, sections, mode, progress);
            return true;
        } catch (const base::Error& e) {
            // Only where nothing may be written is there another place worth trying.
            if (e.fault() != base::Fault::noPermission) return false;
        }
    }
    return false;
}

}  // namespace xiangtu::display
