// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/dossier_words.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "indicators/due.h"
#include "indicators/tables.h"

#include <QColor>
#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct DossierWords {
    Q_DECLARE_TR_FUNCTIONS(DossierWords)
};

QString codeText(const model::Snapshot& snapshot, model::UnitRef ref) {
    return fromUtf8(snapshot.unit(ref).code.text());
}

QColor colourOf(const model::Scheme& scheme, std::uint8_t index) {
    return index < scheme.classes.size() ? QColor::fromRgb(scheme.classes[index].rgb) : QColor();
}

/// A value for people: choices by their name, numbers with their unit.
QString valueText(const model::Snapshot& snapshot, const model::FieldDef& field, const model::Value& value) {
    using model::FieldType;
    // Fingerprints of photos and papers say nothing to anybody.
    if (field.type == FieldType::photo || field.type == FieldType::attachment) return {};
    const bool chinese = titleOf({"zh", "en"}) == QLatin1String("zh");
    const QString text = fromUtf8(indicators::cellText(
        snapshot, field, value, chinese ? indicators::Language::chinese : indicators::Language::english));
    return text.isEmpty() || field.unit.empty() ? text : text + QLatin1Char(' ') + fromUtf8(field.unit);
}

QString recordLine(const model::Snapshot& snapshot, const model::RegisterDef& def, const model::Record& record) {
    QStringList parts;
    bool lastWasEmpty = true;
    for (std::size_t f = 0; f < def.fields.size() && f < record.values.size(); ++f) {
        if (def.fields[f].sensitive) continue;
        const QString text = valueText(snapshot, def.fields[f], record.values[f]);
        // "quantity" and "quantity_unit" are one thing: 255.8 亩.
        if (f > 0 && def.fields[f].name == def.fields[f - 1].name + "_unit") {
            if (!lastWasEmpty && !text.isEmpty()) parts.last() += QLatin1Char(' ') + text;
            continue;
        }
        lastWasEmpty = text.isEmpty() || parts.contains(text);  // what was said already is not said again
        if (!lastWasEmpty) parts << text;
    }
    return parts.join(QStringLiteral(" · "));
}

/// Fingerprints of the photos anybody may see, with commas between.
QString photosOf(const model::RegisterDef& def, const model::Record& record) {
    QStringList hashes;
    for (std::size_t f = 0; f < def.fields.size() && f < record.values.size(); ++f) {
        const model::FieldDef& field = def.fields[f];
        if (field.type != model::FieldType::photo || field.sensitive || field.retired) continue;
        const model::Value value = record.values[f];
        const auto* text = std::get_if<std::string>(&value);
        if (text && !text->empty()) hashes << fromUtf8(*text);
    }
    return hashes.join(QLatin1Char(','));
}

/// How the matters among these records stand against their clocks.
struct Clocks {
    int overdue = 0;
    int nearlyDue = 0;
    QString words;
};

Clocks clocksOf(const model::Snapshot& snapshot, std::size_t registerIndex, const std::vector<std::uint32_t>& records) {
    Clocks clocks;
    const model::RegisterTable& table = *snapshot.registers[registerIndex];
    if (table.def.lifecycle.empty()) return clocks;
    for (const std::uint32_t r : records) {
        const auto urgency = indicators::standing(snapshot, registerIndex, *table.records[r]).urgency;
        clocks.overdue += urgency == indicators::Urgency::overdue;
        clocks.nearlyDue += urgency == indicators::Urgency::nearlyDue;
    }
    QStringList words;
    if (clocks.overdue > 0) words << DossierWords::tr("%1 overdue").arg(countText(clocks.overdue));
    if (clocks.nearlyDue > 0) words << DossierWords::tr("%1 due soon").arg(countText(clocks.nearlyDue));
    clocks.words = words.join(QStringLiteral(" · "));
    return clocks;
}

