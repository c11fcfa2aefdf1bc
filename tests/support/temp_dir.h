// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace xiangtu::support {

/// A fresh folder of its own, removed with everything in it at the end of the scope. Its name holds a
/// space, a quote and Chinese characters, so that every test that writes a file meets such a path.
class TempDir {
public:
    /// Throws std::filesystem::filesystem_error when no folder can be made.
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    /// The path of `name` inside the folder; nothing is created.
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Writes `content` byte for byte, replacing the file. Throws std::runtime_error naming the file.
void writeFile(const std::filesystem::path& file, std::string_view content);
/// The whole content, byte for byte. Throws std::runtime_error naming the file.
[[nodiscard]] std::string readFile(const std::filesystem::path& file);

}  // namespace xiangtu::support
