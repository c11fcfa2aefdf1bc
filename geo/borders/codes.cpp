// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/work.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace xiangtu::borders {

namespace {

using model::Code;
using model::Level;

struct Band {
    int first = 1;
    int last = 999;
};

/// The sequences of the statistical codes that say what kind of unit it is: streets, towns, townships and
/// those like them; residents' and villagers' committees and those like them (GB/T 10114 and the rules for
/// statistical division codes). A new unit is of its mother's kind.
Band bandOf(Level level, int sequence) {
    constexpr std::array<Band, 5> kTownship{{{1, 99}, {100, 199}, {200, 399}, {400, 599}, {600, 999}}};
    constexpr std::array<Band, 5> kVillage{{{1, 199}, {200, 399}, {400, 499}, {500, 599}, {600, 999}}};
    for (const Band& band : level == Level::township ? kTownship : kVillage) {
        if (sequence >= band.first && sequence <= band.last) return band;
    }
    return {};
}

constexpr bool kept(Level level, int sequence) {
    return level == Level::village && (sequence == 498 || sequence == 598);
}

/// Gives free codes and remembers those given.
class Codes {
public:
    explicit Codes(const Ground& ground) : m_ground(ground) {}

    [[nodiscard]] bool free(Level level, Code code) const {
        if (m_given.contains({level, code}) || m_ground.snapshot.findUnit(level, code).valid()) return false;
        return !m_ground.taken || !m_ground.taken(level, code);
    }
    void give(Level level, Code code) { m_given.insert({level, code}); }

    /// The next after the highest in use under the prefix, in the band of `like`; then any free one.
    [[nodiscard]] std::optional<Code> next(Level level, Code prefix, int width, int like) const {
        int most = 1;
        for (int i = 0; i < width; ++i) most *= 10;
        --most;
        const bool banded = width == 3 && (level == Level::township || level == Level::village);
        const Band band = banded ? bandOf(level, like) : Band{1, most};
        const auto usable = [&](int s) { return !(banded && kept(level, s)) && free(level, prefix.child(s, width)); };
        int highest = band.first - 1;
        const auto& units = m_ground.snapshot.table(level).units;
        const Code end = prefix.child(band.last, width);
        auto it = std::ranges::upper_bound(units, end, {}, &model::Unit::code);
        if (it != units.begin() && (--it)->code >= prefix.child(band.first, width)) {
            highest = int(it->code.packed() - prefix.child(0, width).packed());
        }
        for (int s = highest + 1; s <= band.last; ++s) {
            if (usable(s)) return prefix.child(s, width);
        }
        for (int s = band.first; s <= band.last; ++s) {
            if (usable(s)) return prefix.child(s, width);
        }
        for (int s = 1; s <= most; ++s) {
            if (usable(s)) return prefix.child(s, width);
        }
        return std::nullopt;
    }

private:
    const Ground& m_ground;
    std::set<std::pair<Level, Code>> m_given;
};

/// Digits a unit has beyond its parent's code; the usual number where its code does not follow its parent's.
int widthOf(Level level, Code code, Code parent) {
    if (parent.valid() && code.startsWith(parent) && code.digits() > parent.digits()) {
        return code.digits() - parent.digits();
    }
    return level == Level::county ? 2 : 3;
}

int lastDigits(Code code, int width) {
    int sequence = 0;
    const std::string text = code.text();
    for (const char c : text.substr(text.size() - std::size_t(std::min<int>(width, int(text.size()))))) {
        sequence = sequence * 10 + (c - '0');
    }
    return sequence;
}

}  // namespace

Refused Work::giveCodes() {
    constexpr int kMostDigits = 18, kMostWidth = 6;
    Codes codes(sheet.ground());
    const auto assign = [&](Id id, Code like, Code likeParent, Code parent) {
        const Level level = std::as_const(sheet)[id].level;
        const int width = std::min(widthOf(level, like, likeParent), kMostWidth);
        const Code prefix = parent.valid() ? parent : like.prefix(like.digits() - width);
        if (!prefix.valid() || prefix.digits() + width > kMostDigits) return false;
        const auto code = codes.next(level, prefix, width, lastDigits(like, width));
        if (!code) return false;
        sheet[id].code = *code;
        codes.give(level, *code);
        return true;
    };
    const Sheet& seen = sheet;  // shapes are not asked for
    // A unit that comes back has its code again.
    for (Id id = 0; id < sheet.size(); ++id) {
        if (seen[id].ref || !seen[id].code.valid()) continue;
        if (sheet.ground().snapshot.findUnit(seen[id].level, seen[id].code).valid()) {
            return refuse(Reason::noFreeCode, "another unit has the code by now", {seen[id].like}, {});
        }
        codes.give(seen[id].level, seen[id].code);
    }
    const auto codeOf = [&](Id id) { return id == kNone ? Code() : seen[id].code; };
    const auto before = [&](Id id) { return id == kNone ? Code() : seen[id].codeBefore; };
    for (const Level level : model::kLevels) {
        for (Id id = 0; id < sheet.size(); ++id) {
            if (seen[id].level != level || seen[id].gone) continue;
            const Id parent = seen[id].parent, was = seen[id].parentBefore;
            if (!seen[id].ref && seen[id].code.valid()) continue;
            if (!seen[id].ref) {
                const Draft& like = seen[seen[id].like];
                if (assign(id, like.codeBefore, before(like.parentBefore), codeOf(parent))) continue;
                return refuse(Reason::noFreeCode, "there is no free code for a new unit", {sheet[id].like, parent},
                              placeIn(sheet[id].shape));
            }
            if (options().codes == CodePolicy::keep || was == kNone) continue;
            const Code own = seen[id].codeBefore;
            if (!own.startsWith(before(was)) || codeOf(parent) == before(was)) continue;
            if (parent == was) {
                // The unit above has a new code: the same sequence under it.
                const auto code = Code::parse(codeOf(parent).text() + own.text().substr(before(was).text().size()));
                if (code && codes.free(level, *code)) {
                    sheet[id].code = *code;
                    codes.give(level, *code);
                } else if (!assign(id, own, before(was), codeOf(parent))) {
                    return refuse(Reason::noFreeCode, "there is no free code under the new one above", {id}, {});
                }
            } else if (!assign(id, own, before(was), codeOf(parent))) {
                return refuse(Reason::noFreeCode, "there is no free code under the new unit above", {id, parent}, {});
            }
            (void)sheet.children(id);  // so that they come on the sheet and follow
        }
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
