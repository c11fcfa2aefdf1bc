// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/land_text.h"
#include "exchange/raw_layer.h"

#include <optional>
#include <string>

namespace xiangtu::exchange {

/// Parcels of a 国土TXT as records of a layer: number, name and what else their lines say as UTF-8, eastings first, in
/// the system the header names; none where it does not say enough. Rings inside an earlier one are its holes, others
/// are parts. Parcels one after the other under the same number, of which the later ones have no area, are parts of one
/// record: so a form that knows no parts says it.
[[nodiscard]] RawLayer rawLayerOf(const LandText& text, std::string name);

/// Nothing where the source is no 国土TXT. Text that is not UTF-8 is read as GB 18030; refused with the line where it
/// cannot be understood. Throws Error{Fault::io} when the file cannot be read.
[[nodiscard]] std::optional<base::Result<RawLayer, Refusal>> readLandLayer(const StagedSource& source);

}  // namespace xiangtu::exchange
