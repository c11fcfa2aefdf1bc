// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xiangtu::display {

std::shared_ptr<const MappedFile> MappedFile::of(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return nullptr;
    auto mapping = std::shared_ptr<MappedFile>(new MappedFile(handle));
    struct ::stat status {};
    if (::fstat(handle, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) return nullptr;
    mapping->m_length = std::size_t(status.st_size);
    void* address = ::mmap(nullptr, mapping->m_length, PROT_READ, MAP_SHARED, handle, 0);
    if (address == MAP_FAILED) return nullptr;
    mapping->m_address = static_cast<const std::byte*>(address);
    return mapping;
}

MappedFile::~MappedFile() {
    if (m_address) ::munmap(const_cast<std::byte*>(m_address), m_length);
    ::close(m_handle);
}

bool MappedFile::read(std::span<std::byte> into, std::uint64_t offset) const noexcept {
    return ::pread(m_handle, into.data(), into.size(), ::off_t(offset)) == ::ssize_t(into.size());
}

void MappedFile::letGo() const noexcept {
    // Of a shared mapping of a file this forgets page tables only; the bytes stay what they are.
    ::madvise(const_cast<std::byte*>(m_address), m_length, MADV_DONTNEED);
}

}  // namespace xiangtu::display
