// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_guess.h"

#include "exchange/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace xiangtu::exchange {

namespace {

using model::Level;

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return out;
}

// Names seen in land-survey, statistics and grid layers, most telling first.
constexpr std::array<std::string_view, 25> kCodeNames{
    "xzqdm", "xzqhdm", "xzqhbm",   "行政区代码", "行政区划代码", "行政区划编码", "adcode",  "areacode", "admincode",
    "wgdm",  "wgbm",   "网格编码", "网格代码",   "gridcode",     "grid_code",    "qhdm",    "zldwdm",   "zonecode",
    "code",  "dm",     "bm",       "代码",       "编码",         "code_id",      "地块编号"};
constexpr std::array<std::string_view, 21> kCommonNames{
    "xzqmc",    "行政区名称", "wgmc",  "网格名称", "name",     "mc",        "名称",
    "areaname", "name_zh",    "cname", "name_chn", "gridname", "grid_name", "zldwmc",
    "qhmc",     "fullname",   "title", "label",    "name_1",   "ename",     "地块名称"};
constexpr std::array<std::array<std::string_view, 6>, model::kLevelCount> kLevelNames{{
    {"xmc", "quxian", "qxmc", "county", "区县", "qh"},
    {"zhenjie", "xzmc", "zjmc", "township", "乡镇", "乡镇名称"},
    {"cunshe", "cmc", "csmc", "village", "村名", "村名称"},
    {"zrc", "zrcmc", "zrcm", "自然村", "自然村名称", "hamlet"},
    {"wg", "grid", "网格", "网格名", "wgname", "parcel"},
}};
constexpr std::array<std::string_view, 8> kHouseholdNames{"户数", "总户数", "households", "household",
                                                          "hs",   "zhs",    "hushu",      "hh_count"};

/// 1 for the first of a list, falling to 0 for names not in it.
template <class List>
double rank(const List& list, std::string_view name) {
    const auto found = std::ranges::find(list, lower(name));
    return found == list.end() ? 0 : 1 - double(found - list.begin()) / double(list.size() + 1);
}

std::string percent(double share) { return std::to_string(int(share * 100 + 0.5)) + " %"; }

}  // namespace

void FieldProfile::add(std::string_view text) {
    constexpr std::size_t kDistinctLimit = 50000;
    if (text.empty()) return;
    ++m_filled;
    const CodeReading reading = readCode(text, m_level);
    if (reading.code) {
        m_codes += lengthFits(*reading.code, m_level);
        if (const auto other = levelOfLength(*reading.code, m_level)) ++m_codesOf[model::indexOf(*other)];
    }
    m_wholeNumbers += std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c); });
    const bool han = hanShare(text) > 0;
    m_han += han;
    // Keys, colours and dates have letters or digits too; words hold letters and few digits.
    const auto letters = std::ranges::count_if(text, [](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
    const auto digits = std::ranges::count_if(text, [](unsigned char c) { return std::isdigit(c); });
    m_words += han || (letters > 2 * digits && text.front() != '#' && text.find('{') == std::string_view::npos);
    if (m_distinct.size() < kDistinctLimit) m_distinct.insert(std::string(text));
}

std::optional<FieldChoice> guessCodeField(std::span<const std::string> names, std::span<const FieldProfile> profiles,
                                          std::size_t records, Level level) {
    std::optional<FieldChoice> best;
    double bestScore = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double codes = profiles[i].codeShare(records);
        const double distinct = profiles[i].distinctness();
        // A parent's code repeats; a unit's own does not.
        if (codes < 0.5 || distinct < 0.6) continue;
        const double score = codes * distinct + 0.02 * rank(kCodeNames, names[i]);
        if (score <= bestScore) continue;
        bestScore = score;
        best = FieldChoice{i, percent(codes) + " of the records hold a " + std::string(model::levelName(level)) +
                                  " code here, " + percent(distinct) + " of the values distinct"};
    }
    return best;
}

std::optional<std::string> otherLevelHint(std::span<const std::string> names, std::span<const FieldProfile> profiles,
                                          std::size_t records) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (const Level level : model::kLevels) {
            if (profiles[i].codeShareOf(level, records) < 0.8 || profiles[i].distinctness() < 0.8) continue;
            return names[i] + " holds " + std::string(model::levelName(level)) + " codes; is --level right?";
        }
    }
    return std::nullopt;
}

std::optional<FieldChoice> guessNameField(std::span<const std::string> names, std::span<const FieldProfile> profiles,
                                          std::size_t records, Level level) {
    std::optional<FieldChoice> best;
    double bestScore = 0.4;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const FieldProfile& p = profiles[i];
        const double known = std::max(rank(kCommonNames, names[i]), rank(kLevelNames[model::indexOf(level)], names[i]));
        // A field of another level ("quxian" in a layer of villages) repeats; Latin keys are not names
        // unless the field is called one.
        if (p.hanShareOfFilled() < 0.5 && known == 0) continue;
        if (p.wordShareOfFilled() < 0.5) continue;
        if (records > 1 && p.distinctness() < 0.3 && known == 0) continue;
        const double filled = double(p.filled()) / double(std::max<std::size_t>(records, 1));
        const double score = filled * (0.3 + 0.5 * p.distinctness() + 0.2 * p.hanShareOfFilled()) + 0.1 * known;
        if (score <= bestScore) continue;
        bestScore = score;
        best = FieldChoice{i, percent(filled) + " of the records have a text here, " + percent(p.distinctness()) +
                                  " of them distinct" + (known > 0 ? "; usual field name" : "")};
    }
    return best;
}

std::optional<FieldChoice> guessHouseholdsField(std::span<const std::string> names,
                                                std::span<const FieldProfile> profiles) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (rank(kHouseholdNames, names[i]) > 0 && profiles[i].wholeNumberShareOfFilled() > 0.5) {
            return FieldChoice{i, "usual field name with whole numbers"};
        }
    }
    return std::nullopt;
}

}  // namespace xiangtu::exchange
