// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "model/expression_node.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace xiangtu::model {

namespace {

using Node = Expression::Node;
using Op = Node::Op;

constexpr std::size_t kLongest = 4000;
constexpr int kDeepest = 60;

struct Name {
    std::string_view text;
    Op op;
};
constexpr std::array kFacts{
    Name{"today", Op::today},     Name{"state", Op::state},          Name{"open", Op::open},
    Name{"overdue", Op::overdue}, Name{"unit_level", Op::unitLevel}, Name{"unit_kind", Op::unitKind},
    Name{"area_mu", Op::areaMu},  Name{"length_m", Op::lengthM}};

struct Function {
    std::string_view text;
    Op op;
    std::size_t least, most;
};
constexpr std::array kFunctions{Function{"year", Op::year, 1, 1},          Function{"month", Op::month, 1, 1},
                                Function{"days", Op::days, 2, 2},          Function{"has", Op::has, 2, 2},
                                Function{"coalesce", Op::coalesce, 1, 20}, Function{"min", Op::least, 1, 20},
                                Function{"max", Op::greatest, 1, 20},      Function{"round", Op::round, 1, 2}};

constexpr std::array kComparisons{Name{"<=", Op::lessEqual}, Name{">=", Op::greaterEqual}, Name{"!=", Op::unequal},
                                  Name{"<>", Op::unequal},   Name{"=", Op::equal},         Name{"<", Op::less},
                                  Name{">", Op::greater}};

bool isWordStart(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

Node with(Op op, std::vector<Node> parts) {
    Node node;
    node.op = op;
    node.parts = std::move(parts);
    return node;
}

/// Recursive descent, one function per level of binding.
class Parser {
public:
    Parser(std::string_view text, const RegisterDef* def) : m_text(text), m_def(def) {}

    Node whole() {
        if (m_text.size() > kLongest) fail("is longer than " + std::to_string(kLongest) + " bytes");
        Node node = either();
        skipSpace();
        if (m_at < m_text.size()) fail("is not expected here");
        return node;
    }
    [[nodiscard]] bool dependsOnDay() const noexcept { return m_dependsOnDay; }

private:
    struct Deeper {
        explicit Deeper(Parser& p) : parser(p) {
            if (++parser.m_depth > kDeepest) parser.fail("is nested too deep");
        }
        ~Deeper() { --parser.m_depth; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        Parser& parser;
    };

    [[noreturn]] void fail(const std::string& reason) const {
        const std::string rest(m_text.substr(m_at, 24));
        throw base::Error(base::Fault::format, "expression \"" + std::string(m_text.substr(0, 200)) + "\", character " +
                                                   std::to_string(m_at + 1) + ": \"" + rest + "\" " + reason);
    }
    void skipSpace() noexcept {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n')) ++m_at;
    }
    bool take(std::string_view sign) {
        skipSpace();
        if (!m_text.substr(m_at).starts_with(sign)) return false;
        m_at += sign.size();
        return true;
    }
    void need(std::string_view sign) {
        if (!take(sign)) fail("stands where \"" + std::string(sign) + "\" is expected");
    }
    [[nodiscard]] std::string_view peekWord() {
        skipSpace();
        std::size_t end = m_at;
        if (end < m_text.size() && isWordStart(m_text[end])) {
            while (end < m_text.size() && (isWordStart(m_text[end]) || isDigit(m_text[end]))) ++end;
        }
        return m_text.substr(m_at, end - m_at);
    }
    bool takeWord(std::string_view word) {
        if (peekWord() != word) return false;
        m_at += word.size();
        return true;
    }

    Node either() {
        const Deeper deeper(*this);
        Node left = both();
        while (takeWord("or")) left = with(Op::orElse, {std::move(left), both()});
        return left;
    }
    Node both() {
        Node left = inverse();
        while (takeWord("and")) left = with(Op::andAlso, {std::move(left), inverse()});
        return left;
    }
    Node inverse() {
        if (!takeWord("not")) return comparison();
        const Deeper deeper(*this);
        return with(Op::negate, {inverse()});
    }
    Node comparison() {
        Node left = sum();
        for (const Name& sign : kComparisons) {
            if (take(sign.text)) return with(sign.op, {std::move(left), sum()});
        }
        if (takeWord("in")) {
            need("(");
            std::vector<Node> parts{std::move(left)};
            do parts.push_back(sum());
            while (take(","));
            need(")");
            return with(Op::inList, std::move(parts));
        }
        if (takeWord("is")) {
            const bool inverted = takeWord("not");
            if (!takeWord("null")) fail("stands where \"null\" is expected");
            return with(inverted ? Op::isNotNull : Op::isNull, {std::move(left)});
        }
        return left;
    }
    Node sum() {
        Node left = product();
        for (;;) {
            if (take("+"))
                left = with(Op::add, {std::move(left), product()});
            else if (take("-"))
                left = with(Op::subtract, {std::move(left), product()});
            else
                return left;
        }
    }
    Node product() {
        Node left = factor();
        for (;;) {
            if (take("*"))
                left = with(Op::multiply, {std::move(left), factor()});
            else if (take("/"))
                left = with(Op::divide, {std::move(left), factor()});
            else
                return left;
        }
    }
    Node factor() {
        const Deeper deeper(*this);
        if (take("-")) return with(Op::minus, {factor()});
        if (take("(")) {
            Node node = either();
            need(")");
            return node;
        }
        if (take("'")) return quoted();
        if (m_at < m_text.size() && isDigit(m_text[m_at])) return number();
        return named();
    }
    Node quoted() {
        std::string text;
        for (;; ++m_at) {
            if (m_at >= m_text.size()) fail("has no closing quote before it");
            if (m_text[m_at] == '\'') {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != '\'') break;
            }
            text += m_text[m_at];
        }
        Node node;
        node.value = std::move(text);
        return node;
    }
    Node number() {
        double value = 0;
        const auto [end, error] =
            std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value, std::chars_format::fixed);
        if (error != std::errc()) fail("is not a number");
        m_at = std::size_t(end - m_text.data());
        Node node;
        node.value = value;
        return node;
    }
    Node named() {
        const std::string_view word = peekWord();
        if (word.empty()) fail("is not expected here");
        Node node;
        if (word == "null") {
            m_at += word.size();
            return node;
        }
        // A county's own field may have the name of a fact; the field wins.
        if (const auto at = m_def ? m_def->fieldAt(word) : std::nullopt) {
            m_at += word.size();
            node.op = Op::field;
            node.field = *at;
            return node;
        }
        if (const auto fact = std::ranges::find(kFacts, word, &Name::text); fact != kFacts.end()) {
            m_at += word.size();
            node.op = fact->op;
            m_dependsOnDay = m_dependsOnDay || node.op == Op::today || node.op == Op::overdue;
            return node;
        }
        const auto function = std::ranges::find(kFunctions, word, &Function::text);
        if (function == kFunctions.end()) fail("is no field of the register and no known word");
        m_at += word.size();
        need("(");
        node.op = function->op;
        do node.parts.push_back(either());
        while (take(","));
        need(")");
        if (node.parts.size() < function->least || node.parts.size() > function->most) {
            fail("follows " + std::string(word) + "(…) with a wrong number of values");
        }
        return node;
    }

    std::string_view m_text;
    const RegisterDef* m_def;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_dependsOnDay = false;
};

}  // namespace

Expression Expression::parse(std::string_view text, const RegisterDef* def) {
    Expression expression;
    if (text.find_first_not_of(" \t\n") == std::string_view::npos) return expression;
    Parser parser(text, def);
    expression.m_root = std::make_shared<const Node>(parser.whole());
    expression.m_dependsOnDay = parser.dependsOnDay();
    return expression;
}

}  // namespace xiangtu::model
