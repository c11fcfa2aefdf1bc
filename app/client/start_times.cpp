// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/start_times.h"

#include "app/map/map_item.h"
#include "app/project/project_object.h"

#include <QFile>
#include <QQuickWindow>

#include <cstdio>
#include <ctime>
#include <utility>

#include <unistd.h>

namespace xiangtu::app {

namespace {

/// Since the kernel made this process, in steps of its clock tick (10 ms); below 0 where it does not tell.
double secondsSinceStart() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly)) return -1;
    // The name in parentheses may hold spaces; the start is the twentieth number behind it (proc(5), field 22).
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int kStart = 19;
    std::timespec now{};
    if (fields.size() <= kStart || ::clock_gettime(CLOCK_BOOTTIME, &now) != 0) return -1;
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9 - fields[kStart].toDouble() / double(::sysconf(_SC_CLK_TCK));
}

}  // namespace

StartTimes::StartTimes(QQuickWindow* window, const ProjectObject* project)
    : QObject(window), m_window(window), m_project(project) {
    // In the thread of the scene graph, which holds this one while it draws.
    connect(window, &QQuickWindow::frameSwapped, this, &StartTimes::look);
    connect(project, &ProjectObject::phaseChanged, this, [this] {
        if (m_project->phase() == ProjectObject::Phase::Ready) say("everything");
    });
}

void StartTimes::look() {
    if (!std::exchange(m_firstFrame, true)) say("first frame");
    if (m_wholeMap || !m_project->state().drawable) return;
    const auto* map = m_window->findChild<MapItem*>();
    if (!map || !map->complete()) return;
    m_wholeMap = true;
    say("whole map");
}

void StartTimes::say(const char* what) {
    std::printf("%s %.2f s\n", what, secondsSinceStart());
    std::fflush(stdout);
}

}  // namespace xiangtu::app
