// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "golden/golden.h"

#include <QImage>
#include <QString>

#include <algorithm>
#include <cstdlib>

namespace xiangtu::golden {

/// How far two pictures are apart.
struct Difference {
    double mean = 255;  ///< mean difference of a channel, 0 … 255
    double strong = 1;  ///< share of pixels with a channel more than 48 off
};

inline Difference difference(const QImage& a, const QImage& b) {
    if (a.size() != b.size() || a.isNull()) return {};
    double sum = 0, strong = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            const int r = std::abs(qRed(p) - qRed(q)), g = std::abs(qGreen(p) - qGreen(q)),
                      u = std::abs(qBlue(p) - qBlue(q));
            sum += r + g + u;
            strong += std::max({r, g, u}) > 48;
        }
    }
    const double pixels = double(a.width()) * a.height();
    return {sum / (3 * pixels), strong / pixels};
}

/// Compares a picture with tests/golden/NAME. Another font version moves edges of letters a little:
/// that much is allowed, a missing label, a lost border or another colour is not.
inline void expectImage(const std::string& name, const QImage& image) {
    const QString file = QString::fromStdString((folder() / name).string());
    if (updating()) {
        ASSERT_TRUE(image.convertToFormat(QImage::Format_RGB888).save(file));
        return;
    }
    const QImage stored(file);
    ASSERT_FALSE(stored.isNull()) << name << " is missing; write it with XIANGTU_UPDATE_GOLDEN=1";
    ASSERT_EQ(stored.size(), image.size()) << name;
    const Difference d =
        difference(stored.convertToFormat(QImage::Format_RGB32), image.convertToFormat(QImage::Format_RGB32));
    const bool same = d.mean < 0.8 && d.strong < 0.004;
    EXPECT_TRUE(same) << name << ": mean difference " << d.mean << ", strongly different pixels " << 100 * d.strong
                      << " %";
    if (!same) image.save(QString::fromStdString("now_" + name));
}

}  // namespace xiangtu::golden
