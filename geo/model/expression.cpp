// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/overloaded.h"
#include "model/expression_node.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace xiangtu::model {

namespace {

using Node = Expression::Node;
using Op = Node::Op;

constexpr double kSquareMetresPerMu = 2000.0 / 3.0;

Value truth(bool holds) { return std::int64_t(holds); }
Value number(double x) { return std::isfinite(x) ? Value(x) : Value(); }

std::optional<base::Date> dateOf(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? base::Date::parse(*text) : std::nullopt;
}

Value evaluate(const Node& node, const ExpressionRow& row);

/// -1, 0, 1; nothing when either is NULL.
std::optional<int> compare(const Value& a, const Value& b) {
    if (isNull(a) || isNull(b)) return std::nullopt;
    // Two texts compare as text: codes have more digits than a double.
    const bool texts = std::holds_alternative<std::string>(a) && std::holds_alternative<std::string>(b);
    const auto x = texts ? std::nullopt : numberOf(a), y = texts ? std::nullopt : numberOf(b);
    if (x && y) return *x < *y ? -1 : *x > *y ? 1 : 0;
    const int order = toText(a).compare(toText(b));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

Value compared(const Node& node, const ExpressionRow& row) {
    const auto order = compare(evaluate(node.parts[0], row), evaluate(node.parts[1], row));
    if (!order) return {};
    switch (node.op) {
    case Op::equal: return truth(*order == 0);
    case Op::unequal: return truth(*order != 0);
    case Op::less: return truth(*order < 0);
    case Op::lessEqual: return truth(*order <= 0);
    case Op::greater: return truth(*order > 0);
    default: return truth(*order >= 0);
    }
}

Value arithmetic(const Node& node, const ExpressionRow& row) {
    const auto a = numberOf(evaluate(node.parts[0], row)), b = numberOf(evaluate(node.parts[1], row));
    if (!a || !b) return {};
    switch (node.op) {
    case Op::add: return number(*a + *b);
    case Op::subtract: return number(*a - *b);
    case Op::multiply: return number(*a * *b);
    default: return *b == 0 ? Value() : number(*a / *b);
    }
}

/// Three-valued: unknown stays unknown unless the other side decides.
Value logic(const Node& node, const ExpressionRow& row) {
    const bool deciding = node.op == Op::orElse;
    bool unknown = false;
    for (const Node& part : node.parts) {
        const auto n = numberOf(evaluate(part, row));
        if (!n)
            unknown = true;
        else if ((*n != 0) == deciding)
            return truth(deciding);
    }
    return unknown ? Value() : truth(!deciding);
}

Value inList(const Node& node, const ExpressionRow& row) {
    const Value wanted = evaluate(node.parts[0], row);
    if (isNull(wanted)) return {};
    for (std::size_t i = 1; i < node.parts.size(); ++i) {
        if (compare(wanted, evaluate(node.parts[i], row)) == 0) return truth(true);
    }
    return truth(false);
}

Value extreme(const Node& node, const ExpressionRow& row) {
    std::optional<double> best;
    for (const Node& part : node.parts) {
        const auto n = numberOf(evaluate(part, row));
        if (n) best = !best ? *n : node.op == Op::least ? std::min(*best, *n) : std::max(*best, *n);
    }
    return best ? number(*best) : Value();
}

Value rounded(const Node& node, const ExpressionRow& row) {
    const auto x = numberOf(evaluate(node.parts[0], row));
    const auto digits = node.parts.size() > 1 ? numberOf(evaluate(node.parts[1], row)) : std::optional(0.0);
    if (!x || !digits) return {};
    const double scale = std::pow(10.0, std::clamp(std::round(*digits), 0.0, 9.0));
    return number(std::round(*x * scale) / scale);
}

/// "a,b,c" has the word b.
Value hasWord(const Node& node, const ExpressionRow& row) {
    const Value list = evaluate(node.parts[0], row);
    if (isNull(list)) return truth(false);
    const auto fenced = [](const Value& value) { return std::string(1, ',').append(toText(value)).append(1, ','); };
    return truth(fenced(list).find(fenced(evaluate(node.parts[1], row))) != std::string::npos);
}

Value partOfDate(const Node& node, const ExpressionRow& row) {
    const Value value = evaluate(node.parts[0], row);
    if (isNull(value)) return {};
    const std::string text = toText(value);  // "2022-05-01", "2022-05" or a year
    const std::size_t from = node.op == Op::year ? 0 : 5, length = node.op == Op::year ? 4 : 2;
    if (text.size() < from + length) return {};
    std::int64_t n = 0;
    const char* start = text.data() + from;
    if (std::from_chars(start, start + length, n).ptr != start + length) return {};
    return n;
}

Value aboutState(Op op, const ExpressionRow& row) {
    if (!row.record || !row.lifecycle || row.record->state >= row.lifecycle->states.size()) return {};
    const LifecycleState& state = row.lifecycle->states[row.record->state];
    if (op == Op::state) return state.code;
    const bool open = state.kind == StateKind::open;
    return truth(op == Op::open ? open : open && row.record->due < row.today);
}

Value fact(Op op, const ExpressionRow& row) {
    switch (op) {
    case Op::today: return row.today.iso();
    case Op::unitLevel: return row.unit ? Value(std::string(levelName(row.level))) : Value();
    case Op::unitKind: return row.unit ? Value(std::string(unitKindName(row.unit->kind))) : Value();
    case Op::areaMu:
        return row.record && row.record->areaM2 >= 0 ? number(row.record->areaM2 / kSquareMetresPerMu) : Value();
    case Op::lengthM: return row.record && row.record->lengthM >= 0 ? number(row.record->lengthM) : Value();
    default: return aboutState(op, row);
    }
}

Value evaluate(const Node& node, const ExpressionRow& row) {
    const auto part = [&](std::size_t i) { return evaluate(node.parts[i], row); };
    switch (node.op) {
    case Op::literal: return node.value;
    case Op::field:
        return row.record && node.field < row.record->values.size() ? row.record->values[node.field] : Value();
    case Op::orElse:
    case Op::andAlso: return logic(node, row);
    case Op::negate: {
        const auto n = numberOf(part(0));
        return n ? truth(*n == 0) : Value();
    }
    case Op::equal:
    case Op::unequal:
    case Op::less:
    case Op::lessEqual:
    case Op::greater:
    case Op::greaterEqual: return compared(node, row);
    case Op::inList: return inList(node, row);
    case Op::isNull: return truth(isNull(part(0)));
    case Op::isNotNull: return truth(!isNull(part(0)));
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide: return arithmetic(node, row);
    case Op::minus: {
        const auto n = numberOf(part(0));
        return n ? number(-*n) : Value();
    }
    case Op::year:
    case Op::month: return partOfDate(node, row);
    case Op::days: {
        const auto a = dateOf(part(0)), b = dateOf(part(1));
        return a && b ? Value(std::int64_t(b->days) - a->days) : Value();
    }
    case Op::has: return hasWord(node, row);
    case Op::coalesce:
        for (const Node& each : node.parts) {
            if (Value value = evaluate(each, row); !isNull(value)) return value;
        }
        return {};
    case Op::least:
    case Op::greatest: return extreme(node, row);
    case Op::round: return rounded(node, row);
    default: return fact(node.op, row);
    }
}

}  // namespace

std::optional<double> numberOf(const Value& value) noexcept {
    if (const auto* n = std::get_if<std::int64_t>(&value)) return double(*n);
    if (const auto* d = std::get_if<double>(&value)) return *d;
    if (const auto* text = std::get_if<std::string>(&value)) {
        double out = 0;
        const char* end = text->data() + text->size();
        const auto [at, error] = std::from_chars(text->data(), end, out);
        if (error == std::errc() && at == end && !text->empty() && std::isfinite(out)) return out;
    }
    return std::nullopt;
}

Value Expression::evaluate(const ExpressionRow& row) const { return m_root ? model::evaluate(*m_root, row) : Value(); }

bool Expression::holds(const ExpressionRow& row) const {
    if (!m_root) return true;
    const auto n = numberOf(evaluate(row));
    return n && *n != 0;
}

Formulas::Formulas(const RegisterDef& def) {
    for (std::size_t i = 0; i < def.fields.size(); ++i) {
        if (!def.fields[i].formula.empty()) m_formulas.emplace_back(i, Expression::parse(def.fields[i].formula, &def));
    }
}

void Formulas::compute(const ExpressionRow& row, Record& record) const {
    ExpressionRow own = row;
    own.record = &record;
    for (const auto& [at, formula] : m_formulas) {
        Value value = formula.evaluate(own);
        if (isWhole(row.def->fields[at].type)) {
            const auto n = numberOf(value);
            value = n && std::abs(*n) < 9e15 ? Value(std::int64_t(std::llround(*n))) : Value();
        }
        record.values.set(at, std::move(value));
    }
}

}  // namespace xiangtu::model
