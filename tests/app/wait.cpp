// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wait.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

namespace xiangtu::app::test {

bool waitUntil(const std::function<bool()>& done) {
    constexpr qint64 kAtMostMs = 30000;
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > kAtMostMs) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QThread::msleep(1);
    }
    return true;
}

}  // namespace xiangtu::app::test
