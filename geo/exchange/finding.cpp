// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/finding.h"

#include <array>

namespace xiangtu::exchange {

namespace {

constexpr std::array<std::string_view, kRuleCount> kRuleNames{"no_geometry",
                                                              "unreadable_geometry",
                                                              "not_polygon",
                                                              "invalid_ring",
                                                              "tiny_part",
                                                              "foreign_record",
                                                              "records_lost",
                                                              "no_code",
                                                              "bad_code",
                                                              "duplicate_code",
                                                              "code_shortened",
                                                              "unusual_code_length",
                                                              "code_prefix_mismatch",
                                                              "already_in_file",
                                                              "no_name",
                                                              "text_repaired",
                                                              "text_invalid",
                                                              "bad_households",
                                                              "bad_value",
                                                              "missing_value",
                                                              "wrong_shape",
                                                              "unknown_unit",
                                                              "no_parent",
                                                              "parent_skipped",
                                                              "outside_parent",
                                                              "overlap",
                                                              "gap",
                                                              "encoding_assumed",
                                                              "crs_assumed",
                                                              "crs_inexact",
                                                              "axes_swapped",
                                                              "far_away"};

}  // namespace

std::string_view ruleName(Rule rule) noexcept { return kRuleNames[std::size_t(rule)]; }

std::optional<Rule> parseRule(std::string_view name) noexcept {
    for (std::size_t i = 0; i < kRuleCount; ++i) {
        if (kRuleNames[i] == name) return Rule(i);
    }
    return std::nullopt;
}

std::string_view severityName(Severity severity) noexcept {
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "";
}

std::string_view outcomeName(Outcome outcome) noexcept {
    switch (outcome) {
    case Outcome::kept: return "kept";
    case Outcome::mended: return "mended";
    case Outcome::rejected: return "rejected";
    }
    return "";
}

}  // namespace xiangtu::exchange
