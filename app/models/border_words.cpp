// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/border_words.h"

#include "app/models/figures.h"
#include "app/models/terms.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

/// What is less is written as no change.
constexpr double kSeenM2 = 0.5;

struct BorderWords {
    Q_DECLARE_TR_FUNCTIONS(BorderWords)
};

QString nameOf(const model::Snapshot& snapshot, model::Level level, model::Code code) {
    const model::UnitRef unit = snapshot.findUnit(level, code);
    return unit.valid() ? fromUtf8(snapshot.unit(unit).name) : fromUtf8(code.text());
}

/// The unit a new one was cut out of, by its code after.
std::optional<model::Code> motherOf(const borders::Proposal& proposal, const borders::UnitChange& change) {
    const auto found = std::ranges::find_if(proposal.lineage, [&](const borders::Descent& d) {
        return d.kind == borders::Descent::Kind::split && d.level == change.level && d.to == change.codeAfter;
    });
    return found == proposal.lineage.end() ? std::nullopt : std::optional(found->from);
}

QString whatHappens(const model::Snapshot& snapshot, const borders::UnitChange& change) {
    if (change.isNew()) return BorderWords::tr("new");
    if (change.isGone()) return BorderWords::tr("merged away");
    QStringList words;
    if (change.reparented() && change.parentAfter.code.valid())
        words << BorderWords::tr("goes to %1").arg(nameOf(snapshot, change.parentAfter.level, change.parentAfter.code));
    if (change.recoded()) words << BorderWords::tr("gets code %1").arg(fromUtf8(change.codeAfter.text()));
    if (change.reshaped && words.isEmpty()) words << BorderWords::tr("border changes");
    return words.join(QStringLiteral(" · "));
}

QString changeText(double squareMetres) {
    if (std::abs(squareMetres) < kSeenM2) return BorderWords::tr("no change");
    return (squareMetres > 0 ? QStringLiteral("+") : QStringLiteral("−")) + muText(std::abs(squareMetres));
}

QString reasonText(borders::Reason reason) {
    using borders::Reason;
    switch (reason) {
    case Reason::badInput: return BorderWords::tr("What was drawn cannot be used.");
    case Reason::unknownUnit: return BorderWords::tr("The unit has no border.");
    case Reason::nothingToDo: return BorderWords::tr("The borders would stay as they are.");
    case Reason::noVertex: return BorderWords::tr("No corner of a border is near.");
    case Reason::lineCrossesItself: return BorderWords::tr("The line crosses itself.");
    case Reason::doesNotCross: return BorderWords::tr("The line does not go through the unit.");
    case Reason::notNeighbours: return BorderWords::tr("The units have no border in common.");
    case Reason::crossesBorder: return BorderWords::tr("The corner would be dragged over another border.");
    case Reason::junction: return BorderWords::tr("Several borders meet at this corner: it cannot be taken out.");
    case Reason::leavesParent: return BorderWords::tr("The land would leave the unit above.");
    case Reason::outerBorder: return BorderWords::tr("The outermost border would have to move.");
    case Reason::wouldVanish: return BorderWords::tr("A unit would lose all its land.");
    case Reason::fallsIntoParts: return BorderWords::tr("A unit would fall into parts.");
    case Reason::sliver: return BorderWords::tr("A piece would be too small or too thin.");
    case Reason::dirty: return BorderWords::tr("Borders gap or overlap here; they must be mended first.");
    case Reason::noFreeCode: return BorderWords::tr("No code is left for the new unit.");
    case Reason::passedOn: return BorderWords::tr("Somebody else has the land by now.");
    case Reason::tooIntricate: return BorderWords::tr("The line is too intricate.");
    }
    return {};
}

}  // namespace

bool changesMuch(const borders::UnitChange& change) {
    return change.isNew() || change.isGone() || change.recoded() || change.reparented() ||
           std::abs(change.areaAfter - change.areaBefore) >= kSeenM2;
}

