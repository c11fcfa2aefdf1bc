// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "exchange/raw_layer.h"
#include "exchange/report.h"
#include "exchange/source.h"
#include "exchange/text_reader.h"
#include "exchange/transform.h"

namespace xiangtu::exchange {

/// A layer that was read, and how its texts and places are to be understood.
struct OpenedSource {
    RawLayer raw;
    TextReader reader;
    CrsChoice crs;
    Transform transform;
};

/// Finds, reads and understands a source. Fills what the report says of source, encoding and coordinate system.
/// Refused with the file's name in front: what stage(), readLayer() and chooseCrs() refuse.
[[nodiscard]] base::Result<OpenedSource, Refusal> openSource(const SourceRequest& request, const ReadOptions& options,
                                                             ImportReport& report, const base::Progress& progress);

// The stages of it, for who can go on when one of them refuses.
/// The source's name is in the refusal.
[[nodiscard]] base::Result<RawLayer, Refusal> readSource(const SourceRequest& request, StagedSource& staged,
                                                         const ReadOptions& options, ImportReport& report,
                                                         const base::Progress& progress);
[[nodiscard]] TextReader readerFor(const RawLayer& raw, const StagedSource& staged, const SourceRequest& request,
                                   ImportReport& report);
[[nodiscard]] base::Result<CrsChoice, Refusal> placeSource(const RawLayer& raw, const SourceRequest& request,
                                                           ImportReport& report);

}  // namespace xiangtu::exchange
