// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/party_orgs.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

namespace xiangtu::model {

namespace {

/// An organisation covers a unit of its own level; a county has its committee, too.
bool covers(const PartyOrg& org) noexcept {
    if (!org.serves.valid()) return false;
    if (org.kind == PartyOrgKind::committee && org.serves.level == Level::county) return true;
    return servedLevel(org.kind) == org.serves.level;
}

}  // namespace

void nameServing(PartyTable& party) {
    for (auto& level : party.servedBy) std::ranges::fill(level, PartyTable::kNone);
    for (std::uint32_t i = 0; i < party.orgs.size(); ++i) {
        const PartyOrg org = party.orgs[i];
        if (!covers(org)) continue;
        std::uint32_t& place = party.servedBy[indexOf(org.serves.level)][org.serves.row];
        if (place == PartyTable::kNone || org.kind < party.orgs[place].kind) place = i;
    }
}

std::optional<PartyOrgs> PartyOrgs::of(Arrays arrays) {
    std::uint32_t end = 0;
    for (const PartyOrgRow& row : arrays.rows) {
        const bool inOrder = end <= row.nameEnd && row.nameEnd <= row.chainEnd;
        if (!inOrder || row.kind > std::uint8_t(PartyOrgKind::functional) || row.unitLevel >= kLevelCount) return {};
        end = row.chainEnd;
    }
    if (end > arrays.texts.size()) return {};
    PartyOrgs orgs;
    orgs.m_whole = std::make_shared<const Arrays>(std::move(arrays));
    return orgs;
}

PartyOrg PartyOrgs::operator[](std::size_t i) const noexcept {
    const auto all = rows();
    assert(i < all.size());
    const PartyOrgRow& row = all[i];
    const std::uint32_t begin = i == 0 ? 0 : all[i - 1].chainEnd;
    const auto text = [this](std::uint32_t from, std::uint32_t to) {
        return std::string_view(texts().data() + from, to - from);
    };
    PartyOrg org;
    org.id.value = row.id;
    org.name = text(begin, row.nameEnd);
    org.kind = PartyOrgKind(row.kind);
    org.serves = {Level(row.unitLevel), row.unit};
    org.parent.value = row.parent;
    if (row.hasPlace != 0) org.place = geom::GeoPoint{row.lon, row.lat};
    org.chain = text(row.nameEnd, row.chainEnd);
    org.established.days = row.established;
    org.dissolved.days = row.dissolved;
    return org;
}

std::optional<PartyOrg> PartyOrgs::find(PartyOrgId id) const noexcept {
    const auto place = std::ranges::lower_bound(rows(), id.value, {}, &PartyOrgRow::id);
    if (place == rows().end() || place->id != id.value) return std::nullopt;
    return (*this)[std::size_t(place - rows().begin())];
}

void PartyOrgs::add(const PartyOrg& org) {
    assert(!m_whole);
    const auto append = [this](std::string_view text) {
        m_texts.insert(m_texts.end(), text.begin(), text.end());
        return std::uint32_t(m_texts.size());
    };
    const geom::GeoPoint place = org.place.value_or(geom::GeoPoint{});
    const std::uint32_t nameEnd = append(org.name), chainEnd = append(org.chain);
    m_rows.push_back({org.id.value, org.parent.value, place.lon, place.lat, nameEnd, chainEnd, org.serves.row,
                      org.established.days, org.dissolved.days, std::uint8_t(org.kind), std::uint8_t(org.serves.level),
                      std::uint8_t(org.place.has_value()), 0});
}

}  // namespace xiangtu::model
