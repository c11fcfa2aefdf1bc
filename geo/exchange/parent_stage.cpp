// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/parent_stage.h"

#include "base/parallel.h"
#include "exchange/overlay.h"
#include "geom/contains.h"
#include "geom/measure.h"

#include <algorithm>
#include <set>
#include <utility>

namespace xiangtu::exchange {

namespace {

using model::Code;
using model::Level;
using model::UnitRef;

/// A unit that holds less of the record than this is a neighbour, not a parent.
constexpr double kLeastShare = 0.1;

geom::GridBox boxOf(const geom::MultiPolygon& shape) {
    geom::GridBox box;
    for (const auto& part : shape) box.extend(geom::boxOf(part.outer));
    return box;
}

std::string described(const model::Snapshot& file, UnitRef ref) {
    const model::Unit& unit = file.unit(ref);
    return unit.code.text() + (unit.name.empty() ? "" : " " + unit.name);
}

}  // namespace

ParentFinder::ParentFinder(const model::Snapshot& file, Level childLevel) : m_file(file), m_index(file) {
    std::set<std::string> ambiguous;
    for (std::size_t l = model::indexOf(childLevel); l-- > 0;) {
        const model::LevelTable& table = file.table(model::kLevels[l]);
        if (table.units.empty()) continue;
        std::set<int, std::greater<>> lengths;
        for (std::uint32_t row = 0; row < table.units.size(); ++row) {
            lengths.insert(table.units[row].code.digits());
            const auto [at, isNew] = m_byName.emplace(table.units[row].name, UnitRef{table.level, row});
            if (!isNew) ambiguous.insert(at->first);
        }
        m_levels.push_back(table.level);
        m_codeLengths.emplace_back(lengths.begin(), lengths.end());
    }
    ambiguous.insert("");
    for (const std::string& name : ambiguous) m_byName.erase(name);
}

UnitRef ParentFinder::byText(const std::string& text) const {
    if (text.empty()) return {};
    for (const Level level : m_levels) {
        if (const auto code = readCode(text, level).code) {
            if (const UnitRef found = m_file.findUnit(level, *code); found.valid()) return found;
        }
    }
    const auto named = m_byName.find(text);
    return named == m_byName.end() ? UnitRef{} : named->second;
}

UnitRef ParentFinder::byCode(Level level, Code code) const {
    const auto at = std::size_t(std::ranges::find(m_levels, level) - m_levels.begin());
    for (const int length : m_codeLengths[at]) {
        if (length >= code.digits()) continue;
        if (const UnitRef found = m_file.findUnit(level, code.prefix(length)); found.valid()) return found;
    }
    return {};
}

bool ParentFinder::hasShape(UnitRef unit) const { return m_file.table(unit.level).shapes.hasShape(unit.row); }

double ParentFinder::shareInside(UnitRef unit, const Draft& draft) const {
    if (!unit.valid() || !hasShape(unit)) return 0;
    const geom::MultiPolygon outline = m_file.table(unit.level).shapes.feature(unit.row);
    if (draft.unit.shape.empty()) return draft.inside && geom::contains(outline, *draft.inside) ? 1 : 0;
    const double whole = double(geom::twiceArea(draft.unit.shape));
    return whole > 0 ? double(geom::twiceArea(commonPart(draft.unit.shape, outline))) / whole : 0;
}

UnitRef ParentFinder::byPlace(Level level, const Draft& draft) const {
    if (!draft.inside) return {};
    const auto around = m_index.unitAt(level, *draft.inside);
    if (around) {
        // Overlays are dear; when no other unit's box is near, or nearly all corners lie in this one, it is this one.
        if (draft.unit.shape.empty()) return *around;
        const model::LevelTable& table = m_file.table(level);
        std::size_t corners = 0, within = 0;
        for (const auto& part : draft.unit.shape) {
            for (const geom::GridPoint p : part.outer) {
                ++corners;
                within += geom::contains(table.shapes, around->row, p);
            }
        }
        if (within * 10 >= corners * 6) return *around;
    }
    UnitRef best;
    double bestShare = kLeastShare;
    for (const std::uint32_t row : m_index.unitsIn(
             level, draft.unit.shape.empty() ? geom::GridBox{*draft.inside, *draft.inside} : boxOf(draft.unit.shape))) {
        const double share = shareInside({level, row}, draft);
        if (share > bestShare) {
            bestShare = share;
            best = {level, row};
        }
    }
    if (!best.valid() && around) return *around;
    return best;
}

ParentAnswer ParentFinder::find(const Draft& draft) const {
    ParentAnswer answer;
    answer.told = byText(draft.parentText);
    if (answer.told.valid()) return answer;
    for (const Level level : m_levels) {
        answer.coded = draft.unit.code.valid() ? byCode(level, draft.unit.code) : UnitRef{};
        if (!answer.coded.valid()) {
            answer.placed = byPlace(level, draft);
            if (answer.placed.valid()) return answer;
            continue;
        }
        if (!draft.inside || !hasShape(answer.coded)) return answer;
        const double share = geom::contains(m_file.table(level).shapes, answer.coded.row, *draft.inside)
                                 ? 1
                                 : shareInside(answer.coded, draft);
        answer.confirmed = share >= 0.5;
        if (answer.confirmed) return answer;
        const UnitRef placed = byPlace(level, draft);
        if (placed.valid() && placed != answer.coded && shareInside(placed, draft) > share) answer.placed = placed;
        return answer;
    }
    return answer;
}

namespace {

/// Which of two differing answers counts, for the layer as a whole.
enum class Trust { code, place };

struct CodeTrust {
    std::int64_t confirmed = 0, contradicted = 0;
    [[nodiscard]] Trust verdict() const noexcept { return confirmed >= contradicted ? Trust::code : Trust::place; }
};

CodeTrust weigh(const std::vector<ParentAnswer>& answers) {
    CodeTrust trust;
    for (const ParentAnswer& a : answers) {
        trust.confirmed += a.confirmed;
        trust.contradicted += a.coded.valid() && a.placed.valid();
    }
    return trust;
}

class Settler {
public:
    Settler(const model::Snapshot& file, const ParentFinder& finder, CodeTrust trust, ImportReport& report)
        : m_file(file), m_finder(finder), m_trust(trust), m_report(report) {}

