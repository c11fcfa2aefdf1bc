// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace xiangtu::app {

/// Chooses how the window is drawn; call after QGuiApplication exists and before the first window.
/// Where OpenGL is missing or is itself computed by the processor (llvmpipe, softpipe), Qt's software
/// adaptation shows the same picture faster. A choice in the environment (QT_QUICK_BACKEND,
/// QSG_RHI_BACKEND) is left alone.
void chooseGraphics();

}  // namespace xiangtu::app
