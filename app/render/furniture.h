// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/sheet.h"

#include <QRectF>

class QPainter;

namespace xiangtu::app {

/// Length of a scale bar: a round number (1, 2 or 5 times a power of ten) of metres.
struct BarLength {
    double metres = 0;
    double widthPx = 0;
};
/// The longest round length not wider than `maxWidthPx`.
[[nodiscard]] BarLength barLength(double metresPerPixel, double maxWidthPx) noexcept;
/// "500 米", "2 公里" / "500 m", "2 km".
[[nodiscard]] QString lengthText(double metres, SheetLanguage language);

/// Scale bar with its left end at `at`, drawn upwards.
void drawScaleBar(QPainter& painter, QPointF at, double metresPerPixel, const style::StyleSheet& style,
                  double pixelRatio, SheetLanguage language);
/// North arrow with its tip at `tip`.
void drawNorthArrow(QPainter& painter, QPointF tip, const style::StyleSheet& style, double pixelRatio);

/// Two bars above the map: title left, what the data are right.
void drawTitle(QPainter& painter, const QRectF& band, const QString& title, const QString& note,
               const style::StyleSheet& style, double pixelRatio);
/// Below the map: the internal-use note left, date and projection right.
void drawFooter(QPainter& painter, const QRectF& band, const QString& left, const QString& right,
                const style::StyleSheet& style, double pixelRatio);

}  // namespace xiangtu::app
