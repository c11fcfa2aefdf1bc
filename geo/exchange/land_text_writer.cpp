// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out_file.h"
#include "exchange/row_writer.h"
#include "exchange/shape_text.h"
#include "exchange/text_encoder.h"

#include <algorithm>

namespace xiangtu::exchange {

namespace {

/// 国土TXT, see land_text.h for the form: metres to four decimals, northing first; a row of several parts becomes one
/// parcel for each, under the same number. The area is that of the row on the ellipsoid, in hectares, written with its
/// first part.
class LandTextWriter final : public RowWriter {
public:
    explicit LandTextWriter(const WriterTask& task)
        : m_task(task), m_encoder(task.options.encoding), m_file(task.folder / (task.stem + ".txt")) {
        const ExportCrs& crs = task.crs;
        text("[属性描述]\n格式版本号=1.01\n数据产生单位=\n数据产生日期=" + task.facts.made.substr(0, 10) +
             "\n坐标系=2000国家大地坐标系\n几度分带=" + std::to_string(crs.zoneDegrees) +
             "\n投影类型=高斯克吕格\n计量单位=米\n带号=" + std::to_string(crs.zone) +
             "\n精度=0.0001\n转换参数=0,0,0,0,0,0,0\n[地块坐标]\n");
    }

    void add(std::size_t row, const ExportRow& content, std::size_t) override {
        const FlatShape& shape = content.shape;
        if (shape.kind == GeometryKind::none) return;
        if (shape.kind != GeometryKind::polygon) return leftOut(row, content);
        std::string area;
        appendFixed(area, m_task.source.areaM2(row) / 10'000, 4);
        // Its parts have the same words; what these lose is told once.
        const auto& about = m_task.source.about();
        std::string words = word(row, content, about.keyColumn) + ",";
        words += about.labelColumn == about.keyColumn ? "," : word(row, content, about.labelColumn) + ",";
        for (const auto& [first, end] : polygonsOf(shape)) {
            parcel(shape, first, end, area + "," + words);
            area = "0";
        }
        flush(1 << 16);
    }

    void finish() override {
        flush(0);
        m_file.close();
    }

private:
    void parcel(const FlatShape& shape, std::size_t first, std::size_t end, const std::string& words) {
        const std::size_t points = shapePoints(shape, first, end);
        std::string line = std::to_string(points) + "," + words + "面,,,,";
        for (int i = 9; i < m_task.options.landText.fields; ++i) line += ',';
        text(line + "@\n");
        std::size_t number = 0;
        for (std::size_t part = first; part < end; ++part) {
            const std::size_t begin = shape.starts[part], stop = shape.partEnd(part);
            const std::size_t firstNumber = number + 1;
            for (std::size_t i = begin; i <= stop; ++i) {
                const bool again = i == stop;
                const auto& p = shape.points[again ? begin : i];
                m_text += 'J';
                m_text += std::to_string(again ? firstNumber : ++number);
                m_text += ',';
                m_text += std::to_string(part - first + 1);
                m_text += ',';
                appendFixed(m_text, p.y, 4);
                m_text += ',';
                appendFixed(m_text, p.x, 4);
                m_text += '\n';
            }
        }
    }
    static std::size_t shapePoints(const FlatShape& shape, std::size_t first, std::size_t end) {
        return shape.partEnd(end - 1) - shape.starts[first] + (end - first);
    }
    /// A text between commas; commas and line ends inside become full-width ones, which the form cannot quote.
    std::string word(std::size_t row, const ExportRow& content, std::size_t column) {
        std::string value, out;
        appendText(value, content.cells[column]);
        for (const char c : value) {
            if (c == ',')
                out += "，";
            else if (static_cast<unsigned char>(c) < 0x20)
                out += ' ';
            else
                out += c;
        }
        if (m_encoder.measure(out, SIZE_MAX).missing > 0) {
            const auto& about = m_task.source.about();
            std::string key;
            appendText(key, content.cells[about.keyColumn]);
            m_task.losses.add({ExportLoss::Kind::noCharacter, row, std::move(key), about.columns[column].key, value});
        }
        return out;
    }
    void leftOut(std::size_t row, const ExportRow& content) {
        std::string key;
        appendText(key, content.cells[m_task.source.about().keyColumn]);
        m_task.losses.add({ExportLoss::Kind::shapeLeftOut, row, std::move(key), "",
                           std::string(geometryKindName(content.shape.kind))});
    }
    void text(std::string_view utf8) { m_encoder.append(utf8, SIZE_MAX, m_text); }
    void flush(std::size_t above) {
        if (m_text.size() <= above) return;
        m_file.write(m_text);
        m_text.clear();
    }

    const WriterTask& m_task;
    TextEncoder m_encoder;
    OutFile m_file;
    std::string m_text;
};

}  // namespace

MadeWriter landTextWriter(const WriterTask& task) {
    if (task.options.landText.fields != 9 && task.options.landText.fields != 12)
        return Refusal{"the line of a parcel has 9 or 12 fields, not " + std::to_string(task.options.landText.fields)};
    return MadeWriter(std::make_unique<LandTextWriter>(task));
}

}  // namespace xiangtu::exchange
