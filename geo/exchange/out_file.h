// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_options.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::exchange {

/// A file written from front to back, whose failures name it. Nothing is certain before close().
class OutFile {
public:
    /// Throws Error{Fault::io}, noPermission or diskFull, as all of it.
    explicit OutFile(const std::filesystem::path& path);
    void write(std::string_view bytes);
    /// Goes back to the front and writes there.
    void rewriteFront(std::string_view bytes);
    void close();
    [[nodiscard]] std::uint64_t size() const noexcept { return m_size; }

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    [[noreturn]] void fail(int error) const;

    std::string m_name;
    std::unique_ptr<std::FILE, Close> m_file;
    std::uint64_t m_size = 0;
};

/// A folder beside the target in which files grow; they get their names at the end, all or none, and the folder goes.
class StagingFolder {
public:
    /// Throws Error{Fault::io} when it cannot be made beside `target`.
    explicit StagingFolder(const std::filesystem::path& target);
    ~StagingFolder();
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    /// Moves everything in it into `folder`. What stands there under the same name is replaced or, where that was not
    /// asked for, throws Error{Fault::io} naming it; then, as after any failure, all is as it was.
    void publish(const std::filesystem::path& folder, ExportOptions::Existing existing);

private:
    std::filesystem::path m_path;
};

}  // namespace xiangtu::exchange
