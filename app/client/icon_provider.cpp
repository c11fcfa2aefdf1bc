// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/icon_provider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace xiangtu::app {

namespace {
constexpr int kNaturalPx = 24;
}

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QString name = id.section(QLatin1Char('/'), 0, 0);
    const QString colour = id.section(QLatin1Char('/'), 1, 1);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("there is no icon named %s", qPrintable(name));
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", QByteArray("#") + colour.toLatin1());
    QSvgRenderer renderer(svg);
    const int side = requestedSize.isEmpty() ? kNaturalPx : qMax(requestedSize.width(), requestedSize.height());
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    *size = image.size();
    return image;
}

}  // namespace xiangtu::app
