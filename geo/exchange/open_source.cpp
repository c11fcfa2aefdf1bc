// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_source.h"

#include "exchange/draft.h"
#include "exchange/staging.h"

#include <utility>

namespace xiangtu::exchange {

namespace {

/// GDAL's words with the user's file name instead of the scratch folder's.
std::string withoutScratch(std::string text, const StagedSource& staged, const SourceRequest& request) {
    if (staged.name == request.source.string()) return text;
    for (auto at = text.find(staged.name); at != std::string::npos; at = text.find(staged.name, at)) {
        text.replace(at, staged.name.size(), request.source.filename().string());
    }
    return text;
}

void describe(const SourceRequest& request, const RawLayer& raw, const StagedSource& staged, const ReadOptions& options,
              ImportReport& report) {
    report.source = request.source.string();
    report.driver = raw.driver;
    report.layer = raw.name;
    report.shift = request.shift == Shift::gcj02 ? "gcj02" : "none";
    report.records = std::int64_t(raw.size());
    report.notes = staged.notes;
    for (const std::string& complaint : raw.complaints)
        report.notes.push_back("while reading: " + withoutScratch(complaint, staged, request));
    if (raw.announced > std::int64_t(raw.size()) && raw.size() < options.most) {
        const auto lost = raw.announced - std::int64_t(raw.size());
        report.findings.push_back(layerFinding(Rule::recordsLost, Severity::error, lost,
                                               "the source announces " + std::to_string(raw.announced) +
                                                   " records but delivers " + std::to_string(raw.size())));
    }
}

}  // namespace

base::Result<RawLayer, Refusal> readSource(const SourceRequest& request, StagedSource& staged,
                                           const ReadOptions& options, ImportReport& report,
                                           const base::Progress& progress) {
    auto found = stage(request.source, request.layer);
    if (!found) return found.error();
    staged = std::move(found).value();
    auto read = readLayer(staged, options, progress);
    if (!read) return Refusal{request.source.string() + ": " + withoutScratch(read.error().reason, staged, request)};
    describe(request, read.value(), staged, options, report);
    return read;
}

TextReader readerFor(const RawLayer& raw, const StagedSource& staged, const SourceRequest& request,
                     ImportReport& report) {
    if (!raw.charset.empty()) {
        report.encoding = raw.charset;
        report.encodingBasis = "by its bytes, which are " + std::string(raw.charset == "UTF-8" ? "" : "no ") + "UTF-8";
        return TextReader("UTF-8");
    }
    const EncodingChoice encoding =
        chooseEncoding(evidenceOf(raw), {staged.cpg, staged.languageByte}, request.encoding);
    report.encoding = encoding.charset;
    report.encodingBasis = encoding.basis;
    if (encoding.assumed)
        report.findings.push_back(layerFinding(Rule::encodingAssumed, Severity::note, report.records,
                                               encoding.charset + ": " + encoding.basis));
    return TextReader(encoding.charset);
}

base::Result<CrsChoice, Refusal> placeSource(const RawLayer& raw, const SourceRequest& request, ImportReport& report) {
    auto crs = chooseCrs(raw.crs, raw.extent, request.crs);
    if (!crs) return Refusal{request.source.string() + ": " + crs.error().reason};
    const CrsChoice& choice = crs.value();
    report.crs = choice.label;
    report.crsBasis =
        !raw.extent.any
            ? "no coordinates"
            : choice.basis + (choice.definition.empty()
                                  ? "; stored as EPSG:4490 unchanged (WGS 84 and CGCS2000 agree at grid scale)"
                                  : "; projected to EPSG:4490");
    for (const Finding& f : choice.findings) report.findings.push_back(f);
    return crs;
}

base::Result<OpenedSource, Refusal> openSource(const SourceRequest& request, const ReadOptions& options,
                                               ImportReport& report, const base::Progress& progress) {
    StagedSource staged;
    auto read = readSource(request, staged, options, report, progress);
    if (!read) return read.error();
    RawLayer raw = std::move(read).value();
    TextReader reader = readerFor(raw, staged, request, report);
    auto placed = placeSource(raw, request, report);
    if (!placed) return placed.error();
    Transform transform(placed.value(), request.shift, request.datum);
    if (transform.finding() && raw.extent.any) report.findings.push_back(*transform.finding());
    return OpenedSource{std::move(raw), std::move(reader), std::move(placed).value(), std::move(transform)};
}

}  // namespace xiangtu::exchange