    void settle(const ParentAnswer& answer, Draft& draft) {
        if (answer.told.valid()) {
            ++m_report.parents.byField;
            draft.parent = answer.told;
        } else if (answer.coded.valid() && (!answer.placed.valid() || m_trust.verdict() == Trust::code)) {
            ++m_report.parents.byCode;
            draft.parent = answer.coded;
        } else if (answer.placed.valid()) {
            ++m_report.parents.byPlace;
            draft.parent = answer.placed;
        } else {
            ++m_report.parents.none;
            return;
        }
        draft.unit.parent = m_file.unit(draft.parent).code;
        if (answer.coded.valid() && answer.placed.valid()) tellMismatch(answer, draft);
        if (!draft.parentText.empty() && !answer.told.valid()) {
            draft.find(Rule::parentSkipped, Severity::warning, Outcome::kept,
                       "its parent \"" + draft.parentText + "\" is not in the file; put under " +
                           described(m_file, draft.parent));
        } else if (draft.parent.level != m_finder.levels().front() &&
                   m_finder.levels().front() != Level::naturalVillage) {
            draft.find(Rule::parentSkipped, Severity::warning, Outcome::kept,
                       "no " + std::string(levelName(m_finder.levels().front())) + " holds it; put straight under " +
                           std::string(levelName(draft.parent.level)) + " " + described(m_file, draft.parent));
        }
    }

private:
    void tellMismatch(const ParentAnswer& answer, Draft& draft) const {
        const bool byCode = draft.parent == answer.coded;
        draft.find(Rule::codePrefixMismatch, Severity::warning, Outcome::kept,
                   "its code " + draft.unit.code.text() + " points to " + described(m_file, answer.coded) +
                       ", but it lies in " + described(m_file, answer.placed) + "; put under " +
                       described(m_file, draft.parent) + " (" + (byCode ? "" : "only ") +
                       std::to_string(m_trust.confirmed) + " of " +
                       std::to_string(m_trust.confirmed + m_trust.contradicted) + " such codes lie where they say)");
    }

    const model::Snapshot& m_file;
    const ParentFinder& m_finder;
    CodeTrust m_trust;
    ImportReport& m_report;
};

}  // namespace

void findParents(const model::Snapshot& file, Level level, std::vector<Draft>& drafts, ImportReport& report,
                 const base::Progress& progress) {
    const ParentFinder finder(file, level);
    std::vector<ParentAnswer> answers(drafts.size());
    base::parallelFor(drafts.size(), 32, [&](std::size_t begin, std::size_t end) {
        progress.check();
        for (std::size_t i = begin; i < end; ++i) {
            if (!drafts[i].rejected) answers[i] = finder.find(drafts[i]);
        }
    });
    Settler settler(file, finder, weigh(answers), report);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (!drafts[i].rejected) settler.settle(answers[i], drafts[i]);
    }
}

}  // namespace xiangtu::exchange
