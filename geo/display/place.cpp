// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/place.h"

#include "display/checksum.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace xiangtu::display {

namespace fs = std::filesystem;

std::vector<fs::path> placesOf(const fs::path& file) {
    std::vector<fs::path> places{file.string() + ".display"};
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value ? value : "");
    };
    fs::path folder = variable("XDG_CACHE_HOME");
    if (!folder.is_absolute()) {
        const fs::path home = variable("HOME");
        folder = home.is_absolute() ? home / ".cache" : fs::path();
    }
    if (folder.empty()) return places;
    std::error_code failed;
    const fs::path whole = fs::weakly_canonical(file, failed);
    const std::string name = failed ? fs::absolute(file).string() : whole.string();
    std::array<char, 32> number{};
    std::snprintf(number.data(), number.size(), "%016llx.display",
                  static_cast<unsigned long long>(checksum(std::as_bytes(std::span(name)))));
    places.push_back(folder / "xiangtu" / number.data());
    return places;
}

}  // namespace xiangtu::display
