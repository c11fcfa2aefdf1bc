// SPDX-License-Identifier: GPL-3.0-or-later
// Style sheets: refused with base::Error naming the file, or read so that their dump is stable.
#include "base/error.h"
#include "fuzz/target.h"
#include "style/style_sheet.h"
#include "support/temp_dir.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    // Sheets come from files: one folder for the whole run, with a sheet to import.
    static const support::TempDir dir;
    static const bool prepared = [] {
        support::writeFile(dir / "common.style.json", R"({"name": "common", "background": "#ffffff"})");
        return true;
    }();
    fuzz::require(prepared, "the folder is there");
    support::writeFile(dir / "input.style.json", fuzz::asText(data, size));
    try {
        const style::StyleSheet sheet = style::load(dir.path(), "input");
        const style::StyleSheet again = style::load(dir.path(), "input");
        fuzz::require(sheet == again && style::dump(sheet) == style::dump(again), "one file, one sheet, one dump");
        fuzz::require(sheet.fillOpacity >= 0 && sheet.fillOpacity <= 1, "opacity is a share");
    } catch (const base::Error& e) {
        fuzz::require(std::string_view(e.what()).find(".style.json") != std::string_view::npos,
                      "the message names the file");
    }
    return 0;
}
