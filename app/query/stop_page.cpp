// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/stop_page.h"

#include "app/models/dossier.h"
#include "app/models/dossier_words.h"
#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"
#include "indicators/due.h"
#include "query/places.h"

#include <QCoreApplication>

#include <algorithm>

namespace xiangtu::app {

namespace {

struct StopTexts {
    Q_DECLARE_TR_FUNCTIONS(StopTexts)
};

constexpr double kAroundMetres = 1500, kMapShare = 0.62;
constexpr std::size_t kMattersListed = 12;
constexpr qsizetype kRegistersListed = 14;

QString cellOf(const query::Answer& answer, std::size_t row, std::string_view key) {
    const auto& columns = answer.table.columns;
    const auto found = std::ranges::find(columns, key, &indicators::Table::Column::key);
    if (found == columns.end()) return {};
    return fromUtf8(model::toText(answer.table.rows[row].cells[std::size_t(found - columns.begin())]));
}

QImage mapAround(const PrintedAnswer& printed, const PrintPages& pages, geom::GeoPoint at, const QString& title) {
    scene::Options options = printed.options;
    options.pixelRatio = pages.pixelRatio();
    SheetRequest request;
    request.box = query::boxAround(at, kAroundMetres);
    request.widthPx = pages.width();
    request.heightPx = int(pages.width() * kMapShare);
    request.title = title;
    request.language = sheetLanguage();
    request.asked = &printed.shown->place;
    return paintSheet(*printed.geometry, printed.shown->snapshot(), *printed.style, options, request);
}

void addMatters(PrintPages& pages, const model::Snapshot& snapshot, model::UnitRef unit) {
    std::vector<QStringList> rows;
    std::size_t open = 0;
    for (const indicators::Matter& matter : indicators::matters(snapshot, unit)) {
        if (matter.urgency == indicators::Urgency::closed || ++open > kMattersListed) continue;
        const model::RegisterTable& table = *snapshot.registers[matter.registerIndex];
        const model::Record* record = table.find(matter.record);
        if (!record) continue;
        rows.push_back({titleOf(table.def.title), recordTitle(snapshot, table.def, *record),
                        dueText(matter, record->due)});
    }
    pages.heading(StopTexts::tr("What is due there"));
    if (rows.empty()) return pages.remark(StopTexts::tr("Nothing is open."));
    pages.table({{StopTexts::tr("Register")}, {StopTexts::tr("Matter")}, {StopTexts::tr("Due"), true}}, rows);
    if (open > rows.size()) pages.remark(StopTexts::tr("and %1 more").arg(open - rows.size()));
}

void addDossier(PrintPages& pages, const PrintedAnswer& printed, const model::Children& children, model::UnitRef unit) {
    const model::Snapshot& snapshot = printed.shown->snapshot();
    const Dossier dossier = describe(snapshot, children, unit, printed.options.scheme);
    QStringList crumbs;
    for (const QVariant& each : crumbList(snapshot, dossier)) crumbs << each.toMap()["name"].toString();
    pages.paragraph(crumbs.join(QStringLiteral(" › ")));
    std::vector<std::pair<QString, QString>> figures;
    if (dossier.households >= 0) figures.emplace_back(StopTexts::tr("Households"), countText(dossier.households));
    if (dossier.areaM2 >= 0) figures.emplace_back(StopTexts::tr("Area"), muText(dossier.areaM2));
    for (const QVariant& each : coverageList(dossier)) {
        const QVariantMap line = each.toMap();
        figures.emplace_back(StopTexts::tr("%1 served").arg(line["title"].toString()), line["text"].toString());
    }
    pages.figures(figures);
    std::vector<QStringList> serving;
    for (const QVariant& each : servingList(snapshot, dossier)) {
        const QVariantMap line = each.toMap();
        serving.push_back({line["unit"].toString(), line["kind"].toString(), line["org"].toString()});
    }
    if (!serving.empty()) {
        pages.heading(StopTexts::tr("Who answers for it"));
        pages.table({{StopTexts::tr("Unit")}, {StopTexts::tr("Kind")}, {StopTexts::tr("Organisation")}}, serving);
    }
    addMatters(pages, snapshot, unit);
    std::vector<QStringList> lying;
    for (const QVariant& each : lyingList(snapshot, dossier).mid(0, kRegistersListed)) {
        const QVariantMap line = each.toMap();
        lying.push_back({line["title"].toString(), line["count"].toString(), line["sum"].toString()});
    }
    if (lying.empty()) return;
    pages.heading(StopTexts::tr("What lies there"));
    pages.table({{StopTexts::tr("Register")}, {StopTexts::tr("Records"), true}, {StopTexts::tr("Together"), true}},
                lying);
}

}  // namespace

SheetLanguage sheetLanguage() {
    return dataLanguage() == indicators::Language::english ? SheetLanguage::english : SheetLanguage::chinese;
}

void addStopPage(PrintPages& pages, const PrintedAnswer& printed, const model::Children& children, std::size_t stop) {
    const query::Answer& answer = printed.shown->answer;
    const auto* at = stop < answer.shapes.size() ? std::get_if<geom::GeoPoint>(&answer.shapes[stop]) : nullptr;
    if (!at) return;
    const model::UnitRef unit = answer.table.rows[stop].unit;
    const QString name = cellOf(answer, stop, "stop");
    pages.newPage();
    const QString title = StopTexts::tr("%1. %2").arg(stop + 1).arg(name);
    pages.picture(mapAround(printed, pages, *at, title));
    const auto metres = [&](const char* key) { return lengthText(cellOf(answer, stop, key).toDouble()); };
    if (stop > 0) {
        pages.paragraph(StopTexts::tr("%1 from the stop before, %2 since the start; straight, not along roads.")
                            .arg(metres("leg_m"), metres("way_m")));
    }
    pages.remark(geographicText(*at));
    if (unit.valid()) addDossier(pages, printed, children, unit);
}

}  // namespace xiangtu::app
