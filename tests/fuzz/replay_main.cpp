// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one fuzz target over files and folders of files, as an ordinary test of any compiler.
#include "fuzz/target.h"
#include "support/temp_dir.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

namespace {

void replay(const std::filesystem::path& file) {
    const std::string content = xiangtu::support::readFile(file);
    std::printf("%s\n", file.filename().c_str());
    std::fflush(stdout);
    // Also cut short at every place (or 64 of them): a truncated file is the commonest damage.
    const std::size_t step = content.size() / 64 + 1;
    for (std::size_t size = 0; size < content.size(); size += step) {
        const std::string part = content.substr(0, size);  // its own buffer, so that sanitizers see its end
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
    }
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
}

}  // namespace

int main(int argc, char** argv) {
    std::size_t files = 0;
    try {
        for (int i = 1; i < argc; ++i) {
            const std::filesystem::path given = argv[i];
            if (!std::filesystem::is_directory(given)) {
                replay(given);
                ++files;
                continue;
            }
            for (const auto& entry : std::filesystem::recursive_directory_iterator(given)) {
                if (!entry.is_regular_file()) continue;
                replay(entry.path());
                ++files;
            }
        }
    } catch (const std::exception& e) {
        std::fprintf(stderr, "escaped: %s\n", e.what());
        return 1;
    }
    std::printf("%zu files\n", files);
    return files == 0 ? 1 : 0;
}
