// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace xiangtu::golden {

/// Folder of the stored expectations.
inline std::filesystem::path folder() { return std::filesystem::path(XIANGTU_SOURCE_DIR) / "tests" / "golden"; }

/// With XIANGTU_UPDATE_GOLDEN set, tests write what they got instead of comparing; look at the
/// difference with git before keeping it.
inline bool updating() { return std::getenv("XIANGTU_UPDATE_GOLDEN") != nullptr; }

/// Compares text with tests/golden/NAME line by line and shows the first lines that differ.
inline void expectText(const std::string& name, const std::string& text) {
    const std::filesystem::path file = folder() / name;
    if (updating()) {
        std::ofstream(file, std::ios::binary) << text;
        return;
    }
    std::ifstream in(file, std::ios::binary);
    ASSERT_TRUE(in) << file << " is missing; write it with XIANGTU_UPDATE_GOLDEN=1";
    std::ostringstream stored;
    stored << in.rdbuf();
    if (stored.str() == text) return;
    std::istringstream want(stored.str()), got(text);
    std::string a, b;
    int shown = 0;
    for (int line = 1; shown < 8; ++line) {
        const bool more = bool(std::getline(want, a)), other = bool(std::getline(got, b));
        if (!more && !other) break;
        if (!more) a = "(end)";
        if (!other) b = "(end)";
        if (a == b) continue;
        ADD_FAILURE() << name << ":" << line << "\n  stored: " << a << "\n  now:    " << b;
        ++shown;
        if (!more || !other) break;
    }
}

}  // namespace xiangtu::golden
