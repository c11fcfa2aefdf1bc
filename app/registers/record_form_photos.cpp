// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and papers of a form, and where photos were taken.
#include "app/models/terms.h"
#include "app/registers/record_form.h"

namespace xiangtu::app {

void RecordForm::addFile(int row, const QUrl& file) {
    if (!m_project || row < 0 || row >= rowCount()) return;
    setBusy(true);
    const QString name = fromUtf8(field(m_entries[std::size_t(row)]).name);
    const auto form = m_def;
    m_project->addAttachment(file.isLocalFile() ? file.toLocalFile() : file.path(), this,
                             [this, name, form](const QString& hash) {
                                 setBusy(false);
                                 if (hash.isEmpty() || form != m_def) return;
                                 const int at = rowOf(name);
                                 const QString before = m_entries[std::size_t(at)].text;
                                 if (before.contains(hash)) return;
                                 setText(at, before.isEmpty() ? hash : before + QLatin1Char(',') + hash);
                             });
}

QStringList RecordForm::photosNamed() const {
    QStringList hashes;
    for (const Entry& entry : m_entries) {
        if (field(entry).type == model::FieldType::photo)
            hashes += entry.text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    return hashes;
}

void RecordForm::askPhotos() {
    emit photoPlacesChanged();
    if (!m_project || !m_def || m_def->anchor != model::Anchor::point) return;
    for (const QString& hash : photosNamed()) {
        if (!m_photos.try_emplace(hash).second) continue;
        m_project->loadAttachment(hash, this, [this, hash](const auto& photo) {
            if (!photo || !photo->place) return;
            m_photos[hash] = PhotoPlace{*photo->place, fromUtf8(photo->name)};
            emit photoPlacesChanged();
        });
    }
}

QVariantList RecordForm::photoPlaces() const {
    QVariantList list;
    if (!m_def || m_def->anchor != model::Anchor::point) return list;
    for (const QString& hash : photosNamed()) {
        const auto found = m_photos.find(hash);
        if (found == m_photos.end() || !found->second) continue;
        const auto& [place, name] = *found->second;
        list << QVariantMap{{"lon", place.lon}, {"lat", place.lat}, {"name", name}};
    }
    return list;
}

}  // namespace xiangtu::app
