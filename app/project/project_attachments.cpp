// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and papers of ProjectObject: read, kept and fetched on the file's thread.
#include "app/project/project_object_impl.h"
#include "exchange/photo.h"

#include <QBuffer>
#include <QImageReader>

namespace xiangtu::app {

namespace {

constexpr int kThumbnailPx = 256;

std::vector<std::byte> bytesOf(const QByteArray& array) {
    const auto* first = reinterpret_cast<const std::byte*>(array.constData());
    return {first, first + array.size()};
}

/// Empty where the bytes are no picture that can be read.
QByteArray thumbnailOf(const std::vector<std::byte>& bytes) {
    QByteArray source = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    QBuffer in(&source);
    in.open(QIODevice::ReadOnly);
    QImageReader reader(&in);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid() && (whole.width() > kThumbnailPx || whole.height() > kThumbnailPx))
        reader.setScaledSize(whole.scaled(kThumbnailPx, kThumbnailPx, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    QByteArray thumbnail;
    if (image.isNull()) return thumbnail;
    QBuffer out(&thumbnail);
    out.open(QIODevice::WriteOnly);
    image.save(&out, "JPEG", 82);
    return thumbnail;
}

store::Attachment readAttachment(const std::filesystem::path& path) {
    exchange::AttachedFile file = exchange::readAttached(path);
    store::Attachment attachment;
    attachment.hash = std::move(file.hash);
    attachment.name = std::move(file.name);
    attachment.mime = std::move(file.mime);
    attachment.place = file.photo.place;
    attachment.taken = std::move(file.photo.taken);
    if (attachment.mime.starts_with("image/")) attachment.thumbnail = bytesOf(thumbnailOf(file.bytes));
    attachment.bytes = std::move(file.bytes);
    attachment.at = base::nowIso();
    return attachment;
}

}  // namespace

void ProjectObject::addAttachment(const QString& file, QObject* asker,
                                  std::function<void(const QString& hash)> listener) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, file,
                         author = m_impl->author.toStdString(), asker = QPointer<QObject>(asker),
                         listener = std::move(listener)](std::optional<project::Project>& project) {
        if (!project) return;
        QString hash;
        std::optional<edit::Refusal> refusal;
        const auto fault = caught([&] {
            store::Attachment attachment = readAttachment(file.toStdString());
            attachment.author = author;
            refusal = project->addAttachment(attachment);
            if (!refusal) hash = text(attachment.hash);
        });
        answer(this, impl, generation, [this, fault, asker, listener, hash, refusal] {
            if (fault) emit failed(fault->kind, fault->text);
            if (refusal) emit refused(text(edit::refusalName(refusal->reason)), sentenceOf(*refusal), false, 0, 0);
            if (asker) listener(hash);
        });
    });
}

void ProjectObject::loadAttachment(const QString& hash, QObject* asker, AttachmentListener listener) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, hash,
                         asker = QPointer<QObject>(asker),
                         listener = std::move(listener)](std::optional<project::Project>& project) {
        if (!project) return;
        std::shared_ptr<const store::Attachment> found;
        const auto fault = caught([&] {
            if (auto attachment = project->store().attachment(hash.toStdString()))
                found = std::make_shared<const store::Attachment>(std::move(*attachment));
        });
        answer(this, impl, generation, [this, fault, asker, listener, found] {
            if (fault) emit failed(fault->kind, fault->text);
            if (asker) listener(found);
        });
    });
}

}  // namespace xiangtu::app
