// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "display/checksum.h"
#include "display/flat_file.h"
#include "display/flat_layout.h"

#include <cassert>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xiangtu::display {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void raise(const fs::path& file, int error) {
    const auto fault = error == ENOSPC || error == EDQUOT                    ? base::Fault::diskFull
                       : error == EACCES || error == EPERM || error == EROFS ? base::Fault::noPermission
                                                                             : base::Fault::io;
    throw base::Error(fault, file.string() + ": " + std::strerror(error));
}

/// The file under its other name, removed unless it came to its right one.
class Part {
public:
    Part(const fs::path& file, fs::perms mode) : m_file(file), m_part(file.string() + ".part") {
        m_handle = make(mode);
        if (m_handle < 0 && errno == EEXIST && isLeftOver()) {
            ::unlink(m_part.c_str());
            m_handle = make(mode);
        }
        if (m_handle < 0 && errno == EEXIST) {
            throw base::Error(base::Fault::busy, m_part.string() + ": another program is writing it");
        }
        if (m_handle < 0) raise(m_part, errno);
    }
    ~Part() {
        if (m_handle >= 0) ::close(m_handle);
        if (!m_done) ::unlink(m_part.c_str());
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    void write(std::span<const std::byte> bytes, std::uint64_t offset) {
        while (!bytes.empty()) {
            const ::ssize_t n = ::pwrite(m_handle, bytes.data(), bytes.size(), ::off_t(offset));
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) raise(m_part, n == 0 ? ENOSPC : errno);
            bytes = bytes.subspan(std::size_t(n));
            offset += std::uint64_t(n);
        }
    }
    void finish(std::uint64_t length) {
        if (::ftruncate(m_handle, ::off_t(length)) != 0) raise(m_part, errno);
        if (::close(std::exchange(m_handle, -1)) != 0) raise(m_part, errno);
        if (::rename(m_part.c_str(), m_file.c_str()) != 0) raise(m_file, errno);
        m_done = true;
    }

private:
    int make(fs::perms mode) const {
        return ::open(m_part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, ::mode_t(mode & fs::perms::mask));
    }
    /// Nobody writes to one file for so long: a program was killed over it.
    bool isLeftOver() const {
        std::error_code failed;
        const auto written = fs::last_write_time(m_part, failed);
        return !failed && fs::file_time_type::clock::now() - written > std::chrono::minutes(10);
    }

    fs::path m_file, m_part;
    int m_handle = -1;
    bool m_done = false;
};

std::uint64_t aligned(std::uint64_t at) noexcept { return (at + kAlignment - 1) / kAlignment * kAlignment; }

}  // namespace

void writeFlatFile(const fs::path& file, std::span<const Section> sections, fs::perms mode,
                   const base::Progress& progress) {
    assert(sections.size() <= kMaxSections);
    Part part(file, mode);
    std::vector<FlatEntry> table(sections.size());
    std::uint64_t at = aligned(sizeof(FlatHead) + sections.size() * sizeof(FlatEntry));
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const Section& section = sections[i];
        assert(section.name.size() <= Section::kMaxName);
        const auto bytes = section.bytes.span();
        FlatEntry& entry = table[i];
        std::memcpy(entry.name.data(), section.name.data(), std::min(section.name.size(), Section::kMaxName));
        entry.itemBytes = section.itemBytes;
        entry.offset = at;
        entry.length = bytes.size();
        std::vector<std::uint64_t> blocks;
        for (std::size_t from = 0; from < bytes.size(); from += kBlockBytes) {
            progress.check();
            const auto block = bytes.subspan(from, std::min(kBlockBytes, bytes.size() - from));
            blocks.push_back(checksum(block));
            part.write(block, at + from);
        }
        entry.sum = checksum(std::as_bytes(std::span(blocks)));
        at = aligned(at + bytes.size());
    }
    FlatHead head;
    head.sections = std::uint32_t(sections.size());
    head.fileBytes = at;
    const auto entries = std::as_bytes(std::span(table));
    head.tableSum = checksum(entries, head.fileBytes);
    part.write(std::as_bytes(std::span(&head, 1)), 0);
    part.write(entries, sizeof head);
    part.finish(at);
}

}  // namespace xiangtu::display
