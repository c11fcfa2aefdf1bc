// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/json_fwd.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace xiangtu::base {

// This header and json_fwd.h are the only doors to nlohmann/json; `Json` is the one JSON type.

/// Reads text; a syntax error throws Error{Fault::format} naming `origin` (file name) and the byte.
[[nodiscard]] Json parseJson(std::string_view text, std::string_view origin);
[[nodiscard]] Json loadJson(const std::filesystem::path& file);

/// A place inside a JSON document that knows how to complain about itself: file, JSON pointer,
/// reason. Reading a missing or wrongly typed member throws Error{Fault::format}.
class JsonCursor {
public:
    JsonCursor(const Json& node, std::string origin, std::string pointer = "");

    [[nodiscard]] const Json& node() const noexcept { return *m_node; }
    [[nodiscard]] JsonCursor at(std::string_view key) const;
    [[nodiscard]] JsonCursor at(std::size_t index) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::size_t size() const;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] bool flag() const;

    [[nodiscard]] std::string textOr(std::string_view key, std::string fallback) const;
    [[nodiscard]] std::int64_t integerOr(std::string_view key, std::int64_t fallback) const;
    [[nodiscard]] double numberOr(std::string_view key, double fallback) const;
    [[nodiscard]] bool flagOr(std::string_view key, bool fallback) const;

    [[noreturn]] void fail(const std::string& reason) const;

private:
    const Json* m_node;
    std::string m_origin;
    std::string m_pointer;
};

}  // namespace xiangtu::base
