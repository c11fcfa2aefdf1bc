// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::index {

/// Why a unit was found; better ranks first.
enum class MatchKind { code, name, pinyin, initials };

struct SearchHit {
    model::UnitRef unit;
    MatchKind match = MatchKind::name;
    bool whole = false;   ///< the whole name matched, not a part
    bool prefix = false;  ///< matched from the beginning
};

/// Finds units of all levels by Chinese name, pinyin (zhangmu), initials (zm) or code. Building
/// transliterates every distinct character once (ICU Han-Latin, tones removed).
class NameSearch {
public:
    explicit NameSearch(const model::Snapshot& snapshot);
    ~NameSearch();
    NameSearch(NameSearch&&) noexcept;
    NameSearch& operator=(NameSearch&&) noexcept;

    /// At most `limit` hits: whole before prefix before inner matches, higher levels first, then by
    /// code. Case and spaces in the query do not matter.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view query, std::size_t limit) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// Pinyin of a text, syllables without tones, lower case, separated by one space: "樟木" -> "zhang mu".
/// Characters that are not Han are kept.
[[nodiscard]] std::string pinyin(std::string_view text);

}  // namespace xiangtu::index
