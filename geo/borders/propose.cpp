// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/proposal.h"

#include "borders/work.h"

namespace xiangtu::borders {

std::string_view reasonName(Reason reason) noexcept {
    switch (reason) {
    case Reason::badInput: return "badInput";
    case Reason::unknownUnit: return "unknownUnit";
    case Reason::nothingToDo: return "nothingToDo";
    case Reason::noVertex: return "noVertex";
    case Reason::lineCrossesItself: return "lineCrossesItself";
    case Reason::doesNotCross: return "doesNotCross";
    case Reason::notNeighbours: return "notNeighbours";
    case Reason::crossesBorder: return "crossesBorder";
    case Reason::junction: return "junction";
    case Reason::leavesParent: return "leavesParent";
    case Reason::outerBorder: return "outerBorder";
    case Reason::wouldVanish: return "wouldVanish";
    case Reason::fallsIntoParts: return "fallsIntoParts";
    case Reason::sliver: return "sliver";
    case Reason::dirty: return "dirty";
    case Reason::noFreeCode: return "noFreeCode";
    case Reason::passedOn: return "passedOn";
    case Reason::tooIntricate: return "tooIntricate";
    }
    return "unknown";
}

base::Result<Proposal, Refusal> propose(const Ground& ground, const Request& request) {
    Work work(ground, request);
    const auto refused = std::visit([&](const auto& op) { return plan(work, op); }, request.operation);
    if (refused) return *refused;
    return work.finish();
}

}  // namespace xiangtu::borders
