// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out_file.h"

#include "base/error.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace xiangtu::exchange {

namespace fs = std::filesystem;

namespace {

base::Fault faultOf(int error) {
    if (error == ENOSPC || error == EDQUOT) return base::Fault::diskFull;
    return error == EACCES || error == EPERM || error == EROFS ? base::Fault::noPermission : base::Fault::io;
}

void moved(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    if (failed) throw base::Error(faultOf(failed.value()), to.string() + ": " + failed.message());
}

}  // namespace

OutFile::OutFile(const fs::path& path) : m_name(path.filename().string()), m_file(std::fopen(path.c_str(), "wb")) {
    if (!m_file) fail(errno);
    std::setvbuf(m_file.get(), nullptr, _IOFBF, 1 << 20);
}

void OutFile::fail(int error) const {
    throw base::Error(faultOf(error), m_name + ": cannot be written: " + std::strerror(error));
}

void OutFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size()) fail(errno);
    m_size += bytes.size();
}

void OutFile::rewriteFront(std::string_view bytes) {
    if (std::fseek(m_file.get(), 0, SEEK_SET) != 0) fail(errno);
    if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size()) fail(errno);
}

void OutFile::close() {
    if (std::fclose(m_file.release()) != 0) fail(errno);
}

StagingFolder::StagingFolder(const fs::path& target) {
    const fs::path folder = target.parent_path().empty() ? fs::path(".") : target.parent_path();
    m_path = folder / ("." + target.filename().string() + ".exporting-" + std::to_string(::getpid()));
    std::error_code failed;
    fs::remove_all(m_path, failed);
    fs::create_directories(m_path, failed);
    if (failed) throw base::Error(faultOf(failed.value()), folder.string() + ": " + failed.message());
}

StagingFolder::~StagingFolder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

void StagingFolder::publish(const fs::path& folder, ExportOptions::Existing existing) {
    std::vector<fs::path> names;
    for (const auto& entry : fs::directory_iterator(m_path)) names.push_back(entry.path().filename());
    if (existing == ExportOptions::Existing::refused) {
        for (const fs::path& name : names) {
            if (fs::exists(folder / name))
                throw base::Error(base::Fault::io, (folder / name).string() + ": is there already");
        }
    }
    const fs::path before = m_path / ".before";
    std::vector<std::pair<fs::path, bool>> done;  // name, and whether one was there before
    try {
        std::error_code failed;
        fs::create_directories(folder, failed);
        fs::create_directories(before, failed);
        if (failed) throw base::Error(faultOf(failed.value()), folder.string() + ": " + failed.message());
        for (const fs::path& name : names) {
            const bool was = fs::exists(folder / name);
            if (was) moved(folder / name, before / name);
            done.emplace_back(name, was);
            moved(m_path / name, folder / name);
        }
    } catch (...) {
        std::error_code ignored;
        for (const auto& [name, was] : done) {
            fs::remove_all(folder / name, ignored);
            if (was) fs::rename(before / name, folder / name, ignored);
        }
        throw;
    }
}

}  // namespace xiangtu::exchange
