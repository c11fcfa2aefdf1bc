// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/shown_answer.h"
#include "base/progress.h"
#include "scene/geometry.h"
#include "scene/options.h"
#include "style/style_sheet.h"

#include <QString>

#include <memory>

namespace xiangtu::app {

/// Lines of an answer that are printed; the others are in the table (CSV).
inline constexpr std::size_t kPrintedLines = 1000;

/// What a printed answer is drawn from.
struct PrintedAnswer {
    std::shared_ptr<const ShownAnswer> shown;           ///< never null
    std::shared_ptr<const scene::Geometry> geometry;    ///< never null
    std::shared_ptr<const style::StyleSheet> style;     ///< light: it is paper
    scene::Options options;                             ///< of the map, without the answer's colours
    QString title;                                      ///< of the question, or the name it is kept under
};

/// What the questions were asked of, ready to be drawn.
[[nodiscard]] std::shared_ptr<const scene::Geometry> geometryOf(const std::shared_ptr<const query::Ground>& ground);

/// Writes it as PDF, A4: the map with the answer, what was asked with and the legend; the answer as a sentence; sums;
/// sums by unit; what should be known; the list. An inspection tour has a page for every stop besides: its name, the map
/// around it, who answers for it, what is due there and its figures. In the language of the interface. For workers;
/// throws Error{io} and Error{cancelled}.
void printAnswer(const PrintedAnswer& printed, const QString& path, const base::Progress& progress = {});

}  // namespace xiangtu::app
