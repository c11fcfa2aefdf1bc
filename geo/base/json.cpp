// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <cstdint>
#include <fstream>
#include <sstream>

namespace xiangtu::base {

Json parseJson(std::string_view text, std::string_view origin) {
    try {
        return Json::parse(text);
    } catch (const Json::parse_error& e) {
        throw Error(Fault::format, std::string(origin) + ": byte " + std::to_string(e.byte) + ": not JSON");
    } catch (const Json::out_of_range&) { throw Error(Fault::format, std::string(origin) + ": a number is too large"); }
}

Json loadJson(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(Fault::io, file.string() + ": cannot be read");
    std::ostringstream text;
    text << in.rdbuf();
    return parseJson(text.str(), file.filename().string());
}

JsonCursor::JsonCursor(const Json& node, std::string origin, std::string pointer)
    : m_node(&node), m_origin(std::move(origin)), m_pointer(std::move(pointer)) {}

void JsonCursor::fail(const std::string& reason) const {
    throw Error(Fault::format, m_origin + ": " + (m_pointer.empty() ? "/" : m_pointer) + ": " + reason);
}

JsonCursor JsonCursor::at(std::string_view key) const {
    if (!m_node->is_object()) fail("must be an object");
    const auto found = m_node->find(std::string(key));
    if (found == m_node->end()) fail("member \"" + std::string(key) + "\" is missing");
    return {*found, m_origin, m_pointer + "/" + std::string(key)};
}

JsonCursor JsonCursor::at(std::size_t index) const {
    if (!m_node->is_array()) fail("must be an array");
    if (index >= m_node->size()) fail("has no element " + std::to_string(index));
    return {(*m_node)[index], m_origin, m_pointer + "/" + std::to_string(index)};
}

bool JsonCursor::has(std::string_view key) const { return m_node->is_object() && m_node->contains(std::string(key)); }

std::size_t JsonCursor::size() const {
    if (!m_node->is_array() && !m_node->is_object()) fail("must be an array or object");
    return m_node->size();
}

std::string JsonCursor::text() const {
    if (!m_node->is_string()) fail("must be text");
    return m_node->get<std::string>();
}

std::int64_t JsonCursor::integer() const {
    if (!m_node->is_number_integer()) fail("must be a whole number");
    // Kept as unsigned, a number beyond 2^63 would silently turn negative.
    if (m_node->is_number_unsigned() && m_node->get<std::uint64_t>() > std::uint64_t(INT64_MAX)) fail("is too large");
    return m_node->get<std::int64_t>();
}

double JsonCursor::number() const {
    if (!m_node->is_number()) fail("must be a number");
    return m_node->get<double>();
}

bool JsonCursor::flag() const {
    if (!m_node->is_boolean()) fail("must be true or false");
    return m_node->get<bool>();
}

std::string JsonCursor::textOr(std::string_view key, std::string fallback) const {
    return has(key) ? at(key).text() : std::move(fallback);
}
std::int64_t JsonCursor::integerOr(std::string_view key, std::int64_t fallback) const {
    return has(key) ? at(key).integer() : fallback;
}
double JsonCursor::numberOr(std::string_view key, double fallback) const {
    return has(key) ? at(key).number() : fallback;
}
bool JsonCursor::flagOr(std::string_view key, bool fallback) const { return has(key) ? at(key).flag() : fallback; }

}  // namespace xiangtu::base
