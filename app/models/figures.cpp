// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/figures.h"

#include "base/error.h"
#include "geodesy/area.h"
#include "geodesy/gauss_kruger.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace xiangtu::app {

namespace {

struct Figures {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

constexpr double kHectare = 1e4;
constexpr double kSquareKilometre = 1e6;

QString grouped(QString digits) {
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) digits.insert(at, QLatin1Char(','));
    return digits;
}

}  // namespace

QString countText(qint64 count) {
    const QString digits = grouped(QString::number(std::abs(count)));
    return count < 0 ? QLatin1Char('-') + digits : digits;
}

QString numberText(double value, int decimals) {
    const QString digits = QString::number(std::abs(value), 'f', decimals);
    const qsizetype whole = decimals > 0 ? digits.size() - decimals - 1 : digits.size();
    QString text = grouped(digits.left(whole)) + digits.mid(whole);
    return value < 0 && text.contains(QRegularExpression(QStringLiteral("[1-9]"))) ? QLatin1Char('-') + text : text;
}

QString muText(double squareMetres) {
    const double mu = geodesy::muFromSquareMetres(squareMetres);
    return Figures::tr("%1 mu").arg(numberText(mu, mu < 1000 ? 2 : 1));
}

QString hectareText(double squareMetres) {
    const double ha = squareMetres / kHectare;
    return Figures::tr("%1 ha").arg(numberText(ha, ha < 100 ? 2 : 1));
}

QString squareMetreText(double squareMetres) {
    if (squareMetres >= 10 * kSquareKilometre) {
        return Figures::tr("%1 km²").arg(numberText(squareMetres / kSquareKilometre, 2));
    }
    return Figures::tr("%1 m²").arg(countText(std::llround(squareMetres)));
}

QString lengthText(double metres) {
    if (metres < 1000) return Figures::tr("%1 m").arg(numberText(metres, metres < 100 ? 1 : 0));
    const double km = metres / 1000;
    return Figures::tr("%1 km").arg(numberText(km, km < 100 ? 2 : 1));
}

QString shareText(double share) { return QStringLiteral("%1 %").arg(numberText(share * 100, 1)); }

QString geographicText(geom::GeoPoint p) {
    const auto degrees = [](double value) { return QString::number(std::abs(value), 'f', 5); };
    return QStringLiteral("%1° %2, %3° %4")
        .arg(degrees(p.lon), p.lon < 0 ? QStringLiteral("W") : QStringLiteral("E"), degrees(p.lat),
             p.lat < 0 ? QStringLiteral("S") : QStringLiteral("N"));
}

QString zoneText(geom::GeoPoint p) {
    if (p.lon < 73.5 || p.lon > 136.5 || p.lat < 0 || p.lat > 60) return {};
    try {
        const geodesy::ZonePoint at = geodesy::toZone(p);
        return Figures::tr("X %1  Y %2  (zone %3)")
            .arg(QString::number(at.northing, 'f', 1), QString::number(at.easting, 'f', 1))
            .arg(at.zone);
    } catch (const base::Error&) {
        return {};  // no finite result: there is nothing to show for this place
    }
}

ScaleBar scaleBar(double metresPerPx, double widestPx) {
    if (!(metresPerPx > 0) || !(widestPx > 0)) return {};
    const double longest = metresPerPx * widestPx;
    const double power = std::pow(10, std::floor(std::log10(longest)));
    const double lead = longest / power;
    const double metres = (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
    return {metres, metres / metresPerPx};
}

}  // namespace xiangtu::app
