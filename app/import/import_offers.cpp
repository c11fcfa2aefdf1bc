// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_offers.h"

#include "app/models/terms.h"
#include "geom/grid_point.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace xiangtu::app {

namespace {

using exchange::Into;

struct ImportOffers {
    Q_DECLARE_TR_FUNCTIONS(ImportOffers)
};

QVariantMap offer(const QString& key, const QString& text) { return {{"key", key}, {"text", text}}; }

/// Longitude of the middle of the county; of China where there is no unit yet.
double middleLongitude(const model::Snapshot& file) {
    for (const model::Level level : model::kLevels) {
        const geom::PolygonSet& shapes = file.table(level).shapes;
        geom::GridBox all;
        for (std::size_t row = 0; row < shapes.size(); ++row) all.extend(shapes.box(row));
        if (!all.empty()) return geom::toGeo({std::midpoint(all.min.x, all.max.x), all.min.y}).lon;
    }
    return 108;
}

/// First EPSG numbers of the zones of one datum, prefixed and not; 3 degrees begin with zone 25, 6 degrees with 13.
struct Zones {
    int prefixed3, plain3, prefixed6, plain6;
};
constexpr Zones kCgcs2000{4513, 4534, 4491, 4502};
constexpr Zones kXian80{2349, 2370, 2327, 2338};
constexpr Zones kBeijing54{2401, 2422, 21413, 21453};

QVariantMap zone3(int epsg, const QString& datum, int zone) {
    return offer(QString::number(epsg),
                 ImportOffers::tr("%1, 3-degree zone %2 (%3°E)").arg(datum).arg(zone).arg(zone * 3));
}

/// Codes of this many digits are of that level.
std::optional<model::Level> levelOfDigits(qsizetype digits) {
    for (const model::Level level : model::kLevels) {
        if (model::codeDigits(level) == int(digits)) return level;
    }
    return std::nullopt;
}

std::optional<model::Level> levelByCodes(const exchange::Preview& preview) {
    for (const exchange::PreviewField& field : preview.fields) {
        std::optional<model::Level> level;
        bool good = !field.samples.empty();
        for (const std::string& sample : field.samples) {
            good = good && std::ranges::all_of(sample, [](char c) { return c >= '0' && c <= '9'; });
            const auto its = levelOfDigits(qsizetype(sample.size()));
            good = good && its && (!level || level == its);
            level = its;
        }
        if (good && *level != model::Level::county) return level;
    }
    return std::nullopt;
}

bool fits(model::Anchor anchor, const exchange::Preview& preview) {
    switch (anchor) {
    case model::Anchor::point: return preview.lines + preview.areas == 0;
    case model::Anchor::line: return preview.points + preview.areas == 0;
    case model::Anchor::polygon: return preview.points + preview.lines == 0;
    case model::Anchor::unit: return true;
    case model::Anchor::link: return false;
    }
    return false;
}

std::size_t mapped(const std::vector<exchange::Target>& targets, const std::vector<std::string>& fields) {
    const auto map = exchange::mapTable(targets, {}, fields);
    return map ? std::size_t(std::ranges::count_if(map.value(), [](const auto& m) { return m.column.has_value(); }))
               : 0;
}

}  // namespace

QVariantList encodingOffers() {
    return {offer(QStringLiteral("UTF-8"), QStringLiteral("UTF-8")),
            offer(QStringLiteral("GB18030"), QStringLiteral("GB18030 / GBK / GB2312")),
            offer(QStringLiteral("BIG5"), ImportOffers::tr("Big5 (traditional)")),
            offer(QStringLiteral("CP1252"), ImportOffers::tr("Western European (1252)")),
            offer(QStringLiteral("CP932"), ImportOffers::tr("Japanese (932)")),
            offer(QStringLiteral("CP949"), ImportOffers::tr("Korean (949)"))};
}

