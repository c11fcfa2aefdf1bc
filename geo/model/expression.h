// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "model/lifecycle.h"
#include "model/record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiangtu::model {

/// What an expression is asked about: one record, or (register and record null) one unit.
struct ExpressionRow {
    const RegisterDef* def = nullptr;
    const Record* record = nullptr;
    const Lifecycle* lifecycle = nullptr;
    const Unit* unit = nullptr;  ///< the record's unit or the unit itself; may be null
    Level level = Level::county;
    base::Date today{};
};

/// A condition or formula of the catalogue or the command line, read once and asked often. Immutable;
/// copies share their tree.
///
///   or · and · not · = != < <= > >= · in ('a', 'b') · is [not] null · + - * / · -x · ( ) ·
///   numbers · 'text' ('' for a quote) · field names · today · state · open · overdue · unit_level ·
///   unit_kind · area_mu · length_m · year(d) month(d) days(a, b) has(multi, 'a') coalesce(a, …)
///   min(a, …) max(a, …) round(x, digits)
///
/// NULL spreads through arithmetic and comparison; a condition that is NULL does not hold. Text that is
/// a number compares with numbers as such. At most 4,000 bytes and 60 levels of nesting.
class Expression {
public:
    struct Node;

    Expression() = default;
    /// Field names are looked up in `def`, which may be null: then only unit names are known. Throws
    /// Error{Fault::format} with the place in the text and the reason.
    [[nodiscard]] static Expression parse(std::string_view text, const RegisterDef* def);

    [[nodiscard]] bool empty() const noexcept { return !m_root; }
    /// NULL for an empty expression.
    [[nodiscard]] Value evaluate(const ExpressionRow& row) const;
    /// Whether the condition holds; an empty one always does.
    [[nodiscard]] bool holds(const ExpressionRow& row) const;
    /// Whether the answer may change from day to day (today, overdue).
    [[nodiscard]] bool dependsOnDay() const noexcept { return m_dependsOnDay; }

private:
    std::shared_ptr<const Node> m_root;
    bool m_dependsOnDay = false;
};

/// The number a value stands for; nothing for NULL and for text that is none.
[[nodiscard]] std::optional<double> numberOf(const Value& value) noexcept;

/// The computed fields of one register, read once.
class Formulas {
public:
    explicit Formulas(const RegisterDef& def);
    [[nodiscard]] bool empty() const noexcept { return m_formulas.empty(); }
    /// Fills them from the other fields, in the order of the declaration. `row.record` does not matter.
    void compute(const ExpressionRow& row, Record& record) const;

private:
    std::vector<std::pair<std::size_t, Expression>> m_formulas;
};

}  // namespace xiangtu::model
