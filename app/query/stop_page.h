// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/answer_print.h"
#include "app/query/print_pages.h"
#include "app/render/sheet.h"
#include "model/snapshot.h"

namespace xiangtu::app {

/// The language of sheets that speak to whoever uses the interface.
[[nodiscard]] SheetLanguage sheetLanguage();

/// The page of one stop of a tour, by its row: name, map around it, who answers, what is due, figures.
void addStopPage(PrintPages& pages, const PrintedAnswer& printed, const model::Children& children, std::size_t stop);

}  // namespace xiangtu::app
