// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QQuickWindow;

namespace xiangtu::app {

/// Waits until the window says it is settled (its property `settled`: the map complete, nothing
/// loading), writes what it shows as PNG, prints the path and ends the program: exit code 0, or 1 with
/// a message when it does not settle in time or the picture cannot be written.
class Screenshot : public QObject {
    Q_OBJECT

public:
    Screenshot(QQuickWindow* window, QString file);

private:
    void look();
    void take();

    QQuickWindow* m_window;
    QString m_file;
    int m_looks = 0;
    int m_settledLooks = 0;
};

}  // namespace xiangtu::app
