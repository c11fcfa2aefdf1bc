// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace xiangtu::model {

/// Why a value cannot stand in a field; "" when it can. Says nothing about what units, organisations
/// and records exist: only the file knows.
[[nodiscard]] std::string reasonAgainst(const FieldDef& field, const Value& value);

/// Text as somebody typed it, in the field's own type: numbers are read, a choice may be given by its
/// code or by its name in either language, yes/no by 是 否 yes no 1 0. Empty text is NULL. Nothing when
/// the text cannot be read as the type.
[[nodiscard]] std::optional<Value> valueFromText(const FieldDef& field, std::string_view text);

}  // namespace xiangtu::model
