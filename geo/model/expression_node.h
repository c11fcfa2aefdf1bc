// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/expression.h"

namespace xiangtu::model {

/// One node of an expression's tree.
struct Expression::Node {
    enum class Op : std::uint8_t {
        literal,
        field,
        // what the program knows of the row
        today,
        state,
        open,
        overdue,
        unitLevel,
        unitKind,
        areaMu,
        lengthM,
        // operators
        orElse,
        andAlso,
        negate,
        equal,
        unequal,
        less,
        lessEqual,
        greater,
        greaterEqual,
        inList,
        isNull,
        isNotNull,
        add,
        subtract,
        multiply,
        divide,
        minus,
        // functions
        year,
        month,
        days,
        has,
        coalesce,
        least,
        greatest,
        round,
    };
    Op op = Op::literal;
    Value value;            ///< literal
    std::size_t field = 0;  ///< position in RegisterDef::fields
    std::vector<Node> parts;
};

}  // namespace xiangtu::model
