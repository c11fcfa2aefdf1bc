// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/screenshot.h"

#include <QCoreApplication>
#include <QImage>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>

namespace xiangtu::app {

namespace {
constexpr int kLookEveryMs = 50;
constexpr int kLooksAtMost = 120 * 1000 / kLookEveryMs;
/// Settled this often in a row: transitions have ended.
constexpr int kSettledLooks = 10;
}  // namespace

Screenshot::Screenshot(QQuickWindow* window, QString file)
    : QObject(window), m_window(window), m_file(std::move(file)) {
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Screenshot::look);
    timer->start(kLookEveryMs);
}

void Screenshot::look() {
    m_settledLooks = m_window->property("settled").toBool() ? m_settledLooks + 1 : 0;
    if (m_settledLooks == kSettledLooks) return take();
    if (++m_looks == kLooksAtMost) {
        std::fprintf(stderr, "xiangtu: the window was not complete after two minutes\n");
        QCoreApplication::exit(1);
    }
}

void Screenshot::take() {
    if (!m_window->grabWindow().save(m_file, "PNG")) {
        std::fprintf(stderr, "xiangtu: %s: the picture cannot be written\n", qPrintable(m_file));
        QCoreApplication::exit(1);
        return;
    }
    std::printf("%s\n", qPrintable(m_file));
    std::fflush(stdout);
    QCoreApplication::exit(0);
}

}  // namespace xiangtu::app
