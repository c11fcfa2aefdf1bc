// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QImage>
#include <QPointer>
#include <QQmlEngine>
#include <QQuickPaintedItem>

#include <memory>

namespace xiangtu::app {

/// A photo kept in the file, painted as large as the item; or what is known of a paper. Bytes are read
/// on the file's thread and decoded by a worker. Lives on the interface thread.
class AttachmentItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY questionChanged)
    /// Fingerprint of the attachment; empty = nothing is shown.
    Q_PROPERTY(QString hash READ hash WRITE setHash NOTIFY questionChanged)
    /// The photo itself instead of its thumbnail.
    Q_PROPERTY(bool whole READ whole WRITE setWhole NOTIFY questionChanged)
    /// none | loading | photo | broken | paper | missing
    Q_PROPERTY(QString status READ status NOTIFY changed)
    /// File name it came with; empty until it is known.
    Q_PROPERTY(QString name READ name NOTIFY changed)
    /// "2026-05-03 10:20", as the photo says; may be empty.
    Q_PROPERTY(QString taken READ taken NOTIFY changed)

public:
    explicit AttachmentItem(QQuickItem* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] QString hash() const { return m_hash; }
    void setHash(const QString& hash);
    [[nodiscard]] bool whole() const { return m_whole; }
    void setWhole(bool whole);
    [[nodiscard]] QString status() const { return m_status; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString taken() const { return m_taken; }

    void paint(QPainter* painter) override;

signals:
    void questionChanged();
    void changed();

private:
    void load();
    void take(const std::shared_ptr<const store::Attachment>& attachment);
    void show(const QString& status, const QImage& image);

    QPointer<ProjectObject> m_project;
    QString m_hash;
    bool m_whole = false;
    QString m_status = QStringLiteral("none");
    QString m_name;
    QString m_taken;
    QImage m_image;
    LatestJob m_job;
};

/// The picture of an attachment, upright, at most `mostPx` wide and high; null when it cannot be read.
/// Its thumbnail serves when it is large enough. For workers.
[[nodiscard]] QImage pictureOf(const store::Attachment& attachment, int mostPx);

}  // namespace xiangtu::app
