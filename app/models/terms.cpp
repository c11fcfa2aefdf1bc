// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/terms.h"

#include <QCoreApplication>

namespace xiangtu::app {

namespace {

struct Terms {
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

}  // namespace

QString titleOf(const model::Titles& titles) {
    //: Translate with the code of your language. It chooses between the Chinese and English texts of the data.
    const bool chinese = Terms::tr("en") == QLatin1String("zh");
    const std::string& first = chinese ? titles.zh : titles.en;
    return fromUtf8(!first.empty() ? first : chinese ? titles.en : titles.zh);
}

QString levelTitle(model::Level level) {
    switch (level) {
    case model::Level::county: return Terms::tr("County");
    case model::Level::township: return Terms::tr("Township");
    case model::Level::village: return Terms::tr("Village");
    case model::Level::naturalVillage: return Terms::tr("Natural village");
    case model::Level::grid: return Terms::tr("Household grid");
    }
    return {};
}

QString unitKindTitle(model::UnitKind kind) {
    using model::UnitKind;
    switch (kind) {
    case UnitKind::county: return Terms::tr("County");
    case UnitKind::district: return Terms::tr("District");
    case UnitKind::town: return Terms::tr("Town");
    case UnitKind::rural: return Terms::tr("Rural township");
    case UnitKind::street: return Terms::tr("Subdistrict");
    case UnitKind::townLike: return Terms::tr("Unit like a township");
    case UnitKind::village: return Terms::tr("Village");
    case UnitKind::community: return Terms::tr("Community");
    case UnitKind::villageLike: return Terms::tr("Unit like a village");
    case UnitKind::naturalVillage: return Terms::tr("Natural village");
    case UnitKind::villagerGroup: return Terms::tr("Villager group");
    case UnitKind::building: return Terms::tr("Building");
    case UnitKind::householdGrid: return Terms::tr("Household grid");
    case UnitKind::dedicatedGrid: return Terms::tr("Dedicated grid");
    case UnitKind::other: return Terms::tr("Unit");
    }
    return {};
}

QString partyOrgKindTitle(model::PartyOrgKind kind) {
    using model::PartyOrgKind;
    switch (kind) {
    case PartyOrgKind::committee: return Terms::tr("Party committee");
    case PartyOrgKind::generalBranch: return Terms::tr("General Party branch");
    case PartyOrgKind::branch: return Terms::tr("Party branch");
    case PartyOrgKind::group: return Terms::tr("Party group");
    case PartyOrgKind::memberHousehold: return Terms::tr("Party member centre household");
    case PartyOrgKind::functional: return Terms::tr("Functional Party organisation");
    }
    return {};
}

QString expectedOrgTitle(model::Level level) {
    switch (level) {
    case model::Level::county:
    case model::Level::township: return partyOrgKindTitle(model::PartyOrgKind::committee);
    case model::Level::village: return partyOrgKindTitle(model::PartyOrgKind::branch);
    case model::Level::naturalVillage: return partyOrgKindTitle(model::PartyOrgKind::group);
    case model::Level::grid: return partyOrgKindTitle(model::PartyOrgKind::memberHousehold);
    }
    return {};
}

}  // namespace xiangtu::app
