// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of ProjectObject and what it reads on the side: all of it on the file's thread.
#include "app/project/project_object_impl.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeDatabase>

#include <QBuffer>

namespace xiangtu::app {

namespace {

constexpr int kThumbnailPx = 256;
/// Papers of an office are small; a film would make the county file unfit to be handed on.
constexpr qint64 kAttachmentBytes = qint64(32) << 20;

std::vector<std::byte> bytesOf(const QByteArray& array) {
    const auto* first = reinterpret_cast<const std::byte*>(array.constData());
    return {first, first + array.size()};
}

QByteArray thumbnailOf(const QString& path) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (whole.isValid()) reader.setScaledSize(whole.scaled(kThumbnailPx, kThumbnailPx, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    QByteArray bytes;
    if (image.isNull()) return bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 82);
    return bytes;
}

store::Attachment readAttachment(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw base::Error(base::Fault::io, path.toStdString() + ": " + file.errorString().toStdString());
    }
    if (file.size() > kAttachmentBytes) {
        throw base::Error(base::Fault::io, path.toStdString() + ": larger than 32 MiB");
    }
    const QByteArray bytes = file.readAll();
    store::Attachment attachment;
    attachment.hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
    attachment.name = QFileInfo(path).fileName().toStdString();
    attachment.mime = QMimeDatabase().mimeTypeForFile(path).name().toStdString();
    attachment.bytes = bytesOf(bytes);
    attachment.thumbnail = bytesOf(thumbnailOf(path));
    attachment.at = base::nowIso();
    return attachment;
}

}  // namespace

void ProjectObject::run(Order order) {
    if (m_impl->phase != Phase::Ready) return;
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, order = std::move(order),
                         author = m_impl->author.toStdString(),
                         role = m_impl->role](std::optional<project::Project>& project) {
        if (!project) return;
        std::optional<project::Outcome> outcome;
        bool canUndo = false;
        const auto fault = caught([&] {
            outcome.emplace(order.edit(*project, author, role));
            canUndo = !project->store().readOnly() && project->store().lastUndoable().has_value();
        });
        answer(this, impl, generation, [this, fault, outcome = std::move(outcome), canUndo, order] {
            if (outcome && outcome->ok()) setCanUndo(canUndo);
            take(order, outcome, fault);
        });
    });
}

void ProjectObject::take(const Order& order, const std::optional<project::Outcome>& outcome,
                         const std::optional<Fault>& fault) {
    Answer heard;
    heard.fault = fault;
    if (outcome && outcome->ok()) {
        heard.records = outcome->value().records;
        show(outcome->value().state, Phase::Ready);
        emit applied(outcome->value().touched, outcome->value().logNumber);
        emit(this->*order.done)();
    } else if (outcome) {
        heard.refusal = outcome->error();
        const geom::GeoPoint at = heard.refusal->place.value_or(geom::GeoPoint{});
        if (!order.listener) {
            emit refused(text(edit::refusalName(heard.refusal->reason)), text(heard.refusal->detail),
                         heard.refusal->place.has_value(), at.lon, at.lat);
        }
    }
    if (fault) emit failed(fault->kind, fault->text);
    if (order.listener) order.listener(heard);
}

void ProjectObject::apply(const edit::Command& command, QObject* asker, Listener listener) {
    run({[command](project::Project& project, const std::string& author, model::Role role) {
             return project.apply(command, author, role);
         },
         &ProjectObject::changeSaved,
         [asker = QPointer<QObject>(asker), listener = std::move(listener)](const Answer& heard) {
             if (asker) listener(heard);
         }});
}

void ProjectObject::setCatalogue(const model::Catalogue& catalogue, QObject* asker, Listener listener) {
    run({[catalogue](project::Project& project, const std::string&, model::Role) {
             return project.setCatalogue(catalogue);
         },
         &ProjectObject::catalogueSaved,
         [asker = QPointer<QObject>(asker), listener = std::move(listener)](const Answer& heard) {
             if (asker) listener(heard);
         }});
}

void ProjectObject::loadSteps(const QString& registerId, qint64 record) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, registerId,
                         record](std::optional<project::Project>& project) {
        if (!project) return;
        std::vector<store::StepRecord> steps;
        const auto fault = caught([&] { steps = project->store().steps(registerId.toStdString(), record); });
        answer(this, impl, generation, [this, fault, registerId, record, steps = std::move(steps)] {
            if (fault)
                emit failed(fault->kind, fault->text);
            else
                emit stepsLoaded(registerId, record, steps);
        });
    });
}

void ProjectObject::loadDay(base::Date day) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, progress = m_impl->running,
                         day](std::optional<project::Project>& project) {
        if (!project) return;
        std::shared_ptr<const model::Snapshot> snapshot;
        const auto fault =
            caught([&] { snapshot = std::make_shared<const model::Snapshot>(project->store().load(day, progress)); });
        answer(this, impl, generation, [this, fault, day, snapshot] {
            if (fault)
                emit failed(fault->kind, fault->text);
            else
                emit dayLoaded(day, snapshot);
        });
    });
}

void ProjectObject::addAttachment(const QString& file, QObject* asker,
                                  std::function<void(const QString& hash)> listener) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, file,
                         author = m_impl->author.toStdString(), asker = QPointer<QObject>(asker),
                         listener = std::move(listener)](std::optional<project::Project>& project) {
        if (!project) return;
        QString hash;
        const auto fault = caught([&] {
            store::Attachment attachment = readAttachment(file);
            attachment.author = author;
            project->store().addAttachment(attachment);
            hash = text(attachment.hash);
        });
        answer(this, impl, generation, [this, fault, asker, listener, hash] {
            if (fault) emit failed(fault->kind, fault->text);
            if (asker) listener(hash);
        });
    });
}

}  // namespace xiangtu::app
