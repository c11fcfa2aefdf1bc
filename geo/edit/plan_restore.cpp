// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/border_plan.h"
#include "edit/plan_parts.h"
#include "edit/unit_rows.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace xiangtu::edit {

namespace {

using model::Level;
using model::UnitId;
using model::UnitRef;

/// A unit to be brought back, and how it was.
struct Target {
    UnitRef ref;  ///< not valid() = it is no more
    UnitId id;
    base::Date asOf{};
    UnitNow::State was;
};

class Restoring {
public:
    Restoring(const model::Snapshot& snapshot, const RestoreUnit& command, const PlanContext& context)
        : m_snapshot(snapshot), m_command(command), m_context(context) {
        if (m_context.units) return;
        m_own = std::make_unique<index::UnitIndex>(snapshot);
        m_context.units = m_own.get();
    }

    base::Result<BorderPlan, Refusal> run() {
        if (auto refusal = find()) return *refusal;
        BorderPlan plan;
        const bool landMoved =
            !m_target.ref.valid() ||
            m_target.was.shape != m_snapshot.table(m_target.ref.level).shapes.feature(m_target.ref.row);
        bool named = false;
        if (landMoved && !m_target.was.shape.empty()) {
            auto land = planBorders(m_snapshot, landCommand(), m_context);
            const bool same = !land && land.error().border &&
                              land.error().border->reason == borders::Reason::nothingToDo && m_target.ref.valid();
            if (!land && !same) return land.error();
            named = land.ok();
            if (land) plan = std::move(land).value();
        }
        plan.set.title = "restore_unit";
        plan.set.author = m_context.author;
        plan.set.at = m_context.at;
        plan.set.reason = m_command.reason;
        if (!named) {
            UnitRows rows(m_snapshot, m_context, m_context.today);
            rows.change(m_target.ref, {.name = m_target.was.unit.name});
            if (auto refusal = rows.refusal()) return *refusal;
            plan.set.changes = rows.changes();
        }
        addClasses(plan.set);
        if (!plan.set.changes.empty()) return plan;
        return refuse(RefusalReason::nothingToDo,
                      "unit " + m_command.unit.code.text() + " is as it was on " + m_target.asOf.iso());
    }

private:
    [[nodiscard]] Refusal refuse(RefusalReason reason, std::string detail) const {
        return {reason, std::move(detail), {m_command.unit.code}, placeOf(m_snapshot, m_target.ref)};
    }

    std::optional<Refusal> find() {
        const borders::UnitName& name = m_command.unit;
        m_target.ref = m_snapshot.findUnit(name.level, name.code);
        if (m_target.ref.valid()) {
            m_target.id = m_snapshot.unit(m_target.ref).id;
        } else {
            const auto former = m_context.unitOfCode ? m_context.unitOfCode(name.level, name.code) : std::nullopt;
            if (!former) return noSuchUnit(name);
            m_target.id = *former;
        }
        const auto today = unitDay(m_snapshot, "", m_context);
        if (const auto* refusal = std::get_if<Refusal>(&today)) return *refusal;
        const auto asOf = base::Date::parse(m_command.asOf);
        if (!asOf || *asOf > m_context.today) {
            return refuse(RefusalReason::badDate,
                          "\"" + m_command.asOf + "\" is not a day gone by in the form YYYY-MM-DD");
        }
        m_target.asOf = *asOf;
        auto was = m_context.unitOn ? m_context.unitOn(m_target.id, *asOf) : std::nullopt;
        if (!was || was->level != name.level) {
            return refuse(RefusalReason::badDate, "unit " + name.code.text() + " was not there on " + asOf->iso());
        }
        m_target.was = std::move(*was);
        if (!m_target.ref.valid() && m_target.was.shape.empty()) {
            return refuse(RefusalReason::border, "unit " + name.code.text() + " had no border to be restored");
        }
        return std::nullopt;
    }

