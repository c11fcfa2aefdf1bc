// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace xiangtu::app {

/// What a line of twice this width around the ink of a mask (Format_Alpha8) covers, ink included; the mask's
/// size and format. Costs a few microseconds where stroking the outlines of Chinese characters costs
/// milliseconds. Ink nearer to the rim than the radius loses halo there.
[[nodiscard]] QImage haloOf(const QImage& mask, double radiusPx);

/// `ink` through the mask laid over `halo` through its halo: premultiplied, of the mask's size.
[[nodiscard]] QImage withHalo(const QImage& mask, const QImage& halo, QRgb inkColour, QRgb haloColour);

}  // namespace xiangtu::app
