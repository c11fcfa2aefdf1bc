// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/border_work.h"
#include "edit/plan_parts.h"
#include "model/field_rules.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace xiangtu::edit {

namespace {

using borders::Descent;
using model::Fields;
using model::LandPolicy;
using model::Record;
using model::RegisterDef;
using model::Value;

double amountOf(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return double(*whole);
    const auto* number = std::get_if<double>(&value);
    return number ? *number : 0;
}

/// In steps a person would write: whole, fen, a tenth of a thousandth.
Value amount(model::FieldType type, double value) {
    if (model::isWhole(type)) return std::int64_t(std::llround(value));
    const double step = type == model::FieldType::money ? 100 : 10000;
    return std::round(value * step) / step;
}

/// What becomes of the records of one register.
class Dividing {
public:
    Dividing(const BorderWork& work, const model::RegisterTable& table, ChangeSet& set, std::vector<Resettled>& review,
             RecordIds& done)
        : m_work(work), m_table(table), m_def(table.def), m_set(set), m_review(review), m_done(done) {
        for (const model::FieldDef& field : m_def.fields) {
            m_split.push_back(work.policy(m_def.id + "." + field.name, field.onSplit));
            m_merge.push_back(work.policy(m_def.id + "." + field.name, field.onMerge));
        }
    }

    void run() {
        const auto any = [](const auto& policies) {
            return std::ranges::any_of(policies, [](const auto& policy) { return policy.has_value(); });
        };
        const bool splits = any(m_split), merges = any(m_merge);
        if (!splits && !merges) return;
        if (m_work.context.nextRecord) m_next = m_work.context.nextRecord(m_def.id);
        std::map<model::UnitRef, std::vector<std::size_t>> parts;  // of a cut unit: the new ones
        std::map<model::UnitRef, std::size_t> into;                // of joined units, the one that stays among them
        for (const Descent& descent : m_work.proposal.lineage) {
            const std::size_t from = m_work.before(descent.level, descent.from);
            const std::size_t to = m_work.after(descent.level, descent.to);
            if (from == BorderWork::kNone || to == BorderWork::kNone) continue;
            const auto &was = m_work.proposal.units[from].ref, &is = m_work.proposal.units[to].ref;
            if (splits && descent.kind == Descent::Kind::split) parts[*was].push_back(to);
            if (merges && descent.kind == Descent::Kind::merge && is) into[*was] = into[*is] = to;
        }
        std::map<std::pair<std::size_t, std::vector<Value>>, std::vector<const Record*>> joined;
        for (const auto& record : m_table.records) {
            if (const auto cut = parts.find(record->unit); cut != parts.end()) divide(*record, cut->second);
            if (const auto to = into.find(record->unit); to != into.end()) {
                joined[{to->second, identity(*record)}].push_back(record.get());
            }
        }
        for (auto& [where, records] : joined) join(where.first, records);
    }

private:
    /// The fields that tell records apart.
    [[nodiscard]] std::vector<Value> identity(const Record& record) const {
        std::vector<Value> out;
        for (std::size_t i = 0; i < m_def.fields.size(); ++i) {
            if (!m_merge[i] && m_def.fields[i].formula.empty()) out.push_back(record.values[i]);
        }
        return out;
    }

    void end(const Record& record) {
        m_set.changes.push_back({m_def.tableName(), record.id, Fields{{"valid_to", isoOrNull(record.to)}},
                                 Fields{{"valid_to", m_work.day.iso()}}});
        m_done.emplace(m_def.id, record.id);
    }
    /// `like` gives the end of its validity and where it stood; `asked`: fields a person has to look at.
    void add(std::size_t unit, const Record& like, const std::vector<Value>& values, const std::string& asked) {
        Fields row{
            {"unit_id", m_work.ids[unit].value}, {"valid_from", m_work.day.iso()}, {"valid_to", isoOrNull(like.to)}};
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (m_def.fields[i].formula.empty() && !model::isNull(values[i]))
                row.emplace_back(m_def.fields[i].name, values[i]);
        }
        const auto& change = m_work.proposal.units[unit];
        m_review.push_back({Resettled::What::record, m_def.id, m_next, asked, change.level,
                            m_work.snapshot.unit(like.unit).code, change.codeAfter, std::nullopt, asked.empty()});
        m_set.changes.push_back({m_def.tableName(), m_next++, std::nullopt, std::move(row)});
    }
    static void ask(std::string& asked, const model::FieldDef& field) {
        asked.append(asked.empty() ? "" : ", ").append(field.name);
    }

