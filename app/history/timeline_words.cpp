// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timeline_words.h"

#include "app/history/log_words.h"
#include "app/models/border_words.h"
#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QColor>
#include <QCoreApplication>
#include <QMap>
#include <QVariantMap>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace xiangtu::app {

namespace {

using What = project::Happening::What;

struct TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(TimelineWords)
};

/// "scheme class" of a Happening, taken apart.
std::pair<std::string, std::string> classOf(const std::string& text) {
    const auto at = text.rfind(' ');
    return {text.substr(0, at), at == std::string::npos || text.substr(at + 1) == "-" ? "" : text.substr(at + 1)};
}

const model::Scheme* schemeOf(const model::Snapshot& snapshot, const std::string& key) {
    const auto position = snapshot.findScheme(key);
    return position ? &(*snapshot.schemes)[*position] : nullptr;
}

QString meaning(const model::Scheme* scheme, const std::string& code) {
    if (code.empty()) return TimelineWords::tr("no class");
    if (!scheme) return fromUtf8(code);
    const auto found = std::ranges::find(scheme->classes, code, &model::SchemeClass::code);
    return found == scheme->classes.end() ? fromUtf8(code) : titleOf(found->meaning);
}

QColor colour(const model::Scheme* scheme, const std::string& code) {
    if (!scheme) return Qt::transparent;
    const auto found = std::ranges::find(scheme->classes, code, &model::SchemeClass::code);
    return found == scheme->classes.end() ? QColor(Qt::transparent) : QColor::fromRgb(found->rgb);
}

/// "321322001 name" -> "name".
QString nameIn(const std::string& codeAndName) {
    const auto at = codeAndName.find(' ');
    return fromUtf8(at == std::string::npos || at + 1 == codeAndName.size() ? codeAndName : codeAndName.substr(at + 1));
}

QString parentName(const model::Snapshot& snapshot, const std::string& text) {
    const auto code = model::Code::parse(text);
    const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef{};
    return unit.valid() ? fromUtf8(snapshot.unit(unit).name) : fromUtf8(text);
}

QString lineageText(const project::Happening& h) {
    const QString other = nameIn(h.after);
    const QString area = h.areaAfter > 0 ? TimelineWords::tr(", %1").arg(muText(h.areaAfter)) : QString();
    if (h.kind == "split")
        return (h.outgoing ? TimelineWords::tr("Split off: %1") : TimelineWords::tr("Split from %1")).arg(other) + area;
    if (h.kind == "merge")
        return (h.outgoing ? TimelineWords::tr("Went into %1") : TimelineWords::tr("Took over %1")).arg(other) + area;
    return (h.outgoing ? TimelineWords::tr("Gave land to %1") : TimelineWords::tr("Got land from %1")).arg(other) +
           area;
}

QString borderText(const project::Happening& h) {
    const double change = h.areaAfter - h.areaBefore;
    const QString sign = change < 0 ? QStringLiteral("−") : QStringLiteral("+");
    return TimelineWords::tr("Border moved: %1 → %2 (%3)")
        .arg(muText(h.areaBefore), muText(h.areaAfter), sign + muText(std::abs(change)));
}

QString text(const project::Happening& h, const model::Snapshot& snapshot, const std::string& classBefore) {
    switch (h.what) {
    case What::began: return TimelineWords::tr("In the file as %1, %2").arg(fromUtf8(h.after), muText(h.areaAfter));
    case What::ended: return TimelineWords::tr("Is no more");
    case What::border: return borderText(h);
    case What::name: return TimelineWords::tr("Renamed: %1 → %2").arg(fromUtf8(h.before), fromUtf8(h.after));
    case What::code: return TimelineWords::tr("Code: %1 → %2").arg(fromUtf8(h.before), fromUtf8(h.after));
    case What::parent:
        return TimelineWords::tr("Belongs to: %1 → %2")
            .arg(parentName(snapshot, h.before), parentName(snapshot, h.after));
    case What::unitClass: {
        const auto [key, code] = classOf(h.after);
        const model::Scheme* scheme = schemeOf(snapshot, key);
        const QString title = scheme ? titleOf(scheme->name) : fromUtf8(key);
        return TimelineWords::tr("%1: %2 → %3").arg(title, meaning(scheme, classBefore), meaning(scheme, code));
    }
    case What::lineage: return lineageText(h);
    }
    return {};
}

QString icon(What what) {
    switch (what) {
    case What::unitClass: return QStringLiteral("legend");
    case What::border: return QStringLiteral("lines");
    case What::lineage: return QStringLiteral("layers");
    case What::began: return QStringLiteral("plus");
    case What::ended: return QStringLiteral("close");
    default: return QStringLiteral("edit");
    }
}

std::string textAt(const edit::Change& change, std::string_view column) {
    const auto* value = std::get_if<std::string>(&model::field(*change.after, column));
    return value ? *value : std::string();
}

