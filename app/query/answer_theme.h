// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/shown_answer.h"
#include "scene/figure_theme.h"

#include <QColor>

namespace xiangtu::app {

/// How an answer colours its units: in classes by how many points they have, where that was asked; else those in the
/// answer in one colour and the others of their level in another.
[[nodiscard]] std::shared_ptr<const scene::FigureTheme> answerTheme(const ShownAnswer& shown, QColor in, QColor out);

}  // namespace xiangtu::app
