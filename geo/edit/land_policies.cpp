// SPDX-License-Identifier: GPL-3.0-or-later
// Which policy holds for what when units are cut or joined.
#include "edit/border_work.h"

namespace xiangtu::edit {

namespace {

using model::LandEvent;
using model::LandPolicy;

constexpr std::string_view kHouseholds = "households";

/// Cut or joined: of the others no unit comes or goes, and what stands on them goes by its place alone.
std::optional<LandEvent> eventOf(const borders::Operation& operation) noexcept {
    if (std::holds_alternative<borders::Split>(operation)) return LandEvent::split;
    if (std::holds_alternative<borders::Merge>(operation)) return LandEvent::merge;
    return std::nullopt;
}

/// "" when the policy can be followed.
std::string reasonAgainstPolicy(const model::Snapshot& snapshot, const std::string& name, LandPolicy policy,
                                LandEvent event) {
    if (name == kHouseholds) {
        if (policy == LandPolicy::households) return "households are not shared by households";
        return model::reasonAgainst(policy, event, model::FieldType::integer);
    }
    const auto dot = name.find('.');
    const model::RegisterTable* table = snapshot.findRegister(name.substr(0, dot));
    const model::FieldDef* field =
        table && dot != std::string::npos ? table->def.findField(std::string_view(name).substr(dot + 1)) : nullptr;
    if (!field) return "there is no such field; say households or REGISTER.FIELD";
    if (table->def.anchor != model::Anchor::unit || !table->def.lifecycle.empty() || !field->formula.empty()) {
        return "only entered fields of records of units without a lifecycle follow the land so";
    }
    return model::reasonAgainst(policy, event, field->type);
}

}  // namespace

std::optional<Refusal> policyRefusal(const model::Snapshot& snapshot, const EditBorders& command) {
    if (command.policies.empty()) return std::nullopt;
    const auto event = eventOf(command.request.operation);
    for (const auto& [name, policy] : command.policies) {
        const std::string reason =
            event ? reasonAgainstPolicy(snapshot, name, policy, *event) : "only splitting and merging ask for policies";
        if (reason.empty()) continue;
        return Refusal{RefusalReason::badValue,
                       name + "=" + std::string(model::landPolicyName(policy)) + ": " + reason,
                       {},
                       {},
                       name};
    }
    return std::nullopt;
}

std::optional<LandPolicy> BorderWork::policy(const std::string& name, std::optional<LandPolicy> otherwise) const {
    const auto found = policies.find(name);
    return found == policies.end() ? otherwise : found->second;
}

}  // namespace xiangtu::edit
