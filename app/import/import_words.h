// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/merge.h"
#include "exchange/finding.h"

#include <QString>

#include <string>

namespace xiangtu::app {

// What the core says of an import, in the language of the interface. Its own sentences are English.

[[nodiscard]] QString ruleTitle(exchange::Rule rule);
[[nodiscard]] QString fateTitle(edit::Fate fate);
/// Record, field, code, value, extent and what became of it: the parts a finding has.
[[nodiscard]] QString findingText(const exchange::Finding& finding);
/// Why an encoding or a coordinate system was taken (ImportReport::encodingBasis, crsBasis). A part that is
/// not known stays as it is.
[[nodiscard]] QString basisWords(const std::string& basis);
/// How exact the way from another datum is (Rule::crsInexact).
[[nodiscard]] QString shiftWords(const exchange::Finding& finding);
/// Why a source cannot be imported, as one short sentence; the core's own words say the details.
[[nodiscard]] QString refusalWords(const std::string& reason);

}  // namespace xiangtu::app
