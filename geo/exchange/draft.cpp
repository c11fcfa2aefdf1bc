// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/draft.h"

#include <algorithm>
#include <utility>

namespace xiangtu::exchange {

Finding& Draft::find(Rule rule, Severity severity, Outcome outcome, std::string message, std::string field) {
    Finding f;
    f.rule = rule;
    f.severity = severity;
    f.outcome = outcome;
    f.record = std::int64_t(record);
    f.field = std::move(field);
    f.message = std::move(message);
    f.place = place();
    findings.push_back(std::move(f));
    return findings.back();
}

bool Draft::has(Rule rule) const noexcept {
    return std::ranges::find(findings, rule, &Finding::rule) != findings.end();
}

void Draft::reject(Rule rule, std::string message, std::string field) {
    find(rule, Severity::error, Outcome::rejected, std::move(message), std::move(field));
    rejected = true;
}

Finding layerFinding(Rule rule, Severity severity, std::int64_t count, std::string message, std::string field) {
    Finding f;
    f.rule = rule;
    f.severity = severity;
    f.count = count;
    f.message = std::move(message);
    f.field = std::move(field);
    return f;
}

void settle(Draft& draft, ImportReport& report) {
    ++(draft.rejected ? report.rejected : report.taken);
    if (!draft.rejected && !draft.findings.empty()) ++report.takenWithFindings;
    for (Finding& f : draft.findings) {
        if (!f.place) f.place = draft.place();
        report.findings.push_back(std::move(f));
    }
}

}  // namespace xiangtu::exchange
