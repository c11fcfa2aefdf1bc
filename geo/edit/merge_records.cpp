// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/merge.h"
#include "geom/wkt.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace xiangtu::edit {

namespace {

using model::Fields;
using model::NewRecord;
using model::Record;
using model::RegisterTable;
using model::Value;

constexpr std::string_view kUnitKey = "unit";

/// What records of a register are known again by.
class Keys {
public:
    Keys(const model::Snapshot& snapshot, const RegisterTable& table, std::string key)
        : m_snapshot(snapshot), m_key(std::move(key)) {
        m_field = table.def.fieldAt(m_key);
        for (const auto& record : table.records) {
            const std::string text = of(*record);
            if (!text.empty()) m_records[text].push_back(record.get());
        }
    }
    [[nodiscard]] bool known() const { return m_field || m_key == kUnitKey; }
    [[nodiscard]] std::string of(const Record& record) const {
        if (m_key == kUnitKey) return record.unit.valid() ? m_snapshot.unit(record.unit).code.text() : std::string();
        return m_field ? model::toText(record.values[*m_field]) : std::string();
    }
    [[nodiscard]] std::string of(const NewRecord& record) const {
        if (m_key == kUnitKey) return record.unit.valid() ? record.unit.text() : std::string();
        return model::toText(model::field(record.values, m_key));
    }
    /// Records of the file with that key.
    [[nodiscard]] const std::vector<const Record*>& find(const std::string& key) const {
        static const std::vector<const Record*> none;
        const auto at = m_records.find(key);
        return at == m_records.end() ? none : at->second;
    }

private:
    const model::Snapshot& m_snapshot;
    std::string m_key;
    std::optional<std::size_t> m_field;
    std::unordered_map<std::string, std::vector<const Record*>> m_records;
};

std::string labelOf(const model::RegisterDef& def, const Record& record) {
    const auto field = def.fieldAt(def.labelField);
    return field ? model::toText(record.values[*field]) : std::string();
}

bool sameValue(const Value& a, const Value& b) { return a == b || model::toText(a) == model::toText(b); }

Value unitId(const model::Snapshot& snapshot, model::UnitRef ref) {
    if (!ref.valid()) return {};
    return snapshot.unit(ref).id.value;
}

/// The columns in which a record of the file is to become as the source has it.
Change differenceOf(const model::Snapshot& snapshot, const model::RegisterDef& def, const Record& record,
                    const NewRecord& incoming) {
    Change change{def.tableName(), record.id, Fields{}, Fields{}};
    const auto differ = [&](const std::string& column, Value before, Value after) {
        change.before->emplace_back(column, std::move(before));
        change.after->emplace_back(column, std::move(after));
    };
    for (const auto& [name, value] : incoming.values) {
        const auto at = def.fieldAt(name);
        if (at && !sameValue(record.values[*at], value)) differ(name, record.values[*at], value);
    }
    const model::UnitRef unit =
        incoming.unit.valid() ? snapshot.findUnit(incoming.level, incoming.unit) : model::UnitRef();
    if (unit.valid() && unit != record.unit) {
        differ("unit_id", unitId(snapshot, record.unit), unitId(snapshot, unit));
    }
    if (model::hasShape(def.anchor) && !sameShape(record.shape, incoming.shape))
        differ("geom", geom::wkt(record.shape), geom::wkt(incoming.shape));
    return change;
}

}  // namespace

base::Result<Merge<NewRecord>, Refusal> mergeRecords(const model::Snapshot& snapshot, const std::string& registerId,
                                                     const std::string& key, std::vector<NewRecord> records,
                                                     const PlanContext& context) {
    const RegisterTable* table = snapshot.findRegister(registerId);
    if (!table)
        return Refusal{RefusalReason::unknownRegister, "there is no register \"" + registerId + "\"", {}, {}, {}};
    const Keys keys(snapshot, *table, key);
    if (!key.empty() && !keys.known()) {
        return Refusal{RefusalReason::unknownField,
                       "register " + registerId + ": there is no field \"" + key + "\" to know records again by",
                       {},
                       {},
                       key};
    }
    Merge<NewRecord> merge;
    merge.changed = {std::string(kImportTitle), context.author, context.at, {}, {}};
    std::set<std::string> seen;
    for (NewRecord& incoming : records) {
        const std::string text = key.empty() ? std::string() : keys.of(incoming);
        const auto& found = keys.find(text);
        const bool again = !text.empty() && !seen.insert(text).second;
        if (again || found.size() > 1) {
            merge.report.add(Fate::refused, {{},
                                             text,
                                             {},
                                             again ? "the source has this key before"
                                                   : std::to_string(found.size()) + " records of the file have it"});
            continue;
        }
        if (found.empty()) {
            merge.report.add(Fate::inserted, {{}, text, {}, {}});
            merge.coming.push_back(std::move(incoming));
            continue;
        }
        Change change = differenceOf(snapshot, table->def, *found.front(), incoming);
        std::string fields;
        for (const auto& [column, value] : *change.after) {
            merge.report.changed(column);
            fields += (fields.empty() ? "" : ", ") + column;
        }
        const bool same = change.after->empty();
        merge.report.add(same ? Fate::unchanged : Fate::updated,
                         {{}, text, labelOf(table->def, *found.front()), fields});
        if (!same) merge.changed.changes.push_back(std::move(change));
    }
    for (const auto& record : table->records) {
        const std::string text = key.empty() ? std::string() : keys.of(*record);
        if (!text.empty() && !seen.contains(text))
            merge.report.add(Fate::missing, {{}, text, labelOf(table->def, *record), {}});
    }
    return merge;
}

}  // namespace xiangtu::edit
