// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/attachment_item.h"

#include "app/models/terms.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace xiangtu::app {

namespace {

constexpr int kThumbnailPx = 256;
/// More than a screen shows; a photo of a telephone has twice as much.
constexpr int kWholePx = 2048;

QImage decoded(const std::vector<std::byte>& bytes, int mostPx) {
    QByteArray source = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    QBuffer buffer(&source);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > mostPx || size.height() > mostPx))
        reader.setScaledSize(size.scaled(mostPx, mostPx, Qt::KeepAspectRatio));
    return reader.read();
}

}  // namespace

QImage pictureOf(const store::Attachment& attachment, int mostPx) {
    if (mostPx <= kThumbnailPx && !attachment.thumbnail.empty()) {
        const QImage thumbnail = decoded(attachment.thumbnail, mostPx);
        if (!thumbnail.isNull()) return thumbnail;
    }
    return decoded(attachment.bytes, mostPx);
}

AttachmentItem::AttachmentItem(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(&m_job, &LatestJob::failed, this, [this] { show(QStringLiteral("broken"), {}); });
}

void AttachmentItem::setProject(ProjectObject* project) {
    if (m_project == project) return;
    m_project = project;
    emit questionChanged();
    load();
}

void AttachmentItem::setHash(const QString& hash) {
    if (m_hash == hash) return;
    m_hash = hash;
    emit questionChanged();
    load();
}

void AttachmentItem::setWhole(bool whole) {
    if (m_whole == whole) return;
    m_whole = whole;
    emit questionChanged();
    load();
}

void AttachmentItem::load() {
    m_job.cancel();
    m_name.clear();
    m_taken.clear();
    if (!m_project || m_hash.isEmpty()) return show(QStringLiteral("none"), {});
    show(QStringLiteral("loading"), {});
    m_project->loadAttachment(m_hash, this, [this, hash = m_hash](const auto& attachment) {
        if (hash == m_hash) take(attachment);
    });
}

void AttachmentItem::take(const std::shared_ptr<const store::Attachment>& attachment) {
    if (!attachment) return show(QStringLiteral("missing"), {});
    m_name = fromUtf8(attachment->name);
    m_taken = fromUtf8(attachment->taken).left(16).replace(QLatin1Char('T'), QLatin1Char(' '));
    if (!attachment->mime.starts_with("image/") && attachment->thumbnail.empty())
        return show(QStringLiteral("paper"), {});
    emit changed();
    m_job.start<QImage>([attachment, most = m_whole ? kWholePx : kThumbnailPx](
                            const base::Progress&) { return pictureOf(*attachment, most); },
                        [this](const QImage& image) {
                            show(image.isNull() ? QStringLiteral("broken") : QStringLiteral("photo"), image);
                        });
}

void AttachmentItem::show(const QString& status, const QImage& image) {
    m_status = status;
    m_image = image;
    emit changed();
    update();
}

void AttachmentItem::paint(QPainter* painter) {
    if (m_image.isNull()) return;
    // Small ones fill their square, as in an album; the photo itself is shown to its edges.
    QSizeF size = m_image.size();
    size.scale(this->size(), m_whole ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding);
    if (m_whole && size.width() > m_image.width()) size = m_image.size();
    const QRectF target((width() - size.width()) / 2, (height() - size.height()) / 2, size.width(), size.height());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setClipRect(boundingRect());
    painter->drawImage(target, m_image);
}

}  // namespace xiangtu::app
