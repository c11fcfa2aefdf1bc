// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/log_words.h"

#include "app/history/declared_words.h"
#include "app/models/terms.h"
#include "edit/declared.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace xiangtu::app {

namespace {

struct LogWords {
    Q_DECLARE_TR_FUNCTIONS(LogWords)
};

constexpr std::array<std::pair<std::string_view, const char*>, 23> kKinds{{{"set_class", "classes"},
                                                                           {"move_vertex", "borders"},
                                                                           {"insert_vertex", "borders"},
                                                                           {"delete_vertex", "borders"},
                                                                           {"split_unit", "borders"},
                                                                           {"merge_units", "borders"},
                                                                           {"give_land", "borders"},
                                                                           {"reshape_border", "borders"},
                                                                           {"snap_to_parent", "borders"},
                                                                           {"rename_unit", "borders"},
                                                                           {"restore_unit", "borders"},
                                                                           {"add_record", "records"},
                                                                           {"set_record", "records"},
                                                                           {"end_record", "records"},
                                                                           {"move_record", "records"},
                                                                           {"set_up_organisation", "organisations"},
                                                                           {"rename_organisation", "organisations"},
                                                                           {"dissolve_organisation", "organisations"},
                                                                           {"serve_unit", "organisations"},
                                                                           {"import", "imports"},
                                                                           {"add_reference", "imports"},
                                                                           {"remove_reference", "imports"},
                                                                           {edit::kCatalogueTitle, "catalogue"}}};

using edit::Change;
using store::LogLine;

QString nameOf(const LogLine& line, std::size_t i) {
    if (i >= line.units.size()) return LogWords::tr("a unit");
    return fromUtf8(line.units[i].name.empty() ? line.units[i].code : line.units[i].name);
}

/// The unit, or the first of several with their number.
QString unitsText(const LogLine& line) {
    if (line.unitCount <= 1) return nameOf(line, 0);
    return LogWords::tr("%1 (%2 units)").arg(nameOf(line, 0)).arg(line.unitCount);
}

const model::Value* valueOf(const std::optional<model::Fields>& row, std::string_view field) {
    if (!row) return nullptr;
    const model::Value& value = model::field(*row, field);
    return std::holds_alternative<std::monostate>(value) ? nullptr : &value;
}

QString textOf(const std::optional<model::Fields>& row, std::string_view field) {
    const model::Value* value = valueOf(row, field);
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? fromUtf8(*text) : QString();
}

const Change* firstOf(const edit::ChangeSet& set, std::string_view table, std::string_view field) {
    const auto found = std::ranges::find_if(set.changes, [&](const Change& change) {
        return change.table.starts_with(table) && (valueOf(change.after, field) || valueOf(change.before, field));
    });
    return found == set.changes.end() ? nullptr : &*found;
}

QString classSentence(const LogLine& line, const edit::ChangeSet& set, const model::Snapshot& snapshot) {
    const Change* change = firstOf(set, "unit_class", "scheme_id");
    const model::Value* id = change ? valueOf(change->after, "scheme_id") : nullptr;
    const auto* number = id ? std::get_if<std::int64_t>(id) : nullptr;
    const auto scheme = std::ranges::find_if(*snapshot.schemes,
                                             [&](const model::Scheme& s) { return number && s.id.value == *number; });
    if (scheme == snapshot.schemes->end()) return LogWords::tr("%1 got a class").arg(unitsText(line));
    const std::string code = textOf(change->after, "class_code").toStdString();
    const auto meant = std::ranges::find(scheme->classes, code, &model::SchemeClass::code);
    const QString meaning = code.empty()                     ? LogWords::tr("no class")
                            : meant == scheme->classes.end() ? fromUtf8(code)
                                                             : titleOf(meant->meaning);
    return LogWords::tr("%1 is now “%2” (%3)").arg(unitsText(line), meaning, titleOf(scheme->name));
}

QString renamed(const edit::ChangeSet& set, std::string_view table) {
    for (const Change& change : set.changes) {
        const QString before = textOf(change.before, "name"), after = textOf(change.after, "name");
        if (change.table == table && !after.isEmpty() && before != after)
            return LogWords::tr("%1 is now called %2").arg(before, after);
    }
    return {};
}

QString recordSentence(const edit::ChangeSet& set, const model::Snapshot& snapshot) {
    const auto found =
        std::ranges::find_if(set.changes, [](const Change& change) { return change.table.starts_with("reg_"); });
    const std::string id = found == set.changes.end() ? std::string() : found->table.substr(4);
    const model::RegisterTable* table = snapshot.findRegister(id);
    const QString record = QStringLiteral("%1 #%2")
                               .arg(table ? titleOf(table->def.title) : fromUtf8(id))
                               .arg(found == set.changes.end() ? 0 : found->id);
    if (set.title == "add_record") return LogWords::tr("Record added: %1").arg(record);
    if (set.title == "end_record") return LogWords::tr("Record ended: %1").arg(record);
    if (set.title == "move_record") return LogWords::tr("Record taken a step further: %1").arg(record);
    return LogWords::tr("Record changed: %1").arg(record);
}

QString borderSentence(const LogLine& line, const std::string& title) {
    if (title == "split_unit") return LogWords::tr("%1 was split; %2 is new").arg(nameOf(line, 0), nameOf(line, 1));
    if (title == "merge_units") return LogWords::tr("%1 was merged into %2").arg(nameOf(line, 0), nameOf(line, 1));
    if (title == "give_land") return LogWords::tr("%1 handed land to %2").arg(nameOf(line, 0), nameOf(line, 1));
    if (title == "reshape_border") return LogWords::tr("The border of %1 was drawn anew").arg(unitsText(line));
    if (title == "snap_to_parent") return LogWords::tr("The border of %1 follows the unit above").arg(unitsText(line));
    return LogWords::tr("Corners of the border of %1 were changed").arg(unitsText(line));
}

QString plainSentence(const LogLine& line, const edit::ChangeSet& set, const model::Snapshot& snapshot) {
    const std::string& title = set.title;
    const QString org = fromUtf8(line.organisation);
    if (title == "set_class") return classSentence(line, set, snapshot);
    if (title == "rename_unit") return renamed(set, "unit");
    if (title == "restore_unit") return LogWords::tr("%1 was brought back to how it had been").arg(unitsText(line));
    if (title == "rename_organisation") return renamed(set, "party_org");
    if (title == "set_up_organisation") return LogWords::tr("%1 was set up").arg(org);
    if (title == "dissolve_organisation") return LogWords::tr("%1 was dissolved").arg(org);
    if (title == "serve_unit") {
        const Change* change = firstOf(set, "party_org", "unit_id");
        return change && valueOf(change->after, "unit_id") ? LogWords::tr("%1 serves another unit").arg(org)
                                                           : LogWords::tr("%1 serves no unit any more").arg(org);
    }
    const QString named = fromUtf8(set.reason);
    if (title == "import") return LogWords::tr("Imported from a file");
    if (title == "add_reference") return LogWords::tr("Reference layer added: %1").arg(named);
    if (title == "remove_reference") return LogWords::tr("Reference layer taken out: %1").arg(named);
    if (title == edit::kCatalogueTitle) return declaredWords(edit::declaredOf(set));
    if (title.starts_with("account_")) return LogWords::tr("Accounts were changed");
    const QString kind = kindOf(title);
    if (kind == QLatin1String("borders")) return borderSentence(line, title);
    if (kind == QLatin1String("records")) return recordSentence(set, snapshot);
    return LogWords::tr("Change “%1”").arg(fromUtf8(title));
}

}  // namespace