/// Totals of the decimal fields that carry a unit of measure: "420.50 亩".
QString sumText(const model::RegisterTable& table, const std::vector<std::uint32_t>& records) {
    QStringList sums;
    for (std::size_t f = 0; f < table.def.fields.size(); ++f) {
        const model::FieldDef& field = table.def.fields[f];
        // A total tells of what it is made of: sensitive amounts have none.
        if (field.unit.empty() || field.sensitive || field.type != model::FieldType::decimal) continue;
        double sum = 0;
        for (const std::uint32_t r : records) {
            const auto& values = table.records[r]->values;
            if (f >= values.size()) continue;
            const model::Value value = values[f];
            if (const auto* number = std::get_if<double>(&value)) sum += *number;
            if (const auto* number = std::get_if<std::int64_t>(&value)) sum += double(*number);
        }
        if (sum > 0) sums << numberText(sum, 2) + QLatin1Char(' ') + fromUtf8(field.unit);
    }
    return sums.join(QStringLiteral(" · "));
}

}  // namespace

QVariantList crumbList(const model::Snapshot& snapshot, const Dossier& dossier) {
    QVariantList list;
    for (const model::UnitRef ref : dossier.lineage) {
        list << QVariantMap{{"code", codeText(snapshot, ref)},
                            {"name", fromUtf8(snapshot.unit(ref).name)},
                            {"level", levelTitle(ref.level)},
                            {"current", ref == dossier.unit}};
    }
    return list;
}

QVariantList servingList(const model::Snapshot& snapshot, const Dossier& dossier) {
    QVariantList list;
    for (const auto& [ref, org] : dossier.serving) {
        const bool hole = org == model::PartyTable::kNone;
        // Whether the county itself has a committee in the file says nothing about the countryside.
        if (hole && ref.level == model::Level::county) continue;
        const model::PartyOrg found = hole ? model::PartyOrg() : snapshot.party->orgs[org];
        list << QVariantMap{
            {"code", codeText(snapshot, ref)},
            {"unit", fromUtf8(snapshot.unit(ref).name)},
            {"level", levelTitle(ref.level)},
            {"org", hole ? DossierWords::tr("No %1 yet").arg(expectedOrgTitle(ref.level)) : fromUtf8(found.name)},
            {"kind", hole ? expectedOrgTitle(ref.level) : partyOrgKindTitle(found.kind)},
            {"hole", hole}};
    }
    for (const std::uint32_t org : dossier.functional) {
        const model::PartyOrg cell = snapshot.party->orgs[org];
        list << QVariantMap{{"code", QString()},          {"unit", fromUtf8(cell.chain)},         {"level", QString()},
                            {"org", fromUtf8(cell.name)}, {"kind", partyOrgKindTitle(cell.kind)}, {"hole", false}};
    }
    return list;
}

QVariantList coverageList(const Dossier& dossier) {
    QVariantList list;
    for (const auto& [level, units, served] : dossier.below) {
        list << QVariantMap{{"title", levelTitle(level)},
                            {"units", countText(units)},
                            {"served", countText(served)},
                            {"share", double(served) / double(units)},
                            {"text", QStringLiteral("%1 / %2").arg(countText(served), countText(units))},
                            {"full", served == units}};
    }
    return list;
}

QVariantList shareList(const model::Snapshot& snapshot, const Dossier& dossier, std::size_t scheme) {
    QVariantList list;
    if (scheme >= snapshot.schemes->size()) return list;
    const model::Scheme& chosen = (*snapshot.schemes)[scheme];
    std::int64_t all = 0;
    for (const auto& share : dossier.shares) all += share.units;
    for (const auto& share : dossier.shares) {
        const bool set = share.classIndex < chosen.classes.size();
        const double part = double(share.units) / double(all);
        list << QVariantMap{
            {"name", set ? titleOf(chosen.classes[share.classIndex].meaning) : DossierWords::tr("No class")},
            {"colour", colourOf(chosen, share.classIndex)},
            {"share", part},
            {"text", QStringLiteral("%1 · %2").arg(countText(share.units), shareText(part))}};
    }
    return list;
}

