// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/staging.h"

#include "base/error.h"
#include "exchange/gdal_library.h"

#include <unistd.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>
#include <utility>

namespace xiangtu::exchange {

namespace fs = std::filesystem;

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;  // a folder that cannot be removed is the system's to clean
    if (!m_path.empty()) fs::remove_all(m_path, ignored);
}
ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
ScratchFolder& ScratchFolder::operator=(ScratchFolder&& other) noexcept {
    std::swap(m_path, other.m_path);
    return *this;
}
const fs::path& ScratchFolder::path() {
    if (m_path.empty()) {
        std::string pattern = (fs::temp_directory_path() / "xiangtu-import-XXXXXX").string();
        if (!mkdtemp(pattern.data())) throw base::Error(base::Fault::io, pattern + ": cannot make a temporary folder");
        m_path = pattern;
    }
    return m_path;
}

namespace {

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return text;
}

constexpr std::array<std::string_view, 5> kCompanions{".shp", ".shx", ".dbf", ".prj", ".cpg"};

/// Files of one data set by lower-case ending.
using Companions = std::map<std::string, fs::path>;

Companions companionsOf(const fs::path& shp) {
    Companions found;
    const std::string stem = lower(shp.stem().string());
    const fs::path folder = shp.parent_path().empty() ? fs::path(".") : shp.parent_path();
    for (const auto& entry : fs::directory_iterator(folder)) {
        const fs::path& file = entry.path();
        const std::string ending = lower(file.extension().string());
        if (lower(file.stem().string()) != stem || std::ranges::find(kCompanions, ending) == kCompanions.end())
            continue;
        // The exactly named file wins over one that differs in case.
        if (!found.contains(ending) || file.stem() == shp.stem()) found[ending] = file;
    }
    found[".shp"] = shp;
    return found;
}

/// GDAL on a case-sensitive system finds companions of the same stem with all-lower or all-upper endings.
bool gdalFinds(const fs::path& shp, const fs::path& companion) {
    const std::string ending = companion.extension().string();
    return companion.stem() == shp.stem() && (ending == lower(ending) || CPLString(ending).toupper() == ending);
}

std::string startOf(const fs::path& file, std::size_t bytes) {
    std::ifstream in(file, std::ios::binary);
    std::string text(bytes, '\0');
    in.read(text.data(), std::streamsize(bytes));
    text.resize(std::size_t(std::max<std::streamsize>(in.gcount(), 0)));
    return text;
}

void readDeclarations(const Companions& files, StagedSource& staged) {
    if (const auto cpg = files.find(".cpg"); cpg != files.end()) {
        std::string text = startOf(cpg->second, 64);
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        text.erase(text.find_last_not_of(" \t\r\n") + 1);
        staged.cpg = text.empty() ? "(empty)" : text;
    }
    if (const auto dbf = files.find(".dbf"); dbf != files.end()) {
        const std::string head = startOf(dbf->second, 32);
        if (head.size() == 32) staged.languageByte = static_cast<unsigned char>(head[29]);
    }
}

void stageShapefile(const fs::path& shp, StagedSource& staged) {
    const Companions files = companionsOf(shp);
    readDeclarations(files, staged);
    const bool noIndex = !files.contains(".shx");
    const bool oddNames = std::ranges::any_of(files, [&](const auto& f) { return !gdalFinds(shp, f.second); });
    staged.name = shp.string();
    if (!noIndex && !oddNames) return;
    // Links and not copies: large files are not moved, and the rebuilt .shx lands in the scratch folder.
    const fs::path folder = staged.scratch.path();
    for (const auto& [ending, file] : files)
        fs::create_symlink(fs::absolute(file), folder / (shp.stem().string() + ending));
    staged.name = (folder / (shp.stem().string() + ".shp")).string();
    staged.restoreIndex = noIndex;
    if (noIndex) staged.notes.emplace_back("the .shx index is missing; it was rebuilt outside the source folder");
    if (oddNames) staged.notes.emplace_back("companion files with other capital letters were found and used");
}

