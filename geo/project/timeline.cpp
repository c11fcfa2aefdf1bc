// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace xiangtu::project {

namespace {

using What = Happening::What;

/// Standing lines of the log that changed the unit's own row, by the day from which they hold. Of several on
/// one day the newest is named.
std::map<std::string, const store::LogEntry*> linesByDay(const std::vector<store::LogEntry>& log, model::UnitId unit) {
    std::map<std::string, const store::LogEntry*> lines;
    for (const store::LogEntry& entry : log) {
        if (entry.undoneBy || entry.kind == store::LogEntry::Kind::undo) continue;
        for (const edit::Change& change : entry.set.changes) {
            if (change.table != "unit" || change.id != unit.value || !change.after) continue;
            for (const char* column : {"valid_from", "valid_to"}) {
                const auto* day = std::get_if<std::string>(&model::field(*change.after, column));
                if (day) lines.emplace(*day, &entry);
            }
        }
    }
    return lines;
}

class Writer {
public:
    Writer(std::vector<Happening>& out, std::map<std::string, const store::LogEntry*> lines)
        : m_out(out), m_lines(std::move(lines)) {}

    Happening& add(What what, base::Date day, std::string before, std::string after) {
        Happening& happening = m_out.emplace_back();
        happening.what = what;
        happening.day = day;
        happening.before = std::move(before);
        happening.after = std::move(after);
        if (const auto line = m_lines.find(day.iso()); line != m_lines.end()) {
            happening.reason = line->second->set.reason;
            happening.author = line->second->set.author;
            happening.at = line->second->set.at;
            happening.seq = line->second->seq;
        }
        return happening;
    }

private:
    std::vector<Happening>& m_out;
    std::map<std::string, const store::LogEntry*> m_lines;
};

void addStates(const std::vector<store::UnitState>& states, Writer& writer) {
    for (std::size_t i = 0; i < states.size(); ++i) {
        const store::UnitState& now = states[i];
        const model::Unit& unit = now.state.unit;
        if (i == 0) {
            writer.add(What::began, now.from, {}, unit.name).areaAfter = now.areaM2;
            continue;
        }
        const store::UnitState& was = states[i - 1];
        const model::Unit& old = was.state.unit;
        if (was.state.shape != now.state.shape) {
            Happening& border = writer.add(What::border, now.from, {}, {});
            border.areaBefore = was.areaM2;
            border.areaAfter = now.areaM2;
        }
        if (old.name != unit.name) writer.add(What::name, now.from, old.name, unit.name);
        if (old.code != unit.code) writer.add(What::code, now.from, old.code.text(), unit.code.text());
        if (was.state.parent != now.state.parent) writer.add(What::parent, now.from, was.parentCode, now.parentCode);
    }
    if (!states.empty() && !states.back().to.isOpen()) {
        writer.add(What::ended, states.back().to, states.back().state.unit.name, {}).areaBefore = states.back().areaM2;
    }
}

}  // namespace

std::string_view happeningName(What what) noexcept {
    static constexpr std::array<std::string_view, 8> kNames{"began", "ended",  "border", "name",
                                                            "code",  "parent", "class",  "lineage"};
    return kNames[std::size_t(what)];
}

std::vector<Happening> timeline(store::Reader& store, model::UnitId unit) {
    constexpr std::size_t kLines = 10'000;
    std::vector<Happening> out;
    const auto log = store.unitLog(unit, kLines);
    Writer writer(out, linesByDay(log, unit));
    addStates(store.unitStates(unit), writer);
    for (const store::ClassRecord& record : store.classHistory(unit)) {
        Happening happening;
        happening.what = What::unitClass;
        happening.day = base::Date::parse(record.from).value_or(base::Date{});
        happening.after = record.scheme + " " + (record.classCode.empty() ? "-" : record.classCode);
        happening.reason = record.reason;
        happening.author = record.author;
        happening.at = record.at;
        happening.photo = record.photo;
        out.push_back(std::move(happening));
    }
    for (const store::LineageRecord& record : store.lineage(unit)) {
        if (record.kind == "recode") continue;  // said by the states
        Happening happening;
        happening.what = What::lineage;
        happening.day = record.day;
        happening.kind = record.kind;
        happening.outgoing = record.from == unit;
        happening.after =
            happening.outgoing ? record.toCode + " " + record.toName : record.fromCode + " " + record.fromName;
        happening.areaAfter = record.areaM2;
        happening.author = record.author;
        happening.at = record.at;
        out.push_back(std::move(happening));
    }
    std::ranges::stable_sort(
        out, [](const Happening& a, const Happening& b) { return a.day != b.day ? a.day > b.day : a.at > b.at; });
    return out;
}

}  // namespace xiangtu::project
