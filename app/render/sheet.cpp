// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/sheet.h"

#include "app/render/furniture.h"
#include "app/render/legend_painter.h"
#include "app/render/map_font.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <string>

namespace xiangtu::app {

namespace {

// Interface pixels.
constexpr double kMargin = 24, kTitleBand = 54, kFooterBand = 30, kMapMargin = 8, kInset = 16;

const model::Titles& themeTitle(const scene::Options& options) {
    static const std::array<model::Titles, scene::kThemeCount> kTitles{{{"五色网格图", "Grids in five colours"},
                                                                        {"党组织覆盖图", "Party coverage"},
                                                                        {"示范村分布图", "Demonstration villages"},
                                                                        {"产业基地分布图", "Industry bases"},
                                                                        {"指标图", "Indicator"}}};
    return options.figures && options.theme == scene::Theme::indicator ? options.figures->title
                                                                       : kTitles[std::size_t(options.theme)];
}

geom::GridBox shownBox(const scene::Geometry& geometry, const SheetRequest& request) {
    return request.box.empty() ? geometry.extent() : request.box;
}

/// The corner of the map where the panel hides the fewest coloured pixels.
QPointF emptiestCorner(const QImage& map, QSizeF panel, double inset) {
    const double right = map.width() - panel.width() - inset, bottom = map.height() - panel.height() - inset;
    // In order of custom: lower right, lower left, upper right, upper left.
    const std::array<QPointF, 4> corners{{{right, bottom}, {inset, bottom}, {right, inset}, {inset, inset}}};
    const QRgb ground = map.pixel(0, 0);
    QPointF best = corners[0];
    long fewest = -1;
    for (const QPointF corner : corners) {
        long hidden = 0;
        for (int y = int(corner.y()); y < corner.y() + panel.height(); y += 4) {
            for (int x = int(corner.x()); x < corner.x() + panel.width(); x += 4) {
                if (map.valid(x, y) && map.pixel(x, y) != ground) ++hidden;
            }
        }
        if (fewest < 0 || hidden < fewest) {
            fewest = hidden;
            best = corner;
        }
    }
    return best;
}

/// One line for every kind of link on the map.
void addLinks(scene::Legend& legend, const scene::Links& links, const style::StyleSheet& style) {
    for (std::size_t k = 0; k < scene::kLinkKindCount; ++k) {
        const auto kind = scene::LinkKind(k);
        const auto count = std::ranges::count(links, kind, &scene::Link::kind);
        if (count == 0) continue;
        scene::LegendEntry& entry = legend.entries.emplace_back();
        entry.key = "link:" + std::string(scene::linkKindName(kind));
        entry.title = scene::linkTitles(kind);
        entry.colour = style.link(scene::linkKindName(kind));
        entry.pattern = style::Pattern::solid;
        entry.count = count;
    }
}

}  // namespace

QString inLanguage(const model::Titles& titles, SheetLanguage language) {
    const bool english = language == SheetLanguage::english && !titles.en.empty();
    return QString::fromStdString(english ? titles.en : titles.zh);
}

QImage paintPlain(const scene::Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                  const scene::Options& options, const SheetRequest& request) {
    const scene::View view =
        stepView(shownBox(geometry, request), request.widthPx, request.heightPx, kMapMargin * options.pixelRatio);
    return paintMap(geometry, snapshot, style, options, view, request.links).image;
}

QImage paintSheet(const scene::Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                  const scene::Options& options, const SheetRequest& request) {
    const double k = options.pixelRatio;
    const QRect frame(int(kMargin * k), int(kTitleBand * k), int(request.widthPx - 2 * kMargin * k),
                      int(request.heightPx - (kTitleBand + kFooterBand) * k));
    const scene::View view = stepView(shownBox(geometry, request), frame.width(), frame.height(), kMapMargin * k);
    PaintedMap map = paintMap(geometry, snapshot, style, options, view, request.links);
    if (request.asked) {
        QPainter over(&map.image);
        drawAsked(over, *request.asked, view, {toColor(style.selection), toColor(style.background)}, k);
    }
    const double metresPerPixel = view.metresPerPixel();

    QImage image(request.widthPx, request.heightPx, QImage::Format_RGB32);
    image.fill(toColor(style.furniture.panel | 0xFF000000u));
    QPainter painter(&image);
    painter.drawImage(frame.topLeft(), map.image);
    painter.setPen(QPen(toColor(style.furniture.ink), 1.5 * k));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(frame));

    const bool chinese = request.language == SheetLanguage::chinese;
    QString title = request.title;
    if (title.isEmpty()) {
        title = QString::fromStdString(snapshot.info.title);
        if (!chinese) title += QStringLiteral(": ");
        title += inLanguage(themeTitle(options), request.language);
    }
    const QRectF head(frame.left(), 0, frame.width(), kTitleBand * k);
    const model::Titles demo{"示例数据", "Demonstration data"};
    drawTitle(painter, head, title, snapshot.info.demo ? inLanguage(demo, request.language) : QString(), style, k);
    const model::Titles internal{"内部使用，不得公开", "For internal use only"};
    const model::Titles made{"%1　坐标系：2000 国家大地坐标系", "%1 · CGCS2000"};
    const QRectF foot(frame.left(), frame.bottom() + 1, frame.width(), kFooterBand * k);
    drawFooter(painter, foot, inLanguage(internal, request.language),
               inLanguage(made, request.language).arg(QString::fromStdString(snapshot.day.iso())), style, k);

    scene::Legend lines = scene::buildLegend(geometry, snapshot, style, options, metresPerPixel * k);
    addLinks(lines, request.links, style);
    const LegendPainter legend(lines, style, options, request.language);
    const QPointF corner = emptiestCorner(map.image, legend.size(), kInset * k);
    legend.draw(painter, QPointF(frame.topLeft()) + corner);
    // The scale bar keeps to the lower left unless the legend lies there.
    const bool legendThere = corner.x() < frame.width() / 2.0 && corner.y() > frame.height() / 2.0;
    const double barLeft = legendThere ? frame.right() - (kInset + 190) * k : frame.left() + kInset * k;
    drawScaleBar(painter, {barLeft, frame.bottom() - kInset * k}, metresPerPixel, style, k, request.language);
    const bool topRight = corner.x() > frame.width() / 2.0 && corner.y() < frame.height() / 2.0;
    const double arrow = topRight ? frame.left() + (kInset + 10) * k : frame.right() - (kInset + 10) * k;
    drawNorthArrow(painter, {arrow, frame.top() + kInset * k}, style, k);
    return image;
}

}  // namespace xiangtu::app
