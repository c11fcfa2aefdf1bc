// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"
#include "base/error.h"
#include "exchange/field_names.h"
#include "exchange/gdal_library.h"
#include "exchange/row_writer.h"
#include "exchange/text_encoder.h"

#include <cmath>
#include <cstdlib>

namespace xiangtu::exchange {

namespace {

constexpr std::size_t kMostRows = 1'048'575;  ///< of a sheet, without the headings
constexpr std::size_t kMostCharacters = 32'767;

constexpr const char* kTypes =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>)";
constexpr const char* kRelations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr const char* kBookRelations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
// Cell formats: 0 general, 1 text, 2 day.
constexpr const char* kStyles =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>)";

/// A workbook of one sheet, written row by row into the zip: codes are text cells, so that none becomes a number; days
/// are days. Points have two columns, other geometries have no place here and are told as left out once.
class XlsxWriter final : public RowWriter {
public:
    explicit XlsxWriter(const WriterTask& task)
        : m_task(task), m_name((task.folder / (task.stem + ".xlsx")).string()), m_zip("/vsizip/{" + m_name + "}") {
        startGdal();
        m_archive.reset(open(m_zip));
        part("/[Content_Types].xml", kTypes);
        part("/_rels/.rels", kRelations);
        std::string book =
            R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name=")";
        appendXml(book, task.source.about().key.substr(0, 31));
        book += R"(" sheetId="1" r:id="rId1"/></sheets></workbook>)";
        part("/xl/workbook.xml", book);
        part("/xl/_rels/workbook.xml.rels", kBookRelations);
        part("/xl/styles.xml", kStyles);

        const auto& columns = task.source.about().columns;
        for (std::size_t i = 0; i < task.source.size() && !m_points; ++i)
            m_points = task.source.shapeSize(i).kind == GeometryKind::point;
        m_sheet.reset(open(m_zip + "/xl/worksheets/sheet1.xml"));
        m_text =
            R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)";
        startRow();
        auto names = fieldNames(columns, task.options.naming, 200);
        if (m_points) names.insert(names.end(), {task.crs.geographic ? "lon" : "x", task.crs.geographic ? "lat" : "y"});
        for (const std::string& name : names) text(name);
        m_text += "</row>\n";
    }

    void add(std::size_t row, const ExportRow& content, std::size_t) override {
        const auto& about = m_task.source.about();
        startRow();
        for (std::size_t c = 0; c < about.columns.size(); ++c) cell(row, content, c);
        if (content.shape.kind == GeometryKind::point) {
            for (const double n : {content.shape.points[0].x, content.shape.points[0].y}) {
                startCell("");
                m_text += "<v>";
                appendFixed(m_text, n, coordinateDecimals(m_task.crs));
                m_text += "</v></c>";
            }
        }
        m_text += "</row>\n";
        flush(1 << 16);
    }

    void finish() override {
        m_text += "</sheetData></worksheet>";
        flush(0);
        close(m_sheet);
        close(m_archive);
    }

private:
    struct CloseVsi {
        void operator()(VSILFILE* file) const { VSIFCloseL(file); }
    };
    using Handle = std::unique_ptr<VSILFILE, CloseVsi>;

    [[nodiscard]] VSILFILE* open(const std::string& name) const {
        const GdalMessages messages;
        VSILFILE* file = VSIFOpenL(name.c_str(), "wb");
        if (!file) throw base::Error(base::Fault::io, m_name + ": cannot be written: " + messages.last());
        return file;
    }
    void write(Handle& file, std::string_view bytes) const {
        if (VSIFWriteL(bytes.data(), 1, bytes.size(), file.get()) != bytes.size())
            throw base::Error(base::Fault::diskFull, m_name + ": cannot be written to its end");
    }
    void close(Handle& file) const {
        if (VSIFCloseL(file.release()) != 0)
            throw base::Error(base::Fault::diskFull, m_name + ": cannot be written to its end");
    }
    void part(const std::string& name, std::string_view content) const {
        Handle file(open(m_zip + name));
        write(file, content);
        close(file);
    }
    void startRow() {
        m_text += "<row r=\"" + std::to_string(++m_row) + "\">";
        m_column = 0;
    }
    /// `<c r="AB12" …>`: programs find a cell by its name.
    void startCell(std::string_view attributes) {
        std::string letters;
        for (std::size_t n = ++m_column; n > 0; n = (n - 1) / 26) letters.insert(0, 1, char('A' + (n - 1) % 26));
        m_text += "<c r=\"" + letters + std::to_string(m_row) + "\"";
        m_text += attributes;
        m_text += '>';
    }
    void text(std::string_view value) {
        startCell(R"( s="1" t="inlineStr")");
        m_text += R"(<is><t xml:space="preserve">)";
        appendXml(m_text, value);
        m_text += "</t></is></c>";
    }
    void cell(std::size_t row, const ExportRow& content, std::size_t c) {
        const auto& about = m_task.source.about();
        const Cell& value = content.cells[c];
        if (value.index() == 0) return void(++m_column);
        if (const auto* string = std::get_if<std::string_view>(&value)) {
            const auto day = about.columns[c].type == ColumnType::date ? base::Date::parse(*string) : std::nullopt;
            // Day 25569 of a sheet is 1970-01-01; before March 1900 its calendar has a day that never was.
            if (day && !day->isOpen() && day->days + 25569 > 60) {
                startCell(R"( s="2")");
                m_text += "<v>" + std::to_string(day->days + 25569) + "</v></c>";
                return;
            }
            return text(fitting(row, content, c, *string));
        }
        if (const auto* n = std::get_if<std::int64_t>(&value)) {
            // A sheet computes with 15 digits; longer numbers are kept as they are read.
            if (std::abs(*n) > 999'999'999'999'999) return text(std::to_string(*n));
            startCell(about.columns[c].type == ColumnType::yesNo ? R"( t="b")" : "");
        } else {
            if (!std::isfinite(std::get<double>(value))) return void(++m_column);
            startCell("");
        }
        m_text += "<v>";
        appendText(m_text, value);
        m_text += "</v></c>";
    }
    /// As much of a text as a cell holds, in characters of UTF-16 at most as many as of UTF-8 bytes.
    std::string_view fitting(std::size_t row, const ExportRow& content, std::size_t c, std::string_view value) {
        if (value.size() <= kMostCharacters) return value;
        std::size_t units = 0;
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::string_view before = rest;
            units += nextCharacter(rest) > 0xFFFF ? 2 : 1;
            if (units <= kMostCharacters) continue;
            const auto& about = m_task.source.about();
            std::string key;
            appendText(key, content.cells[about.keyColumn]);
            m_task.losses.add(
                {ExportLoss::Kind::tooLong, row, std::move(key), about.columns[c].key, std::string(value)});
            return value.substr(0, value.size() - before.size());
        }
        return value;
    }
    void flush(std::size_t above) {
        if (m_text.size() <= above) return;
        write(m_sheet, m_text);
        m_text.clear();
    }

    const WriterTask& m_task;
    std::string m_name, m_zip;
    Handle m_archive, m_sheet;
    bool m_points = false;
    std::size_t m_row = 0, m_column = 0;
    std::string m_text;
};

}  // namespace

MadeWriter xlsxWriter(const WriterTask& task) {
    if (task.source.size() > kMostRows) {
        return Refusal{"a sheet holds 1,048,575 rows; these are " + std::to_string(task.source.size()) +
                       ": choose --split township, csv or gpkg"};
    }
    return MadeWriter(std::make_unique<XlsxWriter>(task));
}

}  // namespace xiangtu::exchange