QVariantList lyingList(const model::Snapshot& snapshot, const Dossier& dossier) {
    constexpr std::size_t kItemsAtMost = 6;
    QVariantList list;
    const auto& groups = snapshot.catalogue->groups;
    std::vector<const Dossier::Lying*> ordered;
    for (const Dossier::Lying& lying : dossier.lying) ordered.push_back(&lying);
    const auto groupOf = [&](const Dossier::Lying* lying) {
        return std::ranges::find(groups, snapshot.registers[lying->registerIndex]->def.group, &model::Group::id);
    };
    std::ranges::stable_sort(ordered, {}, [&](const Dossier::Lying* lying) { return groupOf(lying) - groups.begin(); });
    for (const Dossier::Lying* lying : ordered) {
        const auto& [registerIndex, records] = *lying;
        const model::RegisterTable& table = *snapshot.registers[registerIndex];
        const auto group = groupOf(lying);
        QVariantList items;
        for (std::size_t i = 0; i < std::min(kItemsAtMost, records.size()); ++i) {
            const model::Record& record = *table.records[records[i]];
            items << QVariantMap{{"record", qint64(record.id)},
                                 {"text", recordLine(snapshot, table.def, record)},
                                 {"photos", photosOf(table.def, record)}};
        }
        const qint64 more = qint64(records.size()) - qint64(items.size());
        const Clocks clocks = clocksOf(snapshot, registerIndex, records);
        list << QVariantMap{{"registerId", fromUtf8(table.def.id)},
                            {"title", titleOf(table.def.title)},
                            {"group", group == groups.end() ? QString() : titleOf(group->title)},
                            {"count", countText(qint64(records.size()))},
                            {"sum", sumText(table, records)},
                            {"due", clocks.words},
                            {"overdue", clocks.overdue > 0},
                            {"items", items},
                            {"more", more > 0 ? DossierWords::tr("and %1 more").arg(countText(more)) : QString()}};
    }
    return list;
}

QVariantList classList(const model::Snapshot& snapshot, std::size_t scheme, std::uint8_t current) {
    QVariantList list;
    if (scheme >= snapshot.schemes->size()) return list;
    const model::Scheme& chosen = (*snapshot.schemes)[scheme];
    for (std::size_t i = 0; i < chosen.classes.size(); ++i) {
        const model::SchemeClass& each = chosen.classes[i];
        list << QVariantMap{{"index", int(i)},
                            {"code", fromUtf8(each.code)},
                            {"name", titleOf(each.name)},
                            {"meaning", titleOf(each.meaning)},
                            {"colour", QColor::fromRgb(each.rgb)},
                            {"current", i == current}};
    }
    return list;
}

QVariantList historyList(const model::Scheme& scheme, const std::vector<store::ClassRecord>& records) {
    QVariantList list;
    for (const store::ClassRecord& record : records) {
        if (record.scheme != scheme.key) continue;
        const auto found = std::find_if(scheme.classes.begin(), scheme.classes.end(),
                                        [&](const model::SchemeClass& c) { return c.code == record.classCode; });
        const bool known = found != scheme.classes.end();
        const QString name = known                      ? titleOf(found->meaning)
                             : record.classCode.empty() ? DossierWords::tr("Class taken away")
                                                        : fromUtf8(record.classCode);
        list << QVariantMap{{"name", name},
                            {"colour", known ? QColor::fromRgb(found->rgb) : QColor()},
                            {"since", fromUtf8(record.from)},
                            {"reason", fromUtf8(record.reason)},
                            {"author", fromUtf8(record.author)},
                            {"cleared", record.classCode.empty()},
                            {"photo", fromUtf8(record.photo)}};
    }
    return list;
}

}  // namespace xiangtu::app
