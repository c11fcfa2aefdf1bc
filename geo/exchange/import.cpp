// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"

#include "base/error.h"
#include "exchange/code_stage.h"
#include "exchange/coverage_stage.h"
#include "exchange/geometry_stage.h"
#include "exchange/open_source.h"
#include "exchange/overlay.h"
#include "exchange/parent_stage.h"
#include "exchange/record_stage.h"

#include <algorithm>
#include <utility>

namespace xiangtu::exchange {

namespace {

using model::Code;
using model::Level;

/// The county asked for, or nothing when the file has it already or none was asked for.
base::Result<std::optional<model::NewUnit>, Refusal> makeCounty(const ImportRequest& request,
                                                                const model::Snapshot& file,
                                                                const std::vector<Draft>& drafts) {
    if (!request.county) return std::optional<model::NewUnit>();
    if (request.level == Level::county)
        return Refusal{"--county makes a county above what is imported; this import is of counties itself"};
    const auto code = request.county->code ? request.county->code : CodeStage::commonCounty(drafts);
    if (!code)
        return Refusal{"--county " + request.county->name + ": the codes do not share six digits; write --county " +
                       request.county->name + "=CODE"};
    if (code->digits() != model::codeDigits(Level::county))
        return Refusal{"--county: a county code has six digits, " + code->text() + " has not"};
    if (file.findUnit(Level::county, *code).valid()) return std::optional<model::NewUnit>();
    model::NewUnit county;
    county.level = Level::county;
    county.code = *code;
    county.name = request.county->name;
    county.kind = model::guessUnitKind(Level::county, county.name);
    return std::optional(county);
}

/// Puts what has no parent under the county, or says that it stays at the top.
void settleTops(const ImportRequest& request, const model::Snapshot& file, std::optional<Code> county,
                std::vector<Draft>& drafts, ImportReport& report) {
    if (request.level == Level::county) {
        report.parents.none = 0;
        return;
    }
    bool higher = false;
    for (std::size_t l = 0; l < model::indexOf(request.level); ++l)
        higher |= !file.table(model::kLevels[l]).units.empty();
    // Outside everything that is drawn, but a file of one county leaves no doubt about the county.
    const auto& counties = file.table(Level::county).units;
    const model::UnitRef only = counties.size() == 1 ? model::UnitRef{Level::county, 0} : model::UnitRef{};
    std::int64_t tops = 0;
    for (Draft& draft : drafts) {
        if (draft.rejected || draft.parent.valid()) continue;
        ++tops;
        if (county) {
            draft.unit.parent = *county;
        } else if (only.valid()) {
            draft.parent = only;
            ++report.parents.county;
            --report.parents.none;
            draft.unit.parent = counties.front().code;
            draft.find(Rule::noParent, Severity::warning, Outcome::kept,
                       "no unit of a higher level holds it; put under the file's only county");
        } else if (higher) {
            draft.find(Rule::noParent, Severity::warning, Outcome::kept,
                       "no unit of a higher level holds it; kept at the top");
        }
    }
    if (county) {
        report.parents.county = tops;
        report.parents.none = 0;
    } else if (!higher && tops > 0) {
        report.findings.push_back(layerFinding(
            Rule::noParent, Severity::warning, tops,
            "the file holds no unit of a higher level; " + std::to_string(tops) +
                " units stay at the top (import the higher levels first, or make a county with --county)"));
    }
}

/// The county's outline: everything the imported units cover.
void drawCounty(model::NewUnit& county, const std::vector<Draft>& drafts, ImportReport& report) {
    std::vector<const geom::MultiPolygon*> shapes;
    for (const Draft& draft : drafts) {
        if (!draft.rejected && !draft.unit.shape.empty()) shapes.push_back(&draft.unit.shape);
    }
    try {
        county.shape = united(shapes);
        report.notes.push_back("county " + county.code.text() + " " + county.name +
                               " was made; its outline is that of the imported units together");
    } catch (const base::Error& e) {
        if (e.fault() != base::Fault::geometry) throw;
        report.notes.push_back("county " + county.code.text() + " " + county.name +
                               " was made without outline: " + e.what());
    }
}

void gather(std::vector<Draft>& drafts, ImportPlan& plan) {
    ImportReport& report = plan.report;
    const auto layerFindings = report.findings.size();
    for (Draft& draft : drafts) {
        if (draft.rejected)
            ++report.rejected;
        else
            ++report.taken;
        if (!draft.rejected && !draft.findings.empty()) ++report.takenWithFindings;
        for (Finding& f : draft.findings) {
            if (!draft.rejected) f.code = draft.unit.code.text();
            if (!f.place) f.place = draft.place();
            report.findings.push_back(std::move(f));
        }
        if (!draft.rejected) plan.units.push_back(std::move(draft.unit));
    }
    std::stable_sort(report.findings.begin() + std::ptrdiff_t(layerFindings), report.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.record < b.record; });
}

}  // namespace

base::Result<ImportPlan, Refusal> planImport(const ImportRequest& request, const model::Snapshot& file,
                                             const base::Progress& progress) {
    ImportPlan plan;
    ImportReport& report = plan.report;
    report.level = request.level;
    report.into = model::levelName(request.level);
    auto opened = openSource(request, {request.layer, ReadFor::units}, report, progress);
    if (!opened) return opened.error();
    OpenedSource source = std::move(opened).value();
    RawLayer& raw = source.raw;
    const TextReader& reader = source.reader;

    auto fields = mapFields(request, raw, reader, report);
    if (!fields) return Refusal{request.source.string() + ": " + fields.error().reason};
    std::vector<Draft> drafts = readRecords(request, raw, fields.value(), reader, report);
    progress.report("shapes", 0, report.records);
    makeShapes(raw, source.transform, drafts, progress);

    CodeStage codes(request, fields.value(), file);
    codes.takeCodes(drafts, report);
    progress.report("parents", 0, report.records);
    if (request.level != Level::county) findParents(file, request.level, drafts, report, progress);
    auto made = makeCounty(request, file, drafts);
    if (!made) return made.error();
    std::optional<model::NewUnit> county = std::move(made).value();
    std::optional<Code> countyCode;
    if (county)
        countyCode = county->code;
    else if (request.county && request.county->code)
        countyCode = request.county->code;
    settleTops(request, file, countyCode, drafts, report);
    codes.giveCodes(drafts, report);

    progress.report("coverage", 0, report.records);
    checkParents(file, drafts, report, progress);
    std::vector<Finding> layerWide = std::move(report.findings);
    report.findings.clear();
    checkLevel(file, request, drafts, report, progress);
    std::vector<Finding> coverage = std::exchange(report.findings, std::move(layerWide));
    if (county) {
        drawCounty(*county, drafts, report);
        plan.units.push_back(std::move(*county));
    }
    gather(drafts, plan);
    report.findings.insert(report.findings.end(), std::make_move_iterator(coverage.begin()),
                           std::make_move_iterator(coverage.end()));
    return plan;
}

}  // namespace xiangtu::exchange
