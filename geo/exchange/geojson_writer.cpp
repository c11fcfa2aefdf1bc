// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_names.h"
#include "exchange/out_file.h"
#include "exchange/row_writer.h"
#include "exchange/shape_text.h"

#include <cmath>

namespace xiangtu::exchange {

namespace {

void appendJsonText(std::string& to, std::string_view text) {
    constexpr char kHex[] = "0123456789abcdef";
    to += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            to += "\\u00";
            to += kHex[c >> 4];
            to += kHex[c & 15];
        } else {
            to += c;
        }
    }
    to += '"';
}

/// RFC 7946: outer rings counter-clockwise, no member crs. The other variant names its system, as the drafts of 2008
/// did, and has coordinates in it.
class GeoJsonWriter final : public RowWriter {
public:
    explicit GeoJsonWriter(const WriterTask& task)
        : m_task(task),
          m_decimals(coordinateDecimals(task.crs)),
          m_names(fieldNames(task.source.about().columns, task.options.naming, 200)),
          m_file(task.folder / (task.stem + ".geojson")) {
        m_text = R"({"type":"FeatureCollection","name":)";
        appendJsonText(m_text, task.source.about().key);
        if (task.options.format == ExportFormat::geoJsonCrs) {
            m_text += R"(,"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::)" +
                      std::to_string(task.crs.epsg) + R"("}})";
        }
        m_text += R"(,"features":[)";
    }

    void add(std::size_t row, const ExportRow& content, std::size_t) override {
        m_text += row == 0 ? "\n" : ",\n";
        m_text += R"({"type":"Feature","properties":{)";
        const auto& columns = m_task.source.about().columns;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (c != 0) m_text += ',';
            appendJsonText(m_text, m_names[c]);
            m_text += ':';
            value(columns[c].type, content.cells[c]);
        }
        m_text += R"(},"geometry":)";
        appendGeoJson(m_text, content.shape, m_decimals);
        m_text += '}';
        flush(1 << 16);
    }

    void finish() override {
        m_text += "\n]}\n";
        flush(0);
        m_file.close();
    }

private:
    void value(ColumnType type, const Cell& cell) {
        if (const auto* text = std::get_if<std::string_view>(&cell)) return appendJsonText(m_text, *text);
        const auto* number = std::get_if<double>(&cell);
        if (cell.index() == 0 || (number && !std::isfinite(*number))) return void(m_text += "null");
        if (type == ColumnType::yesNo && !number) {
            m_text += std::get<std::int64_t>(cell) != 0 ? "true" : "false";
            return;
        }
        appendText(m_text, cell);
        // A whole number in a column of fractions stays one for readers that go by the first value.
        if (number && *number == std::floor(*number)) m_text += ".0";
    }
    void flush(std::size_t above) {
        if (m_text.size() <= above) return;
        m_file.write(m_text);
        m_text.clear();
    }

    const WriterTask& m_task;
    int m_decimals;
    std::vector<std::string> m_names;
    OutFile m_file;
    std::string m_text;
};

}  // namespace

MadeWriter geoJsonWriter(const WriterTask& task) { return MadeWriter(std::make_unique<GeoJsonWriter>(task)); }

}  // namespace xiangtu::exchange
