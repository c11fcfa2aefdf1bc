// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_writer.h"

#include "base/overloaded.h"
#include "exchange/text.h"
#include "exchange/text_encoder.h"

#include <charconv>
#include <cmath>

namespace xiangtu::exchange {

namespace {

/// Bytes that are no UTF-8 become 〓; the formats written row by row hold nothing else.
void mend(ExportRow& content, const WriterTask& task, std::size_t row) {
    const auto& about = task.source.about();
    for (std::size_t c = 0; c < content.cells.size(); ++c) {
        const std::string_view text = textOf(content.cells[c]);
        if (text.empty() || isAscii(text)) continue;
        if (const Wellformed form = scanUtf8(text); form.good && form.length == text.size()) continue;
        std::string key;
        appendText(key, content.cells[about.keyColumn]);
        task.losses.add({ExportLoss::Kind::noCharacter, row, std::move(key), about.columns[c].key, std::string(text)});
        content.cells[c] = content.keep(TextEncoder(TextEncoding::utf8).encoded(text));
    }
}

}  // namespace

void writeRows(const WriterTask& task, RowWriter& writer) {
    const geodesy::Projector projector(task.crs.epsg);
    const std::size_t count = task.source.size();
    ExportRow row;
    for (std::size_t i = 0; i < count; ++i) {
        if ((i & 1023) == 0) {
            task.progress.check();
            task.progress.report("write", std::int64_t(i), std::int64_t(count));
        }
        task.source.cells(i, row);
        mend(row, task, i);
        task.source.shape(i, row.shape);
        projector.forward(row.shape.points);
        writer.add(i, row, task.source.look(i));
    }
    task.progress.check();
    writer.finish();
}

std::string_view textOf(const Cell& cell) noexcept {
    const auto* text = std::get_if<std::string_view>(&cell);
    return text ? *text : std::string_view();
}

void appendNumber(std::string& to, double value) {
    char text[400];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
    to.append(text, end);
}

void appendFixed(std::string& to, double value, int decimals) {
    char text[400];
    auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    if (decimals > 0) {
        while (end[-1] == '0') --end;
        if (end[-1] == '.') --end;
    }
    // -0.00000001 rounds to a zero that has no sign.
    if (std::string_view(text, end) == "-0") return void(to += '0');
    to.append(text, end);
}

void appendText(std::string& to, const Cell& cell) {
    std::visit(base::Overloaded{[](std::monostate) {}, [&](std::int64_t n) { to += std::to_string(n); },
                                [&](double n) { appendNumber(to, n); }, [&](std::string_view text) { to += text; }},
               cell);
}

void appendXml(std::string& to, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&': to += "&amp;"; break;
        case '<': to += "&lt;"; break;
        case '>': to += "&gt;"; break;
        case '"': to += "&quot;"; break;
        default:
            // XML has no place for other control characters, not even as references.
            to += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
}

}  // namespace xiangtu::exchange
