// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/name_search.h"

#include <algorithm>
#include <tuple>

namespace xiangtu::index {

namespace {

/// Texts of all units in one block each: searching is one pass over flat memory. Unit n's text is
/// [start[n], start[n + 1]).
struct TextColumn {
    std::string block;
    std::vector<std::uint32_t> start{0};

    void add(std::string_view text) {
        block += text;
        start.push_back(std::uint32_t(block.size()));
    }
    [[nodiscard]] std::string_view of(std::size_t n) const {
        return std::string_view(block).substr(start[n], start[n + 1] - start[n]);
    }
};

/// Query and pinyin in the same form: lower case ASCII, no spaces or apostrophes.
std::string fold(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '\'' || c == '\t') continue;
        out += (c >= 'A' && c <= 'Z') ? char(c - 'A' + 'a') : c;
    }
    return out;
}

std::string initialsOf(std::string_view syllables) {
    std::string out;
    for (std::size_t i = 0; i < syllables.size(); ++i) {
        if (syllables[i] != ' ' && (i == 0 || syllables[i - 1] == ' ')) out += syllables[i];
    }
    return out;
}

/// Where a syllable of the joined pinyin begins, a query may begin: "zhang" must not match inside
/// "…izhang…" of two other syllables.
bool atSyllable(std::string_view syllables, std::size_t joined) {
    std::size_t position = 0;
    for (std::size_t i = 0; i < syllables.size() && position <= joined; ++i) {
        if (syllables[i] == ' ') continue;
        if (position == joined) return i == 0 || syllables[i - 1] == ' ';
        ++position;
    }
    return false;
}

}  // namespace

struct NameSearch::Data {
    std::vector<model::UnitRef> units;
    std::vector<model::Code> codes;
    TextColumn names, syllables, joined, initials;
};

NameSearch::NameSearch(const model::Snapshot& snapshot) : m_data(std::make_unique<Data>()) {
    for (const model::Level level : model::kLevels) {
        const auto& units = snapshot.table(level).units;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            m_data->units.push_back({level, row});
            m_data->codes.push_back(units[row].code);
            m_data->names.add(units[row].name);
            const std::string spelt = pinyin(units[row].name);
            m_data->syllables.add(spelt);
            m_data->joined.add(fold(spelt));
            m_data->initials.add(initialsOf(spelt));
        }
    }
}

NameSearch::~NameSearch() = default;
NameSearch::NameSearch(NameSearch&&) noexcept = default;
NameSearch& NameSearch::operator=(NameSearch&&) noexcept = default;

std::vector<SearchHit> NameSearch::find(std::string_view query, std::size_t limit) const {
    const std::string wanted = fold(query);
    if (wanted.empty() || limit == 0) return {};
    const bool isCode = std::ranges::all_of(wanted, [](char c) { return c >= '0' && c <= '9'; });

    struct Ranked {
        SearchHit hit;
        std::size_t number;
        auto rank() const { return std::tuple(!hit.whole, !hit.prefix, int(hit.match), number); }
    };
    std::vector<Ranked> found;
    const auto consider = [&](std::size_t n, MatchKind kind, std::string_view text, std::size_t position) {
        found.push_back({{m_data->units[n], kind, text.size() == wanted.size(), position == 0}, n});
    };
    for (std::size_t n = 0; n < m_data->units.size(); ++n) {
        if (const auto name = m_data->names.of(n); true) {
            if (const auto at = name.find(wanted); at != name.npos) {
                consider(n, MatchKind::name, name, at);
                continue;
            }
        }
        if (isCode) {
            const std::string code = m_data->codes[n].text();
            if (code.starts_with(wanted)) consider(n, MatchKind::code, code, 0);
            continue;
        }
        const auto joined = m_data->joined.of(n);
        if (const auto at = joined.find(wanted); at != joined.npos && atSyllable(m_data->syllables.of(n), at)) {
            consider(n, MatchKind::pinyin, joined, at);
            continue;
        }
        const auto initials = m_data->initials.of(n);
        if (const auto at = initials.find(wanted); at != initials.npos) consider(n, MatchKind::initials, initials, at);
    }
    const auto count = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + std::ptrdiff_t(count), {}, &Ranked::rank);
    std::vector<SearchHit> hits;
    for (std::size_t i = 0; i < count; ++i) hits.push_back(found[i].hit);
    return hits;
}

}  // namespace xiangtu::index
