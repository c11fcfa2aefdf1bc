// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "exchange/report.h"
#include "exchange/source.h"
#include "exchange/table_map.h"
#include "model/draft.h"
#include "model/snapshot.h"

#include <string>
#include <vector>

namespace xiangtu::exchange {

struct RecordRequest : SourceRequest {
    std::string registerId;
    AskedMap map;
    base::Date from{};  ///< first day the records count
};
struct RecordPlan {
    std::vector<model::NewRecord> records;
    std::vector<std::int64_t> numbers;  ///< position in the source of each
    ImportReport report;
};
/// Reads records of a register: values in their fields' own types, units by code, by name or by place, shapes in
/// EPSG:4490. A record that cannot stand in the register is a finding and is left out. Writes nothing. Refused: what
/// openSource() and mapTable() refuse, a register there is none of, one of links. Faults throw base::Error.
[[nodiscard]] base::Result<RecordPlan, Refusal> planRecords(const RecordRequest& request, const model::Snapshot& file,
                                                            const base::Progress& progress);

struct OrganisationRequest : SourceRequest {
    AskedMap map;
    base::Date from{};  ///< established where the source has no day
};
struct OrganisationPlan {
    std::vector<model::NewPartyOrg> orgs;
    std::vector<std::int64_t> numbers;
    ImportReport report;
};
/// The same for Party organisations. Their kind is read as its key or its Chinese name, or told from the ending of
/// their name; above each stands the nearest that serves a unit above its own.
[[nodiscard]] base::Result<OrganisationPlan, Refusal> planOrganisations(const OrganisationRequest& request,
                                                                        const model::Snapshot& file,
                                                                        const base::Progress& progress);

}  // namespace xiangtu::exchange
