// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/graphics_choice.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>
#include <QSGRendererInterface>

namespace xiangtu::app {

namespace {

bool drawnByProcessor(const QByteArray& renderer) {
    for (const char* name : {"llvmpipe", "softpipe", "swrast", "software rasterizer", "swiftshader"}) {
        if (renderer.toLower().contains(name)) return true;
    }
    return false;
}

bool hasGraphicsProcessor() {
    QOpenGLContext context;
    if (!context.create()) return false;
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!surface.isValid() || !context.makeCurrent(&surface)) return false;
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const bool has = name && !drawnByProcessor(name);
    context.doneCurrent();
    return has;
}

}  // namespace

void chooseGraphics() {
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND")) return;
    if (!hasGraphicsProcessor()) QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

}  // namespace xiangtu::app
