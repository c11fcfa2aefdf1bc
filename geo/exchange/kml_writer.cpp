// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_names.h"
#include "exchange/out_file.h"
#include "exchange/row_writer.h"
#include "exchange/shape_text.h"

#include <cstdio>

namespace xiangtu::exchange {

namespace {

/// KML 2.2: a style per look (fill, line, icon colour), a placemark per row with its name and all values. No icon is
/// fetched from anywhere: points have the viewer's own mark in the colour of their look.
class KmlWriter final : public RowWriter {
public:
    explicit KmlWriter(const WriterTask& task)
        : m_task(task),
          m_names(fieldNames(task.source.about().columns, task.options.naming, 200)),
          m_file(task.folder / (task.stem + ".kml")) {
        m_text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document "
            "id=\"root_doc\">\n<name>";
        appendXml(m_text, task.source.about().title.zh);
        m_text += "</name>\n";
        const auto& looks = task.source.about().looks;
        for (std::size_t i = 0; i <= looks.size(); ++i) {
            style(i < looks.size() ? "look_" + std::to_string(i) : "look_other",
                  i < looks.size() ? looks[i].rgb : 0xB0ADA5);
        }
        schema();
        m_text += "<Folder><name>";
        appendXml(m_text, task.source.about().key);
        m_text += "</name>\n";
    }

    void add(std::size_t, const ExportRow& content, std::size_t look) override {
        const auto& about = m_task.source.about();
        m_text += "<Placemark><name>";
        m_cell.clear();
        appendText(m_cell, content.cells[about.labelColumn]);
        appendXml(m_text, m_cell);
        m_text += "</name><styleUrl>#look_";
        m_text += look < about.looks.size() ? std::to_string(look) : "other";
        m_text += "</styleUrl><ExtendedData><SchemaData schemaUrl=\"#fields\">";
        for (std::size_t c = 0; c < about.columns.size(); ++c) {
            if (content.cells[c].index() == 0) continue;
            m_text += "<SimpleData name=\"";
            appendXml(m_text, m_names[c]);
            m_text += "\">";
            m_cell.clear();
            appendText(m_cell, content.cells[c]);
            appendXml(m_text, m_cell);
            m_text += "</SimpleData>";
        }
        m_text += "</SchemaData></ExtendedData>";
        appendKml(m_text, content.shape, coordinateDecimals(m_task.crs));
        m_text += "</Placemark>\n";
        flush(1 << 16);
    }

    void finish() override {
        m_text += "</Folder></Document></kml>\n";
        flush(0);
        m_file.close();
    }

private:
    void style(const std::string& id, std::uint32_t rgb) {
        char colour[8];
        // KML says aabbggrr.
        std::snprintf(colour, sizeof colour, "%02x%02x%02x", rgb & 0xFF, rgb >> 8 & 0xFF, rgb >> 16 & 0xFF);
        m_text +=
            "<Style id=\"" + id + "\"><IconStyle><color>ff" + colour +
            "</color></IconStyle><LineStyle><color>ff5a5a5a</color><width>1</width></LineStyle><PolyStyle><color>b3" +
            colour + "</color></PolyStyle></Style>\n";
    }
    void schema() {
        const auto& columns = m_task.source.about().columns;
        m_text += "<Schema name=\"fields\" id=\"fields\">\n";
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const ColumnType type = columns[c].type;
            m_text += "<SimpleField type=\"";
            m_text += type == ColumnType::real ? "double" : type == ColumnType::yesNo ? "int" : "string";
            m_text += "\" name=\"";
            appendXml(m_text, m_names[c]);
            m_text += "\"><displayName>";
            appendXml(m_text, columns[c].title.zh);
            m_text += "</displayName></SimpleField>\n";
        }
        m_text += "</Schema>\n";
    }
    void flush(std::size_t above) {
        if (m_text.size() <= above) return;
        m_file.write(m_text);
        m_text.clear();
    }

    const WriterTask& m_task;
    std::vector<std::string> m_names;
    OutFile m_file;
    std::string m_text, m_cell;
};

}  // namespace

MadeWriter kmlWriter(const WriterTask& task) { return MadeWriter(std::make_unique<KmlWriter>(task)); }

}  // namespace xiangtu::exchange