    /// The old border, how those around it were, and who may have the land it lost: who took it, and where only
    /// vertices moved whoever has got no land since.
    [[nodiscard]] EditBorders landCommand() const {
        borders::RestoreLand op{m_command.unit, geom::toGeo(m_target.was.shape), {}, {}};
        geom::GridBox box;
        for (const geom::Polygon& part : m_target.was.shape) {
            for (const geom::GridPoint p : part.outer) box.extend(p);
        }
        const auto& table = m_snapshot.table(m_command.unit.level);
        if (m_target.ref.valid()) box.extend(table.shapes.box(m_target.ref.row));
        for (const std::uint32_t row : m_context.units->unitsIn(m_command.unit.level, box)) {
            const model::Unit& other = table.units[row];
            if (other.id == m_target.id) continue;
            if (const auto then = m_context.unitOn(other.id, m_target.asOf)) {
                op.others.push_back({other.code, geom::toGeo(then->shape)});
            }
            if (mayHave(other.id)) op.takers.push_back(other.code);
        }
        borders::Options options;
        options.parents = borders::ParentPolicy::follow;
        options.parts = borders::PartsPolicy::allow;
        return {{std::move(op), options}, {m_target.was.unit.name}, m_command.reason, {}};
    }

    [[nodiscard]] bool mayHave(UnitId other) const {
        bool took = false, gotElsewhere = false;
        for (const Kin& kin : m_context.kin ? m_context.kin(other) : std::vector<Kin>()) {
            if (kin.to != other || kin.day <= m_target.asOf) continue;
            (kin.from == m_target.id ? took : gotElsewhere) = true;
        }
        return took || !gotElsewhere;
    }

    /// The row of a unit made anew, else its own.
    [[nodiscard]] UnitId rowOf(const ChangeSet& set) const {
        if (m_target.ref.valid()) return m_target.id;
        for (const Change& change : set.changes) {
            if (change.table == "unit" && !change.before &&
                model::field(*change.after, "code") == model::Value(m_command.unit.code.text()) &&
                model::field(*change.after, "level") == model::Value(std::int64_t(indexOf(m_command.unit.level)))) {
                return {change.id};
            }
        }
        return {};
    }

    /// The class the unit has in a scheme before its classes are restored; empty = none.
    [[nodiscard]] std::string classNow(std::size_t scheme, const ChangeSet& set, UnitId row) const {
        const auto& classes = (*m_snapshot.schemes)[scheme];
        if (m_target.ref.valid()) {
            const std::uint8_t now = m_snapshot.classOf(scheme, m_target.ref);
            return now == model::ClassColumn::kUnset ? "" : classes.classes[now].code;
        }
        for (const Change& change : set.changes) {  // a unit cut out has those of the one it was cut out of
            if (change.table != "unit_class" || !change.after) continue;
            if (model::field(*change.after, "unit_id") != model::Value(row.value) ||
                model::field(*change.after, "scheme_id") != model::Value(classes.id.value))
                continue;
            return std::get<std::string>(model::field(*change.after, "class_code"));
        }
        return "";
    }

    void addClasses(ChangeSet& set) const {
        const UnitId row = rowOf(set);
        std::int64_t id = m_context.nextClassRecord + std::ranges::count(set.changes, "unit_class", &Change::table);
        const std::string reason = isBlank(m_command.reason) ? "as it was on " + m_target.asOf.iso() : m_command.reason;
        const auto then =
            m_context.classesOn ? m_context.classesOn(m_target.id, m_target.asOf) : std::vector<ClassNow>();
        for (const ClassNow& past : then) {
            const auto scheme = std::ranges::find(*m_snapshot.schemes, past.scheme, &model::Scheme::id);
            if (scheme == m_snapshot.schemes->end()) continue;
            if (classNow(std::size_t(scheme - m_snapshot.schemes->begin()), set, row) == past.classCode) continue;
            set.changes.push_back(
                {"unit_class", id++, std::nullopt,
                 model::Fields{{"unit_id", row.value},
                               {"scheme_id", scheme->id.value},
                               {"class_code", past.classCode.empty() ? model::Value() : model::Value(past.classCode)},
                               {"valid_from", m_context.today.iso()},
                               {"reason", reason},
                               {"author", m_context.author},
                               {"at", m_context.at},
                               {"photo", model::Value()}}});
        }
    }

    const model::Snapshot& m_snapshot;
    const RestoreUnit& m_command;
    PlanContext m_context;
    std::unique_ptr<index::UnitIndex> m_own;
    Target m_target;
};

}  // namespace

base::Result<BorderPlan, Refusal> planRestore(const model::Snapshot& snapshot, const RestoreUnit& command,
                                              const PlanContext& context) {
    return Restoring(snapshot, command, context).run();
}

}  // namespace xiangtu::edit
