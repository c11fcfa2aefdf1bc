// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/map_figures.h"

#include "app/models/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace xiangtu::app {

namespace {

// tr() of a class inside a namespace would look under a name that lupdate does not write.
struct FigureTexts {
    Q_DECLARE_TR_FUNCTIONS(FigureTexts)
};
/// Metres per interface pixel at 96 pixels per inch.
constexpr double kPixelMetres = 0.0254 / 96;
}  // namespace

MapFigures::MapFigures(QObject* parent) : QObject(parent) {}

QString MapFigures::geographic() const { return geographicText({m_lon, m_lat}); }
QString MapFigures::zone() const { return zoneText({m_lon, m_lat}); }
double MapFigures::barPx() const { return scaleBar(m_metresPerPixel, m_widestBar).px; }

QString MapFigures::barText() const {
    const double metres = scaleBar(m_metresPerPixel, m_widestBar).metres;
    return metres < 1000 ? FigureTexts::tr("%1 m").arg(metres) : FigureTexts::tr("%1 km").arg(metres / 1000);
}

QString MapFigures::scale() const {
    // Two significant digits: a screen's true pixel size is known no better.
    const double denominator = m_metresPerPixel / kPixelMetres;
    if (!(denominator >= 1)) return {};
    const double step = std::pow(10, std::floor(std::log10(denominator)) - 1);
    return QStringLiteral("1 : %1").arg(countText(qint64(std::round(denominator / step) * step)));
}

QString MapFigures::length() const { return lengthText(m_lengthM); }
QString MapFigures::areaMu() const { return muText(m_areaM2); }

QString MapFigures::areaOther() const {
    return QStringLiteral("%1 · %2").arg(hectareText(m_areaM2), squareMetreText(m_areaM2));
}

}  // namespace xiangtu::app
