// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"

#include "base/error.h"
#include "exchange/code_stage.h"
#include "exchange/coverage_stage.h"
#include "exchange/geometry_stage.h"
#include "exchange/overlay.h"
#include "exchange/parent_stage.h"
#include "exchange/raw_layer.h"
#include "exchange/record_stage.h"
#include "exchange/staging.h"

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

/// GDAL's words with the user's file name instead of the scratch folder's.
std::string withoutScratch(std::string text, const StagedSource& staged, const ImportRequest& request) {
    if (staged.name == request.source.string()) return text;
    for (auto at = text.find(staged.name); at != std::string::npos; at = text.find(staged.name, at)) {
        text.replace(at, staged.name.size(), request.source.filename().string());
    }
    return text;
}

void describeSource(const ImportRequest& request, const RawLayer& raw, const StagedSource& staged,
                    ImportReport& report) {
    report.source = request.source.string();
    report.driver = raw.driver;
    report.layer = raw.name;
    report.level = request.level;
    report.shift = request.shift == Shift::gcj02 ? "gcj02" : "none";
    report.records = std::int64_t(raw.size());
    report.notes = staged.notes;
    for (const std::string& complaint : raw.complaints)
        report.notes.push_back("while reading: " + withoutScratch(complaint, staged, request));
    if (raw.announced > std::int64_t(raw.size())) {
        const auto lost = raw.announced - std::int64_t(raw.size());
        report.findings.push_back(layerFinding(Rule::recordsLost, Severity::error, lost,
                                               "the source announces " + std::to_string(raw.announced) +
                                                   " records but delivers " + std::to_string(raw.size())));
    }
}

}  // namespace

base::Result<ImportPlan, Refusal> planImport(const ImportRequest& request, const model::Snapshot& file,
                                             const base::Progress& progress) {
    auto staged = stage(request.source, request.layer);
    if (!staged) return staged.error();
    const StagedSource source = std::move(staged).value();
    auto read = readLayer(source, request.layer, progress);
    if (!read) return Refusal{request.source.string() + ": " + withoutScratch(read.error().reason, source, request)};
    RawLayer raw = std::move(read).value();

    ImportPlan plan;
    ImportReport& report = plan.report;
    describeSource(request, raw, source, report);

    const EncodingChoice encoding =
        chooseEncoding(evidenceOf(raw), {source.cpg, source.languageByte}, request.encoding);
    report.encoding = encoding.charset;
    report.encodingBasis = encoding.basis;
    if (encoding.assumed)
        report.findings.push_back(layerFinding(Rule::encodingAssumed, Severity::note, report.records,
                                               encoding.charset + ": " + encoding.basis));
    const TextReader reader(encoding.charset);

    auto crs = chooseCrs(raw.crs, raw.extent, request.crs);
    if (!crs) return Refusal{request.source.string() + ": " + crs.error().reason};
    report.crs = crs.value().label;
    report.crsBasis =
        !raw.extent.any
            ? "no coordinates"
            : crs.value().basis + (crs.value().definition.empty()
                                       ? "; stored as EPSG:4490 unchanged (WGS 84 and CGCS2000 agree at grid scale)"
                                       : "; projected to EPSG:4490");
    for (const Finding& f : crs.value().findings) report.findings.push_back(f);
    const Transform transform(crs.value(), request.shift);
    if (transform.finding()) report.findings.push_back(*transform.finding());

    auto fields = mapFields(request, raw, reader, report);
    if (!fields) return Refusal{request.source.string() + ": " + fields.error().reason};
    std::vector<Draft> drafts = readRecords(request, raw, fields.value(), reader, report);
    progress.report("shapes", 0, report.records);
    makeShapes(raw, transform, drafts, progress);

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
    checkLevel(file, request.level, drafts, report, progress);
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
