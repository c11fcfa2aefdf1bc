// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/question.h"

#include <QString>
#include <QVariantMap>

namespace xiangtu::app {

// Questions and answers in the language of the interface.

/// "Which villages are below the line …"; a selection has a title, too.
[[nodiscard]] QString questionTitle(const std::string& id);
/// What a parameter is called.
[[nodiscard]] QString paramTitle(const query::Param& param);
/// Why a question cannot be answered: the text of base::Error{usage} from query::ask or select(). What is not known
/// stays as it is.
[[nodiscard]] QString refusedWords(const QString& text);
/// The answer as one sentence.
[[nodiscard]] QString sentenceOf(const query::Question& question, const query::Answer& answer);
/// "1,234.5 mu": a figure with its unit of measure.
[[nodiscard]] QString figureText(double value, int decimals, const std::string& unit);
/// Units of measure stand in Chinese in the data.
[[nodiscard]] QString measureTitle(const std::string& unit);
/// A cell of an answer as it is read; "" for what is not there.
[[nodiscard]] QString answerCell(const query::Answer& answer, std::size_t row, std::size_t column);

/// { id, params: { name: text } }, as the interface keeps and hands on a question.
[[nodiscard]] QVariantMap toMap(const query::Question& question);
[[nodiscard]] query::Question toQuestion(const QVariantMap& map);

}  // namespace xiangtu::app
