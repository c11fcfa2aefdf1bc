// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/draft.h"
#include "exchange/import.h"
#include "exchange/record_stage.h"

#include <optional>
#include <vector>

namespace xiangtu::exchange {

/// Gives codes to the units of an import. First takeCodes(), then, once parents are known,
/// giveCodes() to those that brought none or one that cannot be used.
class CodeStage {
public:
    CodeStage(const ImportRequest& request, const FieldMap& fields, const model::Snapshot& file);

    /// Takes usable codes in source order. Findings: code_shortened, unusual_code_length (per layer
    /// when most are so), duplicate_code, already_in_file (rejected).
    void takeCodes(std::vector<Draft>& drafts, ImportReport& report);

    /// Next free code under the parent for the rest. Findings: no_code, bad_code (once for the layer
    /// when no field holds codes), duplicate_code. A record without code, outline and parent is
    /// rejected: nothing says where it belongs.
    void giveCodes(std::vector<Draft>& drafts, ImportReport& report);

    /// The six digits every usable code starts with; nothing when they differ or there are none.
    [[nodiscard]] static std::optional<model::Code> commonCounty(const std::vector<Draft>& drafts);

private:
    void tellLengths(std::vector<Draft>& drafts, ImportReport& report) const;
    [[nodiscard]] int lengthUnder(model::Code parent) const;

    const ImportRequest& m_request;
    const FieldMap& m_fields;
    CodeBook m_book;
    CodeBook m_inFile;
    int m_usualDigits = 0;  ///< most frequent length among the codes taken; 0 = none
};

}  // namespace xiangtu::exchange
