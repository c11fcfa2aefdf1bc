// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"

#include <QElapsedTimer>
#include <QObject>
#include <QQmlEngine>
#include <QString>

namespace xiangtu::app {

/// Makes the demo county once, on a worker, into the user's data folder. Lives on the interface thread.
class DemoCounty : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Client")
    Q_PROPERTY(bool running READ running NOTIFY runningChanged)
    Q_PROPERTY(QString stage READ stage NOTIFY progressChanged)
    /// 0 … 1, or -1 while unknown.
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)

public:
    /// The file that is made.
    DemoCounty(QString file, QString dataDir);

    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] QString stage() const { return m_stage; }
    [[nodiscard]] double progress() const { return m_progress; }

    /// Makes the file unless it is there already; then made().
    void make();
    Q_INVOKABLE void cancel();

signals:
    void runningChanged();
    void progressChanged();
    void made(const QString& file);
    /// kind: base::faultName; text: the message.
    void failed(const QString& kind, const QString& text);

private:
    void setRunning(bool running);

    QString m_file;
    QString m_dataDir;
    bool m_running = false;
    QString m_stage;
    double m_progress = -1;
    LatestJob m_job;
};

}  // namespace xiangtu::app
