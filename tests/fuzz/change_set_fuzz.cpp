// SPDX-License-Identifier: GPL-3.0-or-later
// The change log's JSON: refused with base::Error, or read so that writing and inverting give it back.
#include "base/json.h"
#include "edit/change_set.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    try {
        const base::Json document = base::parseJson(fuzz::asText(data, size), "input");
        edit::ChangeSet set;
        set.changes = edit::changesFromJson(document, "input");
        const std::string written = edit::toJson(set.changes).dump();
        const auto again = edit::changesFromJson(base::parseJson(written, "written"), "written");
        fuzz::require(again == set.changes, "what is written reads back the same");
        fuzz::require(edit::invert(edit::invert(set)) == set, "inverting twice changes nothing");
    } catch (const base::Error& e) {
        fuzz::require(e.fault() == base::Fault::format, "bad text is a fault of format");
        fuzz::require(std::string_view(e.what()).starts_with("input"), "only the input is refused, by its name");
    }
    return 0;
}
