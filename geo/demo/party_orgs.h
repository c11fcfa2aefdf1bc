// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/record_slots.h"

namespace xiangtu::demo {

/// Party organisations of one county, those above before those below: county committee, township
/// committees, village branches (general branches where many households live), groups in most natural
/// villages, member households in most grids, functional cells on the county's chains, and some that
/// were dissolved. Which units have none is fixed by the seed.
void addPartyOrgs(const Roll& roll, model::Sink& sink);

/// Name of the organisation of a county, township or village that exists today; below villages the
/// village's.
[[nodiscard]] std::string organisationOf(const Roll& roll, Place place);

}  // namespace xiangtu::demo