bool isDataset(const std::string& name) {
    const std::string ending = lower(fs::path(name).extension().string());
    for (const std::string_view known : {".shp", ".gpkg", ".geojson", ".json", ".kml", ".kmz", ".tab", ".mif",
                                         ".sqlite", ".gml", ".dxf", ".fgb", ".csv", ".xlsx"}) {
        if (ending == known) return true;
    }
    return false;
}

std::vector<std::string> filesInZip(const std::string& root) {
    const CPLStringList list(VSIReadDirRecursive(root.c_str()));
    std::vector<std::string> names;
    for (int i = 0; i < list.size(); ++i) names.emplace_back(list[i]);
    std::ranges::sort(names);
    return names;
}

/// Unpacks the files of one shapefile: companions in a .zip follow the same naming troubles.
fs::path unpackShapefile(const std::string& root, const std::vector<std::string>& names, const std::string& shp,
                         ScratchFolder& scratch) {
    const fs::path folder = scratch.path() / "unpacked";
    fs::create_directory(folder);
    const std::string stem = lower((fs::path(shp).parent_path() / fs::path(shp).stem()).string());
    for (const std::string& name : names) {
        const fs::path file(name);
        if (lower((file.parent_path() / file.stem()).string()) != stem) continue;
        const fs::path target = folder / file.filename();
        if (CPLCopyFile(target.c_str(), (root + "/" + name).c_str()) != 0) {
            throw base::Error(base::Fault::io, root + "/" + name + ": cannot be unpacked");
        }
    }
    return folder / fs::path(shp).filename();
}

base::Result<StagedSource, Refusal> stageZip(const fs::path& zip, const std::string& layer) {
    const std::string root = "/vsizip/{" + fs::absolute(zip).string() + "}";
    const std::vector<std::string> names = filesInZip(root);
    if (names.empty()) return Refusal{zip.string() + ": is no readable .zip file or is empty"};
    std::vector<std::string> sets;
    for (const std::string& name : names) {
        if (isDataset(name)) sets.push_back(name);
        // A file geodatabase is a folder.
        if (lower(name).ends_with(".gdb/")) sets.push_back(name.substr(0, name.size() - 1));
    }
    // Beside map data a text explains it; alone it may be boundary points.
    if (sets.empty())
        std::ranges::copy_if(names, std::back_inserter(sets), [](const auto& n) { return lower(n).ends_with(".txt"); });
    if (sets.size() > 1 && !layer.empty()) {
        std::erase_if(sets, [&](const std::string& name) { return fs::path(name).stem() != layer; });
    }
    if (sets.empty()) return Refusal{zip.string() + ": holds no map data" + (layer.empty() ? "" : " named " + layer)};
    if (sets.size() > 1) {
        std::string list;
        for (const auto& name : sets) list += (list.empty() ? "" : ", ") + fs::path(name).stem().string();
        return Refusal{zip.string() + ": holds several data sets; choose one with --layer: " + list};
    }
    StagedSource staged;
    if (lower(fs::path(sets[0]).extension().string()) == ".shp") {
        stageShapefile(unpackShapefile(root, names, sets[0], staged.scratch), staged);
    } else {
        staged.name = root + "/" + sets[0];
    }
    return staged;
}

}  // namespace

base::Result<StagedSource, Refusal> stage(const fs::path& source, const std::string& layer) {
    startGdal();
    const GdalMessages quiet;
    std::error_code failed;
    const auto status = fs::status(source, failed);
    const bool virtualPath = source.string().starts_with("/vsi");
    if (!virtualPath && !fs::exists(status)) return Refusal{source.string() + ": there is no such file"};
    if (!virtualPath && access(source.c_str(), R_OK) != 0) {
        throw base::Error(base::Fault::noPermission, source.string() + ": may not be read");
    }
    StagedSource staged;
    staged.name = source.string();
    if (virtualPath || fs::is_directory(status)) return staged;
    const std::string ending = lower(source.extension().string());
    if (ending == ".zip") return stageZip(source, layer);
    if (ending == ".shp") stageShapefile(source, staged);
    if (ending == ".dbf") readDeclarations({{".dbf", source}}, staged);
    return staged;
}

}  // namespace xiangtu::exchange