QString sentenceOf(const LogLine& line, const model::Snapshot& snapshot) {
    using Kind = store::LogEntry::Kind;
    // What takes an edit back holds its rows the other way round.
    const bool reversed = line.entry.kind == Kind::undo;
    const QString plain = plainSentence(line, reversed ? edit::invert(line.entry.set) : line.entry.set, snapshot);
    if (reversed) return LogWords::tr("Taken back: %1").arg(plain);
    return line.entry.kind == Kind::redo ? LogWords::tr("Made again: %1").arg(plain) : plain;
}

QString whereText(const model::Snapshot& snapshot, model::UnitRef unit) {
    QString text;
    for (const model::UnitRef above : snapshot.lineage(unit)) {
        if (above == unit || above.level == model::Level::county) continue;
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + fromUtf8(snapshot.unit(above).name);
    }
    return text;
}

QString momentText(const std::string& instant) {
    const QDateTime at = QDateTime::fromString(fromUtf8(instant), Qt::ISODateWithMs);
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : fromUtf8(instant);
}

std::string beginOf(base::Date day) {
    const QDate date = QDate::fromString(fromUtf8(day.iso()), Qt::ISODate);
    return date.startOfDay().toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")).toStdString();
}

std::vector<std::string> titlesOf(const QString& kind) {
    std::vector<std::string> titles;
    for (const auto& [title, of] : kKinds) {
        if (kind == QLatin1String(of)) titles.emplace_back(title);
    }
    return titles;
}

QString kindOf(const std::string& title) {
    const auto found = std::ranges::find_if(kKinds, [&](const auto& kind) { return kind.first == title; });
    return found == kKinds.end() ? QString() : QString::fromLatin1(found->second);
}

}  // namespace xiangtu::app