    /// How much of a cut unit's amount goes to a part; nothing when that cannot be told.
    [[nodiscard]] std::optional<double> shareOf(std::size_t part, std::size_t mother, LandPolicy policy) const {
        const auto& units = m_work.proposal.units;
        const double all =
            policy == LandPolicy::area ? units[mother].areaBefore : m_work.snapshot.unit(*units[mother].ref).households;
        if (all <= 0) return std::nullopt;
        return std::clamp((policy == LandPolicy::area ? units[part].areaAfter : m_work.households[part]) / all, 0., 1.);
    }

    void divide(const Record& record, const std::vector<std::size_t>& parts) {
        const std::size_t mother = m_work.motherOf(parts.front());
        std::vector<std::vector<Value>> values(parts.size() + 1, record.values.all());  // the last is the mother's
        std::vector<std::string> asked(parts.size() + 1);
        for (std::size_t i = 0; i < m_def.fields.size(); ++i) {
            const model::FieldDef& field = m_def.fields[i];
            const LandPolicy policy = m_split[i].value_or(LandPolicy::keep);
            if (policy == LandPolicy::keep || model::isNull(record.values[i])) continue;
            if (policy == LandPolicy::ask || !share(i, field, policy, parts, mother, values)) {
                for (std::size_t p = 0; p < parts.size(); ++p) {
                    values[p][i] = field.required ? record.values[i] : Value();
                    ask(asked[p], field);
                }
                ask(asked.back(), field);
            }
        }
        end(record);
        for (std::size_t p = 0; p < parts.size(); ++p) add(parts[p], record, values[p], asked[p]);
        add(mother, record, values.back(), asked.back());
    }

    /// Shares one amount so that it adds up; false when a share could not stand in the field.
    bool share(std::size_t i, const model::FieldDef& field, LandPolicy policy, const std::vector<std::size_t>& parts,
               std::size_t mother, std::vector<std::vector<Value>>& values) const {
        double rest = amountOf(values.back()[i]);
        const double all = rest;
        std::vector<Value> shares;
        for (const std::size_t part : parts) {
            const auto share = shareOf(part, mother, policy);
            if (!share) return false;
            shares.push_back(amount(field.type, all * *share));
            rest -= amountOf(shares.back());
        }
        shares.push_back(amount(field.type, rest));
        for (const Value& value : shares) {
            if (!model::reasonAgainst(field, value).empty()) return false;
        }
        for (std::size_t p = 0; p < shares.size(); ++p) values[p][i] = shares[p];
        return true;
    }

    /// Records that are the same but for what adds up. Two of one unit are two things and stay so.
    void join(std::size_t into, std::vector<const Record*>& records) {
        std::set<model::UnitRef> units;
        for (const Record* record : records) units.insert(record->unit);
        if (records.size() < 2 || units.size() < records.size()) return;
        const model::UnitRef stays = *m_work.proposal.units[into].ref;
        std::ranges::stable_partition(records, [&](const Record* record) { return record->unit == stays; });
        std::vector<Value> values = records.front()->values.all();
        std::string asked;
        for (std::size_t i = 0; i < m_def.fields.size(); ++i) {
            if (m_merge[i]) mergeField(i, records, values[i], asked);
        }
        for (const Record* record : records) end(*record);
        // Of those that went, so that the review says where from.
        const auto longest = std::ranges::max_element(records.begin() + 1, records.end(), {},
                                                      [](const Record* record) { return record->to; });
        add(into, **longest, values, asked);
    }

    void mergeField(std::size_t i, const std::vector<const Record*>& records, Value& value, std::string& asked) const {
        const model::FieldDef& field = m_def.fields[i];
        bool differ = false;
        double sum = 0;
        Value first;
        for (const Record* record : records) {
            const Value one = record->values[i];
            if (model::isNull(one)) continue;
            if (model::isNull(first)) first = one;
            differ = differ || one != first;
            sum += amountOf(one);
        }
        value = first;
        if (*m_merge[i] == LandPolicy::keep || model::isNull(first)) return;
        const Value total = amount(field.type, sum);
        if (*m_merge[i] == LandPolicy::sum && model::reasonAgainst(field, total).empty())
            value = total;
        else if (differ || *m_merge[i] == LandPolicy::sum)
            ask(asked, field);
    }

    const BorderWork& m_work;
    const model::RegisterTable& m_table;
    const RegisterDef& m_def;
    ChangeSet& m_set;
    std::vector<Resettled>& m_review;
    RecordIds& m_done;
    std::vector<std::optional<LandPolicy>> m_split, m_merge;
    std::int64_t m_next = 1;
};

}  // namespace

RecordIds divideRecords(const BorderWork& work, ChangeSet& set, std::vector<Resettled>& review) {
    RecordIds done;
    for (const auto& table : work.snapshot.registers) {
        if (table->def.anchor != model::Anchor::unit || !table->def.lifecycle.empty()) continue;
        Dividing(work, *table, set, review, done).run();
    }
    return done;
}

}  // namespace xiangtu::edit
