// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/pick_model.h"

#include "app/models/terms.h"
#include "app/registers/words.h"

#include <algorithm>
#include <set>

namespace xiangtu::app {

namespace {

using Offer = PickModel::Offer;
using Offers = std::vector<Offer>;

constexpr std::size_t kHitsAtMost = 200;

Offer offerOf(const QString& key, const QString& text, const QString& note) {
    return {key, text, note, searchText(text) + QLatin1Char('\n') + foldQuery(key)};
}

QString pathOf(const model::Snapshot& snapshot, model::UnitRef unit) {
    QStringList names;
    const auto lineage = snapshot.lineage(unit);
    for (auto it = lineage.rbegin() + 1; it != lineage.rend(); ++it) names << fromUtf8(snapshot.unit(*it).name);
    return names.join(QStringLiteral(" · "));
}

Offers unitOffers(const model::Snapshot& snapshot, std::optional<model::Level> level, const base::Progress& progress) {
    Offers offers;
    for (const model::Level each : model::kLevels) {
        if (level && each != *level) continue;
        progress.check();
        const auto& units = snapshot.table(each).units;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            offers.push_back(offerOf(fromUtf8(units[row].code.text()), fromUtf8(units[row].name),
                                     QStringLiteral("%1 · %2").arg(levelTitle(each), pathOf(snapshot, {each, row}))));
        }
    }
    return offers;
}

Offers recordOffers(const model::Snapshot& snapshot, const std::string& registerId) {
    Offers offers;
    const model::RegisterTable* table = snapshot.findRegister(registerId);
    if (!table) return offers;
    for (const auto& record : table->records) {
        offers.push_back(offerOf(QString::number(record->id), recordTitle(snapshot, table->def, *record),
                                 unitName(snapshot, record->unit)));
    }
    return offers;
}

/// Office-holders named anywhere in the registers: each once.
Offers personOffers(const model::Snapshot& snapshot, const base::Progress& progress) {
    std::set<std::string> names;
    for (const auto& table : snapshot.registers) {
        progress.check();
        for (std::size_t f = 0; f < table->def.fields.size(); ++f) {
            if (table->def.fields[f].type != model::FieldType::person || table->def.fields[f].sensitive) continue;
            for (const auto& record : table->records) {
                model::Value value = record->values[f];
                if (auto* name = std::get_if<std::string>(&value)) names.insert(std::move(*name));
            }
        }
    }
    Offers offers;
    for (const std::string& name : names) offers.push_back(offerOf(fromUtf8(name), fromUtf8(name), {}));
    return offers;
}

Offers fieldOffers(const model::Snapshot& snapshot, const std::string& registerId, const std::string& name,
                   const base::Progress& progress) {
    const model::RegisterTable* table = snapshot.findRegister(registerId);
    const model::FieldDef* field = table ? table->def.findField(name) : nullptr;
    if (!field) return {};
    Offers offers;
    switch (field->type) {
    case model::FieldType::choice:
    case model::FieldType::multiChoice:
        for (const model::Choice& choice : field->choices)
            offers.push_back(offerOf(fromUtf8(choice.code), titleOf(choice.name), {}));
        return offers;
    case model::FieldType::unit: return unitOffers(snapshot, field->level, progress);
    case model::FieldType::record: return recordOffers(snapshot, field->of);
    case model::FieldType::person: return personOffers(snapshot, progress);
    case model::FieldType::organisation:
        for (const model::PartyOrg& org : snapshot.party->orgs)
            offers.push_back(offerOf(fromUtf8(org.name), fromUtf8(org.name), partyOrgKindTitle(org.kind)));
        return offers;
    default: return offers;
    }
}

}  // namespace

PickModel::PickModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_build, &LatestJob::failed, this, &PickModel::failed);
    connect(&m_find, &LatestJob::failed, this, &PickModel::failed);
}

void PickModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    m_project = project;
    emit projectChanged();
}

void PickModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
}

void PickModel::setQuery(const QString& query) {
    if (m_query == query) return;
    m_query = query;
    emit queryChanged();
    search();
}

void PickModel::offerField(const QString& registerId, const QString& field) {
    offer([id = registerId.toStdString(), name = field.toStdString()](const model::Snapshot& snapshot,
                                                                      const base::Progress& progress) {
        return fieldOffers(snapshot, id, name, progress);
    });
}

void PickModel::offerUnits(const QString& level) {
    offer([wanted = model::parseLevel(level.toStdString())](const model::Snapshot& snapshot,
                                                            const base::Progress& progress) {
        return unitOffers(snapshot, wanted, progress);
    });
}

void PickModel::offer(std::function<std::vector<Offer>(const model::Snapshot&, const base::Progress&)> make) {
    m_offers.reset();
    m_query.clear();
    emit queryChanged();
    search();
    const auto snapshot = m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    if (!snapshot) return;
    m_busy = true;
    emit changed();
    m_build.start<PickModel::Offers>(
        [snapshot, make = std::move(make)](const base::Progress& progress) {
            return std::make_shared<const std::vector<Offer>>(make(*snapshot, progress));
        },
        [this](PickModel::Offers offers) {
            m_offers = std::move(offers);
            search();
        });
}

void PickModel::search() {
    m_find.cancel();
    if (!m_offers) {
        beginResetModel();
        m_hits.clear();
        endResetModel();
        emit changed();
        return;
    }
    m_busy = true;
    m_find.start<std::vector<std::uint32_t>>(
        [offers = m_offers, wanted = foldQuery(m_query)](const base::Progress&) {
            std::vector<std::uint32_t> first, rest;
            for (std::uint32_t i = 0; i < offers->size() && first.size() < kHitsAtMost; ++i) {
                const QString& text = (*offers)[i].search;
                const qsizetype at = text.indexOf(wanted);
                if (at < 0) continue;
                const bool begins = at == 0 || text[at - 1] == QLatin1Char('\n');
                if (begins)
                    first.push_back(i);
                else if (rest.size() < kHitsAtMost)
                    rest.push_back(i);
            }
            first.insert(first.end(), rest.begin(), rest.end());
            if (first.size() > kHitsAtMost) first.resize(kHitsAtMost);
            return first;
        },
        [this](std::vector<std::uint32_t> hits) {
            beginResetModel();
            m_hits = std::move(hits);
            endResetModel();
            m_busy = false;
            emit changed();
        });
}

QString PickModel::keyAt(int row) const {
    return row >= 0 && row < count() ? (*m_offers)[m_hits[std::size_t(row)]].key : QString();
}

int PickModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant PickModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Offer& offer = (*m_offers)[m_hits[std::size_t(at.row())]];
    switch (role) {
    case KeyRole: return offer.key;
    case TextRole: return offer.text;
    case NoteRole: return offer.note;
    default: return {};
    }
}

QHash<int, QByteArray> PickModel::roleNames() const {
    return {{KeyRole, "key"}, {TextRole, "text"}, {NoteRole, "note"}};
}

}  // namespace xiangtu::app