QVariantList systemOffers(const model::Snapshot& file) {
    const double lon = middleLongitude(file);
    const int zone = std::clamp(int(std::lround(lon / 3)), 25, 45), wide = std::clamp(int(lon / 6) + 1, 13, 23);
    const QString cgcs = QStringLiteral("CGCS2000"), xian = ImportOffers::tr("Xi'an 80"),
                  beijing = ImportOffers::tr("Beijing 54");
    QVariantList out{offer(QStringLiteral("4490"), ImportOffers::tr("CGCS2000, degrees")),
                     offer(QStringLiteral("4326"), ImportOffers::tr("WGS 84, degrees"))};
    // The zone of the county first: it is nearly always the one.
    for (const int z : {zone, zone - 1, zone + 1}) {
        if (z >= 25 && z <= 45) out << zone3(kCgcs2000.plain3 + z - 25, cgcs, z);
    }
    const auto zone6 = [&](int epsg, const QString& datum) {
        return offer(QString::number(epsg),
                     ImportOffers::tr("%1, 6-degree zone %2 (%3°E)").arg(datum).arg(wide).arg(wide * 6 - 3));
    };
    const auto withZone = [](QVariantMap zone) {
        zone["text"] = ImportOffers::tr("%1, number of the zone in front").arg(zone["text"].toString());
        return zone;
    };
    out << zone6(kCgcs2000.plain6 + wide - 13, cgcs) << withZone(zone3(kCgcs2000.prefixed3 + zone - 25, cgcs, zone));
    out << offer(QStringLiteral("4610"), ImportOffers::tr("%1, degrees").arg(xian))
        << zone3(kXian80.plain3 + zone - 25, xian, zone) << withZone(zone3(kXian80.prefixed3 + zone - 25, xian, zone))
        << zone6(kXian80.plain6 + wide - 13, xian);
    out << offer(QStringLiteral("4214"), ImportOffers::tr("%1, degrees").arg(beijing))
        << zone3(kBeijing54.plain3 + zone - 25, beijing, zone)
        << withZone(zone3(kBeijing54.prefixed3 + zone - 25, beijing, zone))
        << zone6(kBeijing54.plain6 + wide - 13, beijing);
    return out;
}

QVariantList goalOffers(const model::Snapshot& file) {
    QVariantList out;
    for (const model::Level level :
         {model::Level::grid, model::Level::naturalVillage, model::Level::village, model::Level::township})
        out << offer(goalKey({Into::Kind::units, level, {}}), ImportOffers::tr("Units: %1").arg(levelTitle(level)));
    out << offer(QStringLiteral("organisations"), ImportOffers::tr("Party organisations"));
    for (const model::RegisterDef& def : file.catalogue->registers) {
        if (def.anchor == model::Anchor::link) continue;
        out << offer(goalKey({Into::Kind::records, {}, def.id}),
                     ImportOffers::tr("Register: %1").arg(titleOf(def.title)));
    }
    return out;
}

QVariantList keyOffers(const Into& into, const model::Snapshot& file) {
    QVariantList out{offer({}, ImportOffers::tr("Nothing: all are new"))};
    if (into.kind == Into::Kind::units) {
        out << offer(QStringLiteral("code"), ImportOffers::tr("Their code"));
    } else if (into.kind == Into::Kind::organisations) {
        out << offer(QStringLiteral("name"), ImportOffers::tr("Their name"));
    } else if (const model::RegisterDef* def = file.catalogue->find(into.registerId)) {
        for (const exchange::Target& target : exchange::targetsOf(*def))
            out << offer(fromUtf8(target.id), titleOf(target.title));
    }
    return out;
}

QString goalKey(const Into& into) {
    switch (into.kind) {
    case Into::Kind::units: return QStringLiteral("level:") + fromUtf8(model::levelName(into.level));
    case Into::Kind::records: return QStringLiteral("register:") + fromUtf8(into.registerId);
    case Into::Kind::organisations: break;
    }
    return QStringLiteral("organisations");
}

std::optional<Into> goalOf(const QString& key) {
    if (key == QLatin1String("organisations")) return Into{Into::Kind::organisations, {}, {}};
    const std::string what = key.section(QLatin1Char(':'), 1).toStdString();
    if (key.startsWith(QLatin1String("register:"))) return Into{Into::Kind::records, {}, what};
    const auto level = model::parseLevel(what);
    if (!level) return std::nullopt;
    return Into{Into::Kind::units, *level, {}};
}

std::optional<Into> proposedGoal(const exchange::Preview& preview, const model::Snapshot& file) {
    constexpr std::size_t kSure = 3, kLikely = 2;
    std::vector<std::string> names;
    for (const exchange::PreviewField& field : preview.fields) names.push_back(field.name);
    const model::RegisterDef* best = nullptr;
    std::size_t most = 0;
    for (const model::RegisterDef& def : file.catalogue->registers) {
        const std::size_t found = fits(def.anchor, preview) ? mapped(exchange::targetsOf(def), names) : 0;
        if (found <= most) continue;
        most = found;
        best = &def;
    }
    if (best && most >= kSure) return Into{Into::Kind::records, {}, best->id};
    if (preview.areas > 0) {
        if (const auto level = levelByCodes(preview)) return Into{Into::Kind::units, *level, {}};
    }
    if (mapped(exchange::organisationTargets(), names) >= kSure) return Into{Into::Kind::organisations, {}, {}};
    if (best && most >= kLikely) return Into{Into::Kind::records, {}, best->id};
    return std::nullopt;
}

bool hasLocalDatum(const exchange::Preview& preview) {
    return std::ranges::any_of(preview.report.findings,
                               [](const auto& finding) { return finding.rule == exchange::Rule::crsInexact; });
}

}  // namespace xiangtu::app
