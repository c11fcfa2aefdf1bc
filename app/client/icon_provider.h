// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace xiangtu::app {

/// image://icon/NAME/RRGGBB: an icon of data/icons in one colour, sharp at the size asked for.
class IconProvider : public QQuickImageProvider {
public:
    IconProvider();
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

}  // namespace xiangtu::app
