// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/code_stage.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace xiangtu::exchange {

namespace {

using model::Code;
using model::Level;

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string troubleText(const Draft& draft) {
    switch (draft.reading.trouble) {
    case CodeTrouble::empty: return "has no code";
    case CodeTrouble::notDigits: return quoted(draft.codeText) + " is no code of digits";
    case CodeTrouble::tooLong: return quoted(draft.codeText) + " has more than 18 digits";
    case CodeTrouble::digitsLost: return quoted(draft.codeText) + " is a rounded number, its last digits are lost";
    case CodeTrouble::none: break;
    }
    return "";
}

}  // namespace

CodeStage::CodeStage(const ImportRequest& request, const FieldMap& fields, const model::Snapshot& file)
    : m_request(request), m_fields(fields) {
    for (const model::Unit& unit : file.table(request.level).units) {
        m_book.take(unit.code);
        m_inFile.take(unit.code);
    }
}

void CodeStage::takeCodes(std::vector<Draft>& drafts, ImportReport& report) {
    const std::string field = m_fields.code ? m_fields.names[*m_fields.code] : std::string();
    std::unordered_map<Code, std::size_t> firstRecord;
    std::map<int, std::size_t> lengths;
    std::int64_t shortened = 0;
    std::string example;
    for (Draft& draft : drafts) {
        if (draft.rejected || !draft.reading.code) continue;
        const Code code = *draft.reading.code;
        if (m_inFile.has(code) && m_request.present == Present::refuse) {
            draft.reject(Rule::alreadyInFile,
                         "a " + std::string(levelName(m_request.level)) + " with code " + code.text() +
                             " is in the file already",
                         field);
        } else if (const auto [first, isNew] = firstRecord.emplace(code, draft.record); !isNew) {
            draft.find(Rule::duplicateCode, Severity::warning, Outcome::mended,
                       "code " + code.text() + " belongs to record " + std::to_string(first->second) + " already",
                       field);
        } else {
            m_book.take(code);
            draft.unit.code = code;
            ++lengths[code.digits()];
            if (!draft.reading.shortened) continue;
            draft.unit.sourceCode = draft.codeText;
            if (shortened++ == 0) example = draft.codeText + " to " + code.text();
        }
    }
    for (const auto& [digits, count] : lengths) {
        if (m_usualDigits == 0 || count > lengths[m_usualDigits]) m_usualDigits = digits;
    }
    if (shortened > 0) {
        report.findings.push_back(layerFinding(Rule::codeShortened, Severity::note, shortened,
                                               "codes of " + std::to_string(shortened) +
                                                   " records were shortened by their trailing zeros (" + example +
                                                   "); the source form is kept beside them",
                                               field));
    }
    tellLengths(drafts, report);
}

void CodeStage::tellLengths(std::vector<Draft>& drafts, ImportReport& report) const {
    const std::string field = m_fields.code ? m_fields.names[*m_fields.code] : std::string();
    const int expected = model::codeDigits(m_request.level);
    std::int64_t asTheLayer = 0;
    for (Draft& draft : drafts) {
        if (draft.rejected || !draft.unit.code.valid() || draft.unit.code.digits() == expected) continue;
        if (draft.unit.code.digits() == m_usualDigits) {
            ++asTheLayer;
        } else {
            draft.find(Rule::unusualCodeLength, Severity::warning, Outcome::kept,
                       "code " + draft.unit.code.text() + " has " + std::to_string(draft.unit.code.digits()) +
                           " digits where " + std::to_string(m_usualDigits) + " are usual in this layer",
                       field);
        }
    }
    if (asTheLayer == 0) return;
    const bool underVillages = m_request.level == Level::grid && m_usualDigits == 15;
    report.findings.push_back(
        layerFinding(Rule::unusualCodeLength, underVillages ? Severity::note : Severity::warning, asTheLayer,
                     std::to_string(asTheLayer) + " codes have " + std::to_string(m_usualDigits) + " digits, " +
                         std::to_string(expected) + " is the full length of the level; kept" +
                         (underVillages ? " (village code and three digits: grids straight under villages)" : ""),
                     field));
}

int CodeStage::lengthUnder(Code parent) const {
    if (m_usualDigits > parent.digits()) return m_usualDigits;
    // A village has room for its grids in three digits, as the statistical form has it.
    if (m_request.level == Level::grid && parent.digits() == model::codeDigits(Level::village))
        return parent.digits() + 3;
    return model::codeDigits(m_request.level);
}

void CodeStage::giveCodes(std::vector<Draft>& drafts, ImportReport& report) {
    const std::string field = m_fields.code ? m_fields.names[*m_fields.code] : std::string();
    const bool anyUsable = m_usualDigits > 0;
    std::int64_t given = 0;
    for (Draft& draft : drafts) {
        if (draft.rejected || draft.unit.code.valid()) continue;
        if (draft.unit.shape.empty() && !draft.unit.parent.valid() && !draft.inside) {
            draft.reject(draft.reading.code ? Rule::duplicateCode : Rule::noCode,
                         "neither a usable code nor an outline nor a parent says where it belongs", field);
            continue;
        }
        // Six zeros belong to no county: a code under them shows that its place is still open.
        const Code open = *Code::parse(m_request.level == Level::county ? "000" : "000000");
        const Code parent = draft.unit.parent.valid() ? draft.unit.parent : open;
        const auto code = m_book.next(parent, lengthUnder(parent));
        if (!code) {
            draft.reject(Rule::noCode, "all codes under " + parent.text() + " are used up", field);
            continue;
        }
        draft.unit.code = *code;
        draft.unit.sourceCode = draft.codeText;
        const std::string now = "; given the free code " + code->text();
        if (draft.reading.code) {
            for (Finding& f : draft.findings) {
                if (f.rule == Rule::duplicateCode) f.message += now;
            }
        } else if (anyUsable) {
            draft.find(draft.reading.trouble == CodeTrouble::empty ? Rule::noCode : Rule::badCode, Severity::warning,
                       Outcome::mended, troubleText(draft) + now, field);
        } else {
            ++given;
        }
    }
    if (given == 0) return;
    const Rule rule = m_fields.code ? Rule::badCode : Rule::noCode;
    report.findings.push_back(layerFinding(
        rule, Severity::warning, given,
        (m_fields.code ? "no value of the field is a code of digits" : std::string("no field holds codes")) + "; " +
            std::to_string(given) + " units were given free codes under their parents" +
            (m_fields.code ? ", the source's own are kept beside them" : ""),
        field));
}

std::optional<Code> CodeStage::commonCounty(const std::vector<Draft>& drafts) {
    std::optional<Code> county;
    for (const Draft& draft : drafts) {
        if (draft.rejected || !draft.unit.code.valid() || draft.unit.code.digits() < 6) continue;
        const Code prefix = draft.unit.code.prefix(6);
        if (county && *county != prefix) return std::nullopt;
        county = prefix;
    }
    return county;
}

}  // namespace xiangtu::exchange
