// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "model/level.h"
#include "model/scheme.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

/// What a register's records stand on.
enum class Anchor : std::uint8_t { unit, point, line, polygon };

enum class FieldType : std::uint8_t { text, integer, decimal, date, year, yesNo, choice };

struct Choice {
    std::string code;
    Titles name;
    std::string symbol;  ///< pattern or mark name in the style sheet; may be empty
};

/// One field of a register: a column of its table.
struct FieldDef {
    std::string name;  ///< column name: [a-z][a-z0-9_]*
    Titles title;
    FieldType type = FieldType::text;
    std::string unit;  ///< unit of measure shown after the value: 亩 棒 头 …; empty = none
    bool required = false;
    bool sensitive = false;
    std::vector<Choice> choices;  ///< type choice only
};

/// A register of the office, declared in data/catalogue/*.json; becomes the table "reg_<id>" with
/// the columns id, unit_id (the anchor unit, or the unit a geometry lies in), one column per field,
/// and geom (geometry anchors).
struct RegisterDef {
    std::string id;  ///< [a-z][a-z0-9_]*
    Titles title;
    Anchor anchor = Anchor::unit;
    std::optional<Level> anchorLevel;  ///< anchor unit only
    std::vector<FieldDef> fields;
    std::string labelField;   ///< field shown as label; may be empty
    std::string symbolField;  ///< choice field that selects mark or pattern; may be empty

    [[nodiscard]] std::string tableName() const { return "reg_" + id; }
    [[nodiscard]] const FieldDef* findField(std::string_view name) const noexcept;
};

struct Catalogue {
    std::vector<RegisterDef> registers;
    [[nodiscard]] const RegisterDef* find(std::string_view id) const noexcept;
};

/// Reads one register declaration; anything unknown, missing or inconsistent throws
/// Error{Fault::format} with file, JSON pointer and reason.
[[nodiscard]] RegisterDef parseRegister(const base::JsonCursor& json);
/// A catalogue file: { "registers": [ … ] }.
[[nodiscard]] Catalogue parseCatalogue(const base::JsonCursor& json);
/// The inverse: what is stored inside each data file.
[[nodiscard]] base::Json dump(const RegisterDef& def);

/// A schemes file: { "schemes": [ … ] } as in data/schemes.
[[nodiscard]] std::vector<Scheme> parseSchemes(const base::JsonCursor& json);

}  // namespace xiangtu::model
