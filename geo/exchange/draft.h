// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/code_reading.h"
#include "exchange/finding.h"
#include "exchange/report.h"
#include "model/draft.h"
#include "model/unit.h"

#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A record on its way to becoming a unit. Stages of the import fill it and add findings.
struct Draft {
    std::size_t record = 0;
    model::NewUnit unit;
    std::string codeText;  ///< as the source writes it
    CodeReading reading;
    std::string parentText;                 ///< value of the parent field, if one was named
    model::UnitRef parent;                  ///< in the file
    std::optional<geom::GridPoint> inside;  ///< a point of the shape (or the record's own point)
    bool rejected = false;
    std::vector<Finding> findings;

    [[nodiscard]] std::optional<geom::GeoPoint> place() const {
        return inside ? std::optional(geom::toGeo(*inside)) : std::nullopt;
    }
    /// Adds a finding about this record.
    Finding& find(Rule rule, Severity severity, Outcome outcome, std::string message, std::string field = {});
    [[nodiscard]] bool has(Rule rule) const noexcept;
    /// The record is not taken.
    void reject(Rule rule, std::string message, std::string field = {});
};

/// A finding about the layer as a whole that speaks for `count` records.
[[nodiscard]] Finding layerFinding(Rule rule, Severity severity, std::int64_t count, std::string message,
                                   std::string field = {});

/// Counts the record as taken or rejected and hands its findings over, with its place.
void settle(Draft& draft, ImportReport& report);

}  // namespace xiangtu::exchange
