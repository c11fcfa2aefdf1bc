// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/words.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "index/name_search.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <string_view>

namespace xiangtu::app {

namespace {

// tr() of a class inside a namespace would look under a name that lupdate does not write.
struct RegisterWords {
    Q_DECLARE_TR_FUNCTIONS(RegisterWords)
};

/// What follows `start` in a text that begins with it.
std::optional<QString> after(const std::string& text, std::string_view start) {
    if (!std::string_view(text).starts_with(start)) return std::nullopt;
    return fromUtf8(std::string_view(text).substr(start.size()));
}

}  // namespace

indicators::Language dataLanguage() {
    return titleOf({"zh", "en"}) == QLatin1String("zh") ? indicators::Language::chinese : indicators::Language::english;
}

QString cellText(const model::Snapshot& snapshot, const model::FieldDef& field, const model::Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return plainNumber(*number, 4);
    return fromUtf8(indicators::cellText(snapshot, field, value, dataLanguage()));
}

QString coveredText() { return QStringLiteral("●●●"); }

QString recordTitle(const model::Snapshot& snapshot, const model::RegisterDef& def, const model::Record& record) {
    const auto label = def.fieldAt(def.labelField);
    const QString text = label && !def.fields[*label].sensitive && *label < record.values.size()
                             ? cellText(snapshot, def.fields[*label], record.values[*label])
                             : QString();
    return text.isEmpty() ? QStringLiteral("%1 #%2").arg(titleOf(def.title)).arg(record.id) : text;
}

QString unitCode(const model::Snapshot& snapshot, model::UnitRef unit) {
    return unit.valid() ? fromUtf8(snapshot.unit(unit).code.text()) : QString();
}

QString unitName(const model::Snapshot& snapshot, model::UnitRef unit) {
    return unit.valid() ? fromUtf8(snapshot.unit(unit).name) : QString();
}

QString dueText(const indicators::Matter& matter, base::Date due) {
    if (matter.urgency == indicators::Urgency::closed || due.isOpen()) return {};
    return daysText(matter.daysLeft);
}

QString daysText(std::int32_t daysLeft) {
    if (daysLeft < 0) return RegisterWords::tr("%1 d overdue").arg(-daysLeft);
    if (daysLeft == 0) return RegisterWords::tr("due today");
    return RegisterWords::tr("%1 d left").arg(daysLeft);
}

QString urgencyName(indicators::Urgency urgency) {
    constexpr std::array kNames{"closed", "open", "nearlyDue", "overdue"};
    return QString::fromLatin1(kNames[std::size_t(urgency)]);
}

QString anchorTitle(model::Anchor anchor) {
    switch (anchor) {
    case model::Anchor::unit: return RegisterWords::tr("Unit");
    case model::Anchor::point: return RegisterWords::tr("Point on the map");
    case model::Anchor::line: return RegisterWords::tr("Line on the map");
    case model::Anchor::polygon: return RegisterWords::tr("Area on the map");
    case model::Anchor::link: return RegisterWords::tr("Link between records");
    }
    return {};
}

QString fieldTypeTitle(model::FieldType type) {
    using model::FieldType;
    switch (type) {
    case FieldType::text: return RegisterWords::tr("Text");
    case FieldType::longText: return RegisterWords::tr("Long text");
    case FieldType::integer: return RegisterWords::tr("Whole number");
    case FieldType::decimal: return RegisterWords::tr("Number");
    case FieldType::money: return RegisterWords::tr("Money");
    case FieldType::date: return RegisterWords::tr("Date");
    case FieldType::month: return RegisterWords::tr("Month");
    case FieldType::year: return RegisterWords::tr("Year");
    case FieldType::yesNo: return RegisterWords::tr("Yes or no");
    case FieldType::choice: return RegisterWords::tr("One choice");
    case FieldType::multiChoice: return RegisterWords::tr("Several choices");
    case FieldType::person: return RegisterWords::tr("Office-holder");
    case FieldType::unit: return RegisterWords::tr("Unit of the county");
    case FieldType::organisation: return RegisterWords::tr("Party organisation");
    case FieldType::record: return RegisterWords::tr("Record of a register");
    case FieldType::photo: return RegisterWords::tr("Photos");
    case FieldType::attachment: return RegisterWords::tr("Papers");
    }
    return {};
}

QString rolesText(const std::vector<model::Role>& roles) {
    QStringList names;
    for (const model::Role role : roles) names << titleOf(model::roleTitles(role));
    return names.join(RegisterWords::tr(", "));
}

QString fieldReason(const std::string& reason) {
    if (reason == "is required") return RegisterWords::tr("Please fill this in.");
    if (reason == "must be a finite number" || reason == "must be a number")
        return RegisterWords::tr("This must be a number.");
    if (const auto limit = after(reason, "must not be less than "))
        return RegisterWords::tr("This must not be less than %1.").arg(*limit);
    if (const auto limit = after(reason, "must not be more than "))
        return RegisterWords::tr("This must not be more than %1.").arg(*limit);
    if (reason == "must be a whole number") return RegisterWords::tr("This must be a whole number.");
    if (reason == "must be a year") return RegisterWords::tr("This must be a year, such as 2026.");
    if (reason == "must be 0 or 1") return RegisterWords::tr("Say yes or no.");
    if (reason == "must be a date YYYY-MM-DD") return RegisterWords::tr("This must be a date, such as 2026-03-08.");
    if (reason == "must be a month YYYY-MM") return RegisterWords::tr("This must be a month, such as 2026-03.");
    if (reason.ends_with("is not one of the choices") || reason.ends_with("is not a list of the choices"))
        return RegisterWords::tr("Please take one of the list.");
    if (reason.starts_with("there is no such unit") || reason.ends_with("is not the code of a unit"))
        return RegisterWords::tr("There is no such unit in the county.");
    if (reason.starts_with("there is no such Party organisation"))
        return RegisterWords::tr("There is no such Party organisation in the county.");
    if (reason.starts_with("there is no such record")) return RegisterWords::tr("This record is no longer there.");
    return fromUtf8(reason);
}

QString unreadableReason(model::FieldType type) {
    if (type == model::FieldType::choice || type == model::FieldType::multiChoice)
        return RegisterWords::tr("Please take one of the list.");
    if (type == model::FieldType::yesNo) return RegisterWords::tr("Say yes or no.");
    if (type == model::FieldType::year) return RegisterWords::tr("This must be a year, such as 2026.");
    return model::isWhole(type) ? RegisterWords::tr("This must be a whole number.")
                                : RegisterWords::tr("This must be a number.");
}

QString refusalText(const edit::Refusal& refusal) {
    using edit::RefusalReason;
    switch (refusal.reason) {
    case RefusalReason::badValue: {
        // "register x: field y: reason"
        const auto at = refusal.detail.rfind("field " + refusal.field + ": ");
        if (at == std::string::npos) return fromUtf8(refusal.detail);
        return fieldReason(refusal.detail.substr(at + refusal.field.size() + 8));
    }
    case RefusalReason::badShape: return RegisterWords::tr("What was drawn does not fit: its lines may cross.");
    case RefusalReason::unitMissing: return RegisterWords::tr("Please say which unit it belongs to.");
    case RefusalReason::unknownUnit: return RegisterWords::tr("There is no such unit in the county.");
    case RefusalReason::unknownRecord: return RegisterWords::tr("This record is no longer there.");
    case RefusalReason::wrongState: return RegisterWords::tr("This step does not fit the state it is in.");
    case RefusalReason::notAllowed: return RegisterWords::tr("Your role may not do this.");
    case RefusalReason::notSignedIn:
    case RefusalReason::outsideScope: return fromUtf8(refusal.detail);  // said in the user's language already
    case RefusalReason::evidenceMissing: return RegisterWords::tr("This must be filled in for that step.");
    case RefusalReason::reasonMissing: return RegisterWords::tr("Please write a note for this step.");
    case RefusalReason::nothingToDo: return RegisterWords::tr("Nothing is different from before.");
    case RefusalReason::readOnly: return RegisterWords::tr("This file is open for reading only.");
    case RefusalReason::changedSince:
        return RegisterWords::tr("Somebody else has changed this since. Open the file again to see it.");
    case RefusalReason::badDate: return RegisterWords::tr("This date does not fit.");
    case RefusalReason::badDeclaration:
        return RegisterWords::tr("The register cannot be like this: %1").arg(fromUtf8(refusal.detail));
    default: return fromUtf8(refusal.detail);
    }
}

QString answerText(const ProjectObject::Answer& answer) {
    if (answer.refusal) return refusalText(*answer.refusal);
    if (answer.fault) return RegisterWords::tr("Nothing was changed: %1").arg(answer.fault->text);
    return {};
}

QString plainNumber(double value, int decimals) {
    if (!std::isfinite(value)) return {};
    QString text = numberText(value, decimals);
    if (!text.contains(QLatin1Char('.'))) return text;
    while (text.endsWith(QLatin1Char('0'))) text.chop(1);
    if (text.endsWith(QLatin1Char('.'))) text.chop(1);
    return text;
}

QString foldQuery(const QString& query) { return query.toLower().remove(QLatin1Char(' ')).remove(QLatin1Char('\'')); }

QString searchText(const QString& text) {
    if (text.isEmpty()) return {};
    const QStringList syllables =
        fromUtf8(index::pinyin(text.toStdString())).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QString joined, initials;
    for (const QString& syllable : syllables) {
        joined += syllable;
        initials += syllable.front();
    }
    // A separator no query can contain keeps a match inside one of the three.
    return foldQuery(text) + QLatin1Char('\n') + joined.toLower() + QLatin1Char('\n') + initials.toLower();
}

}  // namespace xiangtu::app
