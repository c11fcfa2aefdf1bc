// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/name_search.h"

#include "base/error.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <mutex>
#include <unordered_map>

namespace xiangtu::index {

namespace {

/// One character -> its syllable. ICU's transliterator is slow and not safe to share, so each
/// character is asked for once in the life of the program.
class Syllables {
public:
    std::string of(UChar32 c) {
        const std::lock_guard lock(m_mutex);
        const auto [it, isNew] = m_known.try_emplace(c);
        if (isNew) it->second = ask(c);
        return it->second;
    }

private:
    std::string ask(UChar32 c) {
        if (!m_transliterator) {
            UErrorCode status = U_ZERO_ERROR;
            m_transliterator.reset(
                icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
            if (U_FAILURE(status)) {
                throw base::Error(base::Fault::usage,
                                  std::string("ICU has no Han-Latin transliteration: ") + u_errorName(status));
            }
        }
        icu::UnicodeString text(c);
        m_transliterator->transliterate(text);
        std::string out;
        return text.trim().toUTF8String(out);
    }

    std::mutex m_mutex;
    std::unordered_map<UChar32, std::string> m_known;
    std::unique_ptr<icu::Transliterator> m_transliterator;
};

Syllables& syllables() {
    static Syllables instance;
    return instance;
}

}  // namespace

std::string pinyin(std::string_view text) {
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), std::int32_t(text.size())));
    std::string out;
    bool afterHan = false;
    for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
        const UChar32 c = source.char32At(i);
        const bool han = u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC);
        if (!out.empty() && (han || afterHan) && out.back() != ' ') out += ' ';
        if (han)
            out += syllables().of(c);
        else
            icu::UnicodeString(u_tolower(c)).toUTF8String(out);
        afterHan = han;
    }
    return out;
}

}  // namespace xiangtu::index
