// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QQuickWindow;

namespace xiangtu::app {

class MapItem;
class ProjectObject;

/// Writes to standard output, a line each, how many seconds after the start of the process the window had its
/// first frame, the map was whole, and all records were read. What scripts/bench compares with its peers.
class StartTimes : public QObject {
    Q_OBJECT
public:
    /// `project` outlives this; owned by the window.
    StartTimes(QQuickWindow* window, const ProjectObject* project);

private:
    void look();
    static void say(const char* what);

    QQuickWindow* m_window;
    const ProjectObject* m_project;
    bool m_firstFrame = false;
    bool m_wholeMap = false;
};

}  // namespace xiangtu::app
