// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_names.h"
#include "exchange/out_file.h"
#include "exchange/row_writer.h"
#include "exchange/shape_text.h"
#include "exchange/text_encoder.h"

#include <algorithm>

namespace xiangtu::exchange {

namespace {

/// RFC 4180, with a .csvt beside it that says which columns are text: programs that read it keep the zeros of codes.
/// Points stand in two columns, other geometries as well-known text.
class CsvWriter final : public RowWriter {
public:
    explicit CsvWriter(const WriterTask& task)
        : m_task(task),
          m_encoder(task.options.encoding),
          m_decimals(coordinateDecimals(task.crs)),
          m_csv(task.folder / (task.stem + ".csv")),
          m_types(task.folder / (task.stem + ".csvt")) {
        const auto& columns = task.source.about().columns;
        for (std::size_t i = 0; i < task.source.size(); ++i) m_kinds |= 1u << int(task.source.shapeSize(i).kind);
        auto names = fieldNames(columns, task.options.naming, 120);
        std::string types;
        for (const ExportColumn& column : columns) types += typeName(column.type) + ",";
        if (points()) {
            names.insert(names.end(), {task.crs.geographic ? "lon" : "x", task.crs.geographic ? "lat" : "y"});
            types += "CoordX,CoordY,";
        }
        if (texts()) {
            names.emplace_back("wkt");
            types += "WKT,";
        }
        types.back() = '\n';
        m_types.write(types);
        // Spreadsheets take UTF-8 for what it is only with a byte order mark.
        if (task.options.encoding == TextEncoding::utf8) m_csv.write("\xEF\xBB\xBF");
        for (const std::string& name : names) field(name);
        endLine();
    }

    void add(std::size_t row, const ExportRow& content, std::size_t) override {
        for (const Cell& cell : content.cells) {
            m_cell.clear();
            appendText(m_cell, cell);
            const std::size_t before = m_line.size();
            field(m_cell);
            if (m_missing) lost(row, content, std::size_t(&cell - content.cells.data()));
            m_missing = false;
            // "" is a text without characters, nothing between the commas is no value.
            if (m_line.size() == before + 1 && cell.index() != 0) m_line.insert(before, "\"\"");
        }
        const bool point = content.shape.kind == GeometryKind::point;
        if (points()) {
            for (const double n : {point ? content.shape.points[0].x : 0, point ? content.shape.points[0].y : 0}) {
                if (point) appendFixed(m_line, n, m_decimals);
                m_line += ',';
            }
        }
        if (texts()) {
            if (!point && content.shape.kind != GeometryKind::none) {
                m_line += '"';
                appendWkt(m_line, content.shape, m_decimals);
                m_line += '"';
            }
            m_line += ',';
        }
        endLine();
    }

    void finish() override {
        m_csv.close();
        m_types.close();
    }

private:
    [[nodiscard]] bool points() const { return (m_kinds & 1u << int(GeometryKind::point)) != 0; }
    [[nodiscard]] bool texts() const {
        return (m_kinds & (1u << int(GeometryKind::line) | 1u << int(GeometryKind::polygon))) != 0;
    }
    static std::string typeName(ColumnType type) {
        switch (type) {
        case ColumnType::integer:
        case ColumnType::yesNo: return "Integer64";
        case ColumnType::real: return "Real";
        case ColumnType::date: return "Date";
        default: return "String";
        }
    }
    void field(std::string_view text) {
        const bool quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
        m_bytes.clear();
        m_missing = m_encoder.append(text, SIZE_MAX, m_bytes).missing > 0;
        if (quoted) m_line += '"';
        // The second byte of a GBK character is never a quote.
        for (const char c : m_bytes) {
            if (c == '"') m_line += '"';
            m_line += c;
        }
        if (quoted) m_line += '"';
        m_line += ',';
    }
    void endLine() {
        m_line.back() = '\r';
        m_line += '\n';
        m_csv.write(m_line);
        m_line.clear();
    }
    void lost(std::size_t row, const ExportRow& content, std::size_t column) {
        const auto& about = m_task.source.about();
        std::string key;
        appendText(key, content.cells[about.keyColumn]);
        m_task.losses.add({ExportLoss::Kind::noCharacter, row, std::move(key), about.columns[column].key, m_cell});
    }

    const WriterTask& m_task;
    TextEncoder m_encoder;
    int m_decimals;
    OutFile m_csv, m_types;
    unsigned m_kinds = 0;
    bool m_missing = false;
    std::string m_line, m_cell, m_bytes;
};

}  // namespace

MadeWriter csvWriter(const WriterTask& task) { return MadeWriter(std::make_unique<CsvWriter>(task)); }

}  // namespace xiangtu::exchange
