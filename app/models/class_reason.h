// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QUrl>

namespace xiangtu::app {

/// What goes with the next class that is given: reasons given lately to choose from, and a photo, kept
/// in the file as soon as it is chosen. Lives on the interface thread.
class ClassReason : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    /// Position of the active scheme in the file.
    Q_PROPERTY(int scheme READ scheme WRITE setScheme NOTIFY schemeChanged)
    /// Of this scheme by anybody, newest first.
    Q_PROPERTY(QStringList recent READ recent NOTIFY recentChanged)
    /// Fingerprint of the photo; empty = none.
    Q_PROPERTY(QString photo READ photo NOTIFY photoChanged)
    /// The photo is being read.
    Q_PROPERTY(bool busy READ busy NOTIFY photoChanged)

public:
    explicit ClassReason(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] int scheme() const { return m_scheme; }
    void setScheme(int scheme);
    [[nodiscard]] QStringList recent() const { return m_recent; }
    [[nodiscard]] QString photo() const { return m_photo; }
    [[nodiscard]] bool busy() const { return m_busy; }

    Q_INVOKABLE void addPhoto(const QUrl& file);
    Q_INVOKABLE void clearPhoto();

signals:
    void projectChanged();
    void schemeChanged();
    void recentChanged();
    void photoChanged();

private:
    void refresh();

    QPointer<ProjectObject> m_project;
    int m_scheme = 0;
    QStringList m_recent;
    QString m_photo;
    bool m_busy = false;
};

}  // namespace xiangtu::app
