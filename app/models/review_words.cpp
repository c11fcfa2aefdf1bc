// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/review_words.h"

#include "app/models/terms.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>

namespace xiangtu::app {

namespace {

using What = edit::Resettled::What;

struct ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

QString unitText(const model::Snapshot& snapshot, model::Level level, model::Code code) {
    const model::UnitRef unit = snapshot.findUnit(level, code);
    return unit.valid() ? fromUtf8(snapshot.unit(unit).name) : ReviewWords::tr("unit %1").arg(fromUtf8(code.text()));
}

/// "scheme class" as a sentence.
QString classText(const model::Snapshot& snapshot, const std::string& text) {
    const auto at = text.rfind(' ');
    const auto position = at == std::string::npos ? std::nullopt : snapshot.findScheme(text.substr(0, at));
    if (!position) return fromUtf8(text);
    const model::Scheme& scheme = (*snapshot.schemes)[*position];
    const auto found = std::ranges::find(scheme.classes, text.substr(at + 1), &model::SchemeClass::code);
    const QString meaning = found == scheme.classes.end() ? fromUtf8(text.substr(at + 1)) : titleOf(found->meaning);
    return ReviewWords::tr("%1: %2").arg(titleOf(scheme.name), meaning);
}

QString whatKey(What what) {
    switch (what) {
    case What::record: return QStringLiteral("record");
    case What::organisation: return QStringLiteral("organisation");
    case What::unitClass: return QStringLiteral("class");
    case What::households: return QStringLiteral("households");
    }
    return {};
}

QString titleText(const edit::Resettled& each, const model::Snapshot& snapshot) {
    switch (each.what) {
    case What::record: {
        const model::RegisterTable* table = snapshot.findRegister(each.registerId);
        return QStringLiteral("%1 #%2").arg(table ? titleOf(table->def.title) : fromUtf8(each.registerId)).arg(each.id);
    }
    case What::organisation: return fromUtf8(each.title);
    case What::unitClass: return classText(snapshot, each.title);
    case What::households: return ReviewWords::tr("Households: %1").arg(fromUtf8(each.title));
    }
    return {};
}

QString noteText(const edit::Resettled& each, const model::Snapshot& snapshot) {
    const QString from = unitText(snapshot, each.level, each.from), to = unitText(snapshot, each.level, each.to);
    QString note = each.what == What::unitClass ? ReviewWords::tr("%1 had this class; %2 keeps its own").arg(from, to)
                   : each.from == each.to       ? ReviewWords::tr("stays with %1").arg(to)
                                                : ReviewWords::tr("%1 → %2").arg(from, to);
    if (each.what == What::record && !each.title.empty())
        note += ReviewWords::tr(" · fields: %1").arg(fromUtf8(each.title));
    return note;
}

}  // namespace

QVariantList reviewList(const std::vector<edit::Resettled>& review, const model::Snapshot& snapshot) {
    std::vector<const edit::Resettled*> order;
    for (const edit::Resettled& each : review) order.push_back(&each);
    std::ranges::stable_sort(order, {}, &edit::Resettled::certain);
    QVariantList list;
    for (const edit::Resettled* each : order) {
        const geom::GeoPoint place = each->place.value_or(geom::GeoPoint{});
        const bool there = snapshot.findUnit(each->level, each->to).valid();
        list << QVariantMap{{"what", whatKey(each->what)},
                            {"title", titleText(*each, snapshot)},
                            {"note", noteText(*each, snapshot)},
                            {"certain", each->certain},
                            {"register", fromUtf8(each->registerId)},
                            {"record", qint64(each->id)},
                            {"unit", there ? fromUtf8(each->to.text()) : QString()},
                            {"hasPlace", each->place.has_value()},
                            {"lon", place.lon},
                            {"lat", place.lat}};
    }
    return list;
}

}  // namespace xiangtu::app
