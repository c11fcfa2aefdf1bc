// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/indicator.h"
#include "model/level.h"
#include "model/lifecycle.h"
#include "model/report.h"
#include "model/titles.h"
#include "model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

/// What a register's records stand on. A link stands on no place of its own: its first unit or record
/// field says where it belongs.
enum class Anchor : std::uint8_t { unit, point, line, polygon, link };
[[nodiscard]] constexpr bool hasShape(Anchor anchor) noexcept {
    return anchor == Anchor::point || anchor == Anchor::line || anchor == Anchor::polygon;
}

enum class FieldType : std::uint8_t {
    text,
    longText,
    integer,
    decimal,
    money,  // yuan
    date,
    month,  // "YYYY-MM"
    year,
    yesNo,  // 0 or 1
    choice,
    multiChoice,   // codes with commas between
    person,        // a person in office, as text
    unit,          // code of a unit
    organisation,  // name of a Party organisation
    record,        // id of a record of another register
    photo,         // content hashes with commas between
    attachment,
};
[[nodiscard]] std::string_view fieldTypeName(FieldType type) noexcept;
[[nodiscard]] std::string_view anchorName(Anchor anchor) noexcept;
/// Kept and computed with as a number (integer, decimal, money, year, yes/no, record).
[[nodiscard]] bool isNumeric(FieldType type) noexcept;
/// … and of those the ones without a fraction.
[[nodiscard]] bool isWhole(FieldType type) noexcept;

/// What becomes of a value when the unit it stands on is cut, or joined with another.
enum class LandPolicy : std::uint8_t {
    keep,        ///< every part has it; of joined ones that of the unit that stays
    sum,         ///< joined ones add up
    area,        ///< every part gets its share by area
    households,  ///< every part gets its share by households
    ask,         ///< a person has to say
};
[[nodiscard]] std::string_view landPolicyName(LandPolicy policy) noexcept;
[[nodiscard]] std::optional<LandPolicy> parseLandPolicy(std::string_view name) noexcept;
enum class LandEvent : std::uint8_t { split, merge };
/// "" when a value of that kind can be treated so, else why not.
[[nodiscard]] std::string reasonAgainst(LandPolicy policy, LandEvent event, FieldType type);

struct Choice {
    std::string code;
    Titles name;
    std::string symbol;  ///< pattern or mark name in the style sheet; may be empty
    bool operator==(const Choice&) const = default;
};

/// One field of a register: a column of its table.
struct FieldDef {
    std::string name;  ///< column name: [a-z][a-z0-9_]*
    Titles title;
    FieldType type = FieldType::text;
    std::string unit;  ///< unit of measure shown after the value: 亩 元 棒 …; empty = none
    bool required = false;
    bool sensitive = false;  ///< masked unless asked for
    bool retired = false;    ///< kept in the table, no longer asked for
    Value defaultValue;
    std::optional<double> min;
    std::optional<double> max;
    std::string formula;           ///< an Expression; then the field is computed, never entered
    std::vector<Choice> choices;   ///< types choice and multiChoice only
    std::optional<Level> level;    ///< type unit: the level wanted; nothing = any
    std::string of;                ///< type record: id of the register
    std::optional<Titles> group;   ///< heading on the form
    std::vector<std::string> was;  ///< earlier names: their column is renamed
    /// Registers of units without a lifecycle. One field with a policy is enough for the records to follow the land:
    /// a cut unit's record is divided among the parts, where fields without one are as they were; records of joined
    /// units become one where all fields without a policy are equal.
    std::optional<LandPolicy> onSplit;  ///< keep, area, households, ask
    std::optional<LandPolicy> onMerge;  ///< keep, sum, ask
    bool operator==(const FieldDef&) const = default;
};

/// A register of the office, declared in data/catalogue/*.json; becomes the table "reg_<id>" with the
/// columns id, unit_id (the anchor unit, or the unit a geometry lies in), valid_from, valid_to, with a
/// lifecycle state, state_since and due, one column per field, and geom (geometry anchors).
struct RegisterDef {
    std::string id;  ///< [a-z][a-z0-9_]*
    Titles title;
    std::string group;  ///< id of a Group; may be empty
    Anchor anchor = Anchor::unit;
    std::optional<Level> anchorLevel;  ///< anchor unit; nothing = a unit of any level
    std::vector<FieldDef> fields;
    std::string labelField;         ///< field shown as label; may be empty
    std::string symbolField;        ///< choice field that selects mark or pattern; may be empty
    std::vector<std::string> list;  ///< fields shown as columns; empty = the first six
    std::string lifecycle;          ///< id of a Lifecycle; may be empty
    std::vector<int> mechanisms;    ///< rows of the mechanism table it carries
    bool operator==(const RegisterDef&) const = default;

    [[nodiscard]] std::string tableName() const { return "reg_" + id; }
    [[nodiscard]] const FieldDef* findField(std::string_view name) const noexcept;
    /// Position in `fields`.
    [[nodiscard]] std::optional<std::size_t> fieldAt(std::string_view name) const noexcept;
    /// The fields of a table without the retired ones: those of `list`, or the first six.
    [[nodiscard]] std::vector<std::size_t> listColumns() const;
};

/// A heading under which registers, indicators and rules stand on screen.
struct Group {
    std::string id;
    Titles title;
};

/// A row of the table of mechanisms the counties describe.
struct Mechanism {
    int number = 0;
    Titles title;
};

/// A question the program answers without a declaration of its own.
struct QueryDef {
    std::string id;
    Titles title;
    std::string command;  ///< how to ask it
    std::vector<int> mechanisms;
};

/// Everything an office declares. Read from the files of data/catalogue in the order of their names;
/// each county file carries a copy, so that data and meaning travel together.
struct Catalogue {
    std::vector<Mechanism> mechanisms;
    std::vector<Group> groups;
    std::vector<Lifecycle> lifecycles;
    std::vector<RegisterDef> registers;
    std::vector<IndicatorDef> indicators;
    std::vector<RuleDef> rules;
    std::vector<ReportDef> reports;
    std::vector<QueryDef> queries;

    [[nodiscard]] const RegisterDef* find(std::string_view id) const noexcept;
    [[nodiscard]] const Lifecycle* findLifecycle(std::string_view id) const noexcept;
    [[nodiscard]] const IndicatorDef* findIndicator(std::string_view id) const noexcept;
    [[nodiscard]] const ReportDef* findReport(std::string_view id) const noexcept;
};

}  // namespace xiangtu::model