QVariantList touchedList(const model::Snapshot& snapshot, const borders::Proposal& proposal) {
    QVariantList list;
    for (const borders::UnitChange& change : proposal.units) {
        if (!changesMuch(change)) continue;
        const model::Code code = change.isNew() ? change.codeAfter : change.codeBefore;
        QString name = nameOf(snapshot, change.level, code);
        if (const auto mother = change.isNew() ? motherOf(proposal, change) : std::nullopt)
            name = BorderWords::tr("from %1").arg(nameOf(snapshot, change.level, *mother));
        const double difference = change.areaAfter - change.areaBefore;
        list << QVariantMap{{"code", fromUtf8(code.text())},
                            {"name", name},
                            {"level", levelTitle(change.level)},
                            {"what", whatHappens(snapshot, change)},
                            {"fresh", change.isNew()},
                            {"before", change.reshaped && !change.isNew() ? muText(change.areaBefore) : QString()},
                            {"after", change.reshaped && !change.isGone() ? muText(change.areaAfter) : QString()},
                            {"change", change.reshaped ? changeText(difference) : QString()},
                            {"grows", change.reshaped && difference >= kSeenM2},
                            {"shrinks", change.reshaped && difference <= -kSeenM2}};
    }
    return list;
}

QString refusalWords(const model::Snapshot& snapshot, const borders::Refusal& refusal) {
    QStringList names;
    for (const borders::UnitName& unit : refusal.units) names << nameOf(snapshot, unit.level, unit.code);
    const QString why = reasonText(refusal.reason);
    return names.isEmpty() ? why : BorderWords::tr("%1 (%2)").arg(why, names.mid(0, 3).join(QStringLiteral("、")));
}

QString notSavedWords(const edit::Refusal& refusal) {
    using edit::RefusalReason;
    switch (refusal.reason) {
    case RefusalReason::badDate: return BorderWords::tr("This date does not fit.");
    case RefusalReason::readOnly: return BorderWords::tr("This file is open for reading only.");
    case RefusalReason::notAllowed: return BorderWords::tr("Your role may not do this.");
    case RefusalReason::notSignedIn:
    case RefusalReason::outsideScope: return fromUtf8(refusal.detail);  // said in the user's language already
    case RefusalReason::nameMissing: return BorderWords::tr("A new unit needs a name.");
    case RefusalReason::changedSince:
        return BorderWords::tr("Somebody else has changed this since. Open the file again to see it.");
    default: return BorderWords::tr("It was not saved: %1").arg(fromUtf8(refusal.detail));
    }
}

QString offerWords(const borders::Refusal& refusal, const borders::Request& asked) {
    if (!refusal.offer) return {};
    using borders::Merge;
    if (std::holds_alternative<Merge>(refusal.offer->operation) && !std::holds_alternative<Merge>(asked.operation))
        return BorderWords::tr("Merge the two instead");
    using borders::SnapToParent;
    if (std::holds_alternative<SnapToParent>(refusal.offer->operation) &&
        !std::holds_alternative<SnapToParent>(asked.operation))
        return BorderWords::tr("First fit the borders into the unit above");
    const borders::Options& now = refusal.offer->options;
    if (now.parents != asked.options.parents) return BorderWords::tr("Let the borders above follow");
    if (now.parts != asked.options.parts) return BorderWords::tr("Allow it to fall into parts");
    if (now.outer != asked.options.outer) return BorderWords::tr("Move the outermost border");
    if (now.children != asked.options.children) return BorderWords::tr("Keep the units below whole");
    switch (refusal.reason) {
    case borders::Reason::doesNotCross: return BorderWords::tr("Lengthen the line to the border");
    case borders::Reason::crossesBorder: return BorderWords::tr("Move it less far");
    default: return BorderWords::tr("Mend it and try again");
    }
}

}  // namespace xiangtu::app
