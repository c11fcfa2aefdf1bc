// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/asked_painter.h"
#include "query/question.h"

namespace xiangtu::app {

/// What a question was asked with, to be drawn with its answer: the circle, corridor, area or line that was drawn or
/// named, how far the places reach that distances were counted from, the way of a tour. Metres are geodesic. For
/// workers: outlines of long corridors take a moment. What cannot be drawn is left out; the answer does not hang on it.
[[nodiscard]] AskedPlace askedPlace(const query::Ground& ground, const query::Question& question,
                                    const query::Answer& answer, const base::Progress& progress = {});

}  // namespace xiangtu::app
