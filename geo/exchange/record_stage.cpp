// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_stage.h"

#include "exchange/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace xiangtu::exchange {

namespace {

using model::Level;

/// Reads one role of one record and tells what had to be done to the text.
std::string readCell(const RawLayer& raw, const TextReader& reader, const FieldMap& fields, std::size_t column,
                     Draft& draft) {
    ReadText read = reader.read(raw.cells.bytes(draft.record, column));
    const std::string& field = fields.names[column];
    if (read.invalid) {
        draft.find(Rule::textInvalid, Severity::warning, Outcome::kept,
                   "bytes that are no text in this encoding; read as \"" + read.text + "\"", field);
    } else if (read.unmangled) {
        draft.find(Rule::textRepaired, Severity::note, Outcome::mended,
                   "Chinese read as Latin letters; it is \"" + read.text + "\"", field);
    } else if (read.cut) {
        draft.find(Rule::textRepaired, Severity::note, Outcome::mended,
                   "the last character is cut off; read as \"" + read.text + "\"", field);
    }
    return std::move(read.text);
}

void readHouseholds(const std::string& text, const std::string& field, Draft& draft) {
    if (text.empty()) return;
    std::string_view digits = text;
    if (const auto dot = digits.find('.');
        dot != std::string_view::npos && digits.find_first_not_of('0', dot + 1) == std::string_view::npos) {
        digits = digits.substr(0, dot);
    }
    std::int32_t count = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (error == std::errc() && end == digits.data() + digits.size() && count >= 0) {
        draft.unit.households = count;
    } else {
        draft.find(Rule::badHouseholds, Severity::warning, Outcome::kept,
                   "\"" + text + "\" is no number of households; left out", field);
    }
}

/// Columns that most records have; a record without the code column but with a code of another level
/// elsewhere comes from another layer.
class ForeignCheck {
public:
    ForeignCheck(const RawLayer& raw, const FieldMap& fields, Level level, const std::vector<Draft>& drafts)
        : m_raw(raw), m_fields(fields), m_level(level) {
        if (!fields.code) return;
        const auto usual = std::ranges::count_if(
            drafts, [&](const Draft& d) { return d.reading.code && lengthFits(*d.reading.code, level); });
        m_codesAreUsual = std::size_t(usual) * 2 > drafts.size();
        const auto set = std::ranges::count_if(
            drafts, [&](const Draft& d) { return raw.cells.state(d.record, *fields.code) != CellState::unset; });
        m_codeColumnIsUsual = std::size_t(set) * 10 > drafts.size() * 9;
    }

    void judge(Draft& draft) const {
        if (!m_fields.code) return;
        if (m_codesAreUsual && draft.reading.code) {
            if (const auto other = levelOfLength(*draft.reading.code, m_level)) {
                draft.reject(Rule::foreignRecord,
                             label(draft) + "code " + draft.codeText + " has the length of a " +
                                 std::string(levelName(*other)) + " code; import it with --level " +
                                 std::string(levelName(*other)),
                             m_fields.names[*m_fields.code]);
            }
            return;
        }
        if (m_codeColumnIsUsual && m_raw.cells.state(draft.record, *m_fields.code) == CellState::unset)
            judgeOtherFields(draft);
    }

private:
    static std::string label(const Draft& draft) { return draft.unit.name.empty() ? "" : draft.unit.name + ": "; }

    void judgeOtherFields(Draft& draft) const {
        std::optional<std::size_t> column;
        std::string_view longest;
        for (std::size_t c = 0; c < m_raw.fields.size(); ++c) {
            const auto text = m_raw.cells.bytes(draft.record, c);
            const auto code = readCode(text, m_level).code;
            if (!code || !levelOfLength(*code, m_level) || code->digits() <= int(longest.size())) continue;
            column = c;
            longest = text;
        }
        if (!column) return;
        const Level other = *levelOfLength(*readCode(longest, m_level).code, m_level);
        draft.reject(Rule::foreignRecord,
                     label(draft) + "has other fields than the rest of the layer, and " + m_fields.names[*column] +
                         " " + std::string(longest) + " is a " + std::string(levelName(other)) +
                         " code; import it with --level " + std::string(levelName(other)),
                     m_fields.names[*column]);
    }

    const RawLayer& m_raw;
    const FieldMap& m_fields;
    Level m_level;
    bool m_codesAreUsual = false;
    bool m_codeColumnIsUsual = false;
};

}  // namespace

std::vector<Draft> readRecords(const ImportRequest& request, const RawLayer& raw, const FieldMap& fields,
                               const TextReader& reader, ImportReport& report) {
    std::vector<Draft> drafts(raw.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        Draft& draft = drafts[i];
        draft.record = i;
        draft.unit.level = request.level;
        if (fields.name) draft.unit.name = readCell(raw, reader, fields, *fields.name, draft);
        draft.unit.kind = model::guessUnitKind(request.level, draft.unit.name);
        if (fields.code) draft.codeText = readCell(raw, reader, fields, *fields.code, draft);
        draft.reading = readCode(draft.codeText, request.level);
        if (fields.parent) draft.parentText = readCell(raw, reader, fields, *fields.parent, draft);
        if (fields.households)
            readHouseholds(readCell(raw, reader, fields, *fields.households, draft), fields.names[*fields.households],
                           draft);
    }
    const ForeignCheck foreign(raw, fields, request.level, drafts);
    for (Draft& draft : drafts) foreign.judge(draft);
    if (!fields.name) {
        report.findings.push_back(layerFinding(Rule::noName, Severity::warning, std::int64_t(drafts.size()),
                                               "no field holds names; the units have none"));
    } else {
        for (Draft& draft : drafts) {
            if (!draft.rejected && draft.unit.name.empty()) {
                draft.find(Rule::noName, Severity::warning, Outcome::kept, "has no name", fields.names[*fields.name]);
            }
        }
    }
    return drafts;
}

}  // namespace xiangtu::exchange
