// SPDX-License-Identifier: GPL-3.0-or-later
// Style sheets: refused with base::Error naming the file, or read so that their dump is stable.
#include "base/error.h"
#include "fuzz/target.h"
#include "style/style_sheet.h"
#include "support/temp_dir.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    static const support::TempDir dir;
    support::writeFile(dir / "input.style.json", fuzz::asText(data, size));
    support::writeFile(dir / "common.style.json", R"({"name": "common", "background": "#ffffff"})");
    try {
        const style::StyleSheet sheet = style::load(dir.path(), "input");
        fuzz::require(style::dump(sheet) == style::dump(style::load(dir.path(), "input")), "one file, one dump");
        fuzz::require(sheet == style::load(dir.path(), "input"), "one file, one sheet");
        fuzz::require(sheet.fillOpacity >= 0 && sheet.fillOpacity <= 1, "opacity is a share");
    } catch (const base::Error& e) {
        fuzz::require(std::string_view(e.what()).find(".style.json") != std::string_view::npos,
                      "the message names the file");
    }
    return 0;
}
