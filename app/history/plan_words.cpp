// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/plan_words.h"

#include "app/models/terms.h"
#include "base/error.h"
#include "base/json.h"
#include "base/overloaded.h"
#include "edit/command_json.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>
#include <variant>

namespace xiangtu::app {

namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

/// The units an operation names.
std::vector<borders::UnitName> unitsOf(const borders::Operation& operation) {
    using namespace borders;
    return std::visit(base::Overloaded{[](const Split& o) { return std::vector{o.unit}; },
                                       [](const Reshape& o) { return std::vector{o.unit}; },
                                       [](const SnapToParent& o) { return std::vector{o.parent}; },
                                       [](const GivePiece& o) {
                                           return std::vector{UnitName{o.level, o.from}, UnitName{o.level, o.to}};
                                       },
                                       [](const GiveArea& o) {
                                           return std::vector{UnitName{o.level, o.from}, UnitName{o.level, o.to}};
                                       },
                                       [](const Merge& o) {
                                           std::vector<UnitName> units;
                                           for (const model::Code code : o.units) units.push_back({o.level, code});
                                           return units;
                                       },
                                       [](const auto&) { return std::vector<UnitName>(); }},
                      operation);
}

QString nameOf(const borders::UnitName& unit, const model::Snapshot& snapshot) {
    const model::UnitRef ref = snapshot.findUnit(unit.level, unit.code);
    return ref.valid() ? fromUtf8(snapshot.unit(ref).name) : fromUtf8(unit.code.text());
}

QString bordersText(const borders::Operation& operation, const model::Snapshot& snapshot) {
    QStringList names;
    for (const borders::UnitName& unit : unitsOf(operation)) names << nameOf(unit, snapshot);
    const QString first = names.value(0), second = names.value(1);
    using namespace borders;
    return std::visit(
        base::Overloaded{
            [&](const Split&) { return PlanWords::tr("Split %1").arg(first); },
            [&](const Merge&) { return PlanWords::tr("Merge %1").arg(names.join(PlanWords::tr(", "))); },
            [&](const Reshape&) { return PlanWords::tr("Draw the border of %1 anew").arg(first); },
            [&](const SnapToParent&) { return PlanWords::tr("Fit the units below %1 into it").arg(first); },
            [&](const GivePiece&) { return PlanWords::tr("Hand land of %1 to %2").arg(first, second); },
            [&](const GiveArea&) { return PlanWords::tr("Hand land of %1 to %2").arg(first, second); },
            [](const auto&) { return PlanWords::tr("Change corners of a border"); }},
        operation);
}

}  // namespace

PlanModel::Line planLine(const store::PlannedEdit& planned, const model::Snapshot& snapshot) {
    PlanModel::Line line;
    line.plan = planned.id;
    line.day = fromUtf8(planned.day.iso());
    line.state = fromUtf8(planned.state);
    line.author = fromUtf8(planned.author);
    line.open = planned.state == "planned" || planned.state == "conflict";
    std::optional<edit::PlannedCommand> command;
    try {
        command = edit::plannedFromJson(base::parseJson(planned.command, "plan"), "plan");
    } catch (const base::Error& e) {
        line.what = PlanWords::tr("A plan that cannot be read");
        line.note = QString::fromUtf8(e.what());
    }
    std::vector<borders::UnitName> units;
    if (command) {
        if (const auto* rename = std::get_if<edit::RenameUnit>(&*command)) {
            line.what = PlanWords::tr("Rename %1 to %2").arg(nameOf(rename->unit, snapshot), fromUtf8(rename->name));
            line.reason = fromUtf8(rename->reason);
            units = {rename->unit};
        } else if (const auto* borders = std::get_if<edit::EditBorders>(&*command)) {
            line.what = bordersText(borders->request.operation, snapshot);
            line.reason = fromUtf8(borders->reason);
            units = unitsOf(borders->request.operation);
        }
    }
    for (const borders::UnitName& unit : units) {
        if (!line.unit.isEmpty() || !snapshot.findUnit(unit.level, unit.code).valid()) continue;
        line.unit = fromUtf8(unit.code.text());
    }
    if (planned.state == "conflict") {
        line.why = units.empty() || !line.unit.isEmpty()
                       ? PlanWords::tr("The county has changed since: the plan no longer fits.")
                       : PlanWords::tr("The unit is no longer there.");
        if (line.note.isEmpty()) line.note = fromUtf8(planned.note);
    }
    return line;
}

}  // namespace xiangtu::app
