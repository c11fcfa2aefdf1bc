// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/value.h"

#include "base/overloaded.h"

#include <charconv>

namespace xiangtu::model {

std::string toText(const Value& value) {
    return std::visit(base::Overloaded{
                          [](std::monostate) { return std::string(); },
                          [](std::int64_t n) { return std::to_string(n); },
                          [](double d) {
                              char text[32];
                              const auto end = std::to_chars(text, text + sizeof text, d).ptr;
                              return std::string(text, end);
                          },
                          [](const std::string& s) { return s; },
                      },
                      value);
}

const Value& field(const Fields& fields, std::string_view name) noexcept {
    static const Value kNull;
    for (const auto& [key, value] : fields) {
        if (key == name) return value;
    }
    return kNull;
}

}  // namespace xiangtu::model
