// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of foreign files: encodings found out and decoded, codes read. Whatever the bytes, what comes
// out is UTF-8 and within its bounds.
#include "exchange/code_reading.h"
#include "exchange/encoding.h"
#include "exchange/text.h"
#include "fuzz/target.h"

namespace {

using namespace xiangtu;

bool isUtf8(std::string_view text) {
    const exchange::Wellformed scan = exchange::scanUtf8(text);
    return scan.good && scan.length == text.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = fuzz::asText(data, size);
    const exchange::Wellformed utf8 = exchange::scanUtf8(bytes);
    const exchange::Wellformed gb = exchange::scanGb18030(bytes);
    fuzz::require(utf8.length <= size && gb.length <= size, "a scan stays inside its text");
    fuzz::require(!exchange::isAscii(bytes) || (utf8.good && gb.good), "ASCII is good in both encodings");

    exchange::TextEvidence evidence;
    evidence.add(bytes);
    const exchange::EncodingChoice choice = exchange::chooseEncoding(evidence, {}, "");
    fuzz::require(exchange::Decoder::known(choice.charset), "the chosen character set is one that can be decoded");
    const std::string decoded = exchange::Decoder(choice.charset).lossy(bytes);
    fuzz::require(isUtf8(decoded), "decoded text is UTF-8");

    fuzz::require(isUtf8(exchange::trimmed(decoded)), "trimmed text is UTF-8");
    fuzz::require(isUtf8(exchange::narrowed(decoded)), "narrowed text is UTF-8");
    const double share = exchange::hanShare(decoded);
    fuzz::require(share >= 0 && share <= 1, "a share is between 0 and 1");
    if (const auto meant = exchange::unmangled(decoded)) fuzz::require(isUtf8(*meant), "unmangled text is UTF-8");
    for (const model::Level level : model::kLevels) {
        const exchange::CodeReading reading = exchange::readCode(decoded, level);
        fuzz::require(reading.code.has_value() == (reading.trouble == exchange::CodeTrouble::none),
                      "a code or a reason why not");
        fuzz::require(!reading.code || reading.code->valid(), "a code that was read is one");
    }
    return 0;
}
