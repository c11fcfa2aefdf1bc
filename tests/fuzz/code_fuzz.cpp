// SPDX-License-Identifier: GPL-3.0-or-later
// model::Code: what it accepts comes back as it was.
#include "fuzz/target.h"
#include "model/code.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    const std::string_view text = fuzz::asText(data, size);
    const bool plain =
        !text.empty() && text.size() <= 18 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const auto code = model::Code::parse(text);
    fuzz::require(code.has_value() == plain, "accepted exactly when 1 to 18 digits");
    if (!code) return 0;
    fuzz::require(code->valid() && code->text() == text, "text() gives the digits back");
    fuzz::require(code->digits() == int(text.size()), "digits() counts them");
    for (int n = 1; n <= code->digits(); ++n) {
        const model::Code prefix = code->prefix(n);
        fuzz::require(prefix.text() == text.substr(0, std::size_t(n)), "prefix() cuts the text");
        fuzz::require(code->startsWith(prefix), "a code starts with its prefix");
        fuzz::require(prefix == *code || prefix < *code, "shorter codes sort first");
    }
    if (code->digits() <= 15) {
        const model::Code child = code->child(7);
        fuzz::require(child.text() == std::string(text) + "007", "child() appends the sequence");
        fuzz::require(child.startsWith(*code) && !code->startsWith(child), "a child starts with its parent");
    }
    return 0;
}