/// As the row of a unit that is made anew says.
QString nameOfNew(const edit::ChangeSet& set, const borders::UnitChange& unit) {
    for (const edit::Change& change : set.changes) {
        if (change.table == "unit" && !change.before && textAt(change, "code") == unit.codeAfter.text())
            return fromUtf8(textAt(change, "name"));
    }
    return fromUtf8(unit.codeAfter.text());
}

}  // namespace

QVariantList timelineList(const std::vector<project::Happening>& life, const model::Snapshot& snapshot) {
    // From the oldest on, so that each class knows the one before.
    std::map<std::string, std::string> classes;
    QVariantList list;
    for (auto h = life.rbegin(); h != life.rend(); ++h) {
        std::string before;
        QColor swatch = Qt::transparent;
        if (h->what == What::unitClass) {
            const auto [key, code] = classOf(h->after);
            before = std::exchange(classes[key], code);
            swatch = colour(schemeOf(snapshot, key), code);
        }
        QStringList note;
        for (const QString& part :
             {fromUtf8(h->author), h->at.empty() ? QString() : momentText(h->at), fromUtf8(h->reason)}) {
            if (!part.isEmpty()) note << part;
        }
        list.prepend(QVariantMap{{"day", fromUtf8(h->day.iso())},
                                 {"icon", icon(h->what)},
                                 {"what", text(*h, snapshot, before)},
                                 {"note", note.join(QStringLiteral(" · "))},
                                 {"colour", swatch},
                                 {"photo", fromUtf8(h->photo)}});
    }
    QString last;
    for (QVariant& entry : list) {
        QVariantMap line = entry.toMap();
        const QString day = line.value(QStringLiteral("day")).toString();
        line.insert(QStringLiteral("first"), std::exchange(last, day) != day);
        entry = line;
    }
    return list;
}

QStringList restoreList(const edit::BorderPlan& plan, const model::Snapshot& snapshot, const borders::UnitName& name) {
    const model::UnitRef unit = snapshot.findUnit(name.level, name.code);
    QStringList list;
    for (const borders::UnitChange& change : plan.proposal.units) {
        if (change.isNew())
            list << TimelineWords::tr("%1 is there again, %2")
                        .arg(nameOfNew(plan.set, change), muText(change.areaAfter));
    }
    for (const QVariant& touched : touchedList(snapshot, plan.proposal)) {
        const QVariantMap line = touched.toMap();
        if (line.value(QStringLiteral("fresh")).toBool()) continue;
        const QString change = line.value(QStringLiteral("change")).toString();
        list << TimelineWords::tr("Land of %1: %2")
                    .arg(line.value(QStringLiteral("name")).toString(),
                         change.isEmpty() ? line.value(QStringLiteral("what")).toString() : change);
    }
    QMap<QString, QString> classes;  // of a unit that is made anew, by scheme: the last that is written counts
    for (const edit::Change& change : plan.set.changes) {
        if (!change.after) continue;
        if (unit.valid() && change.table == "unit" && !textAt(change, "name").empty() &&
            textAt(change, "name") != snapshot.unit(unit).name) {
            list << TimelineWords::tr("Renamed: %1 → %2")
                        .arg(fromUtf8(snapshot.unit(unit).name), fromUtf8(textAt(change, "name")));
        }
        const auto* id = std::get_if<std::int64_t>(&model::field(*change.after, "scheme_id"));
        if (change.table != "unit_class" || !id) continue;
        for (std::size_t s = 0; s < snapshot.schemes->size(); ++s) {
            const model::Scheme& scheme = (*snapshot.schemes)[s];
            if (scheme.id.value != *id) continue;
            const QString then = meaning(&scheme, textAt(change, "class_code"));
            if (!unit.valid()) {
                classes[titleOf(scheme.name)] = then;
                continue;
            }
            const std::uint8_t now = snapshot.classOf(s, unit);
            const std::string code = now == model::ClassColumn::kUnset ? std::string() : scheme.classes[now].code;
            list << TimelineWords::tr("%1: %2 → %3").arg(titleOf(scheme.name), meaning(&scheme, code), then);
        }
    }
    for (auto each = classes.cbegin(); each != classes.cend(); ++each)
        list << TimelineWords::tr("%1: %2").arg(each.key(), each.value());
    return list;
}

QString notRestoredWords(const edit::Refusal& refusal, const model::Snapshot& snapshot, const QString& day) {
    using edit::RefusalReason;
    switch (refusal.reason) {
    case RefusalReason::border:
        return refusal.border ? TimelineWords::tr("Its old border does not fit any more: %1")
                                    .arg(refusalWords(snapshot, *refusal.border))
                              : TimelineWords::tr("It had no border on that day.");
    case RefusalReason::nothingToDo: return TimelineWords::tr("Name, land and classes are the same as on %1.").arg(day);
    case RefusalReason::badDate: return TimelineWords::tr("The unit was not there on %1.").arg(day);
    default: return refusalText(refusal);
    }
}

}  // namespace xiangtu::app
