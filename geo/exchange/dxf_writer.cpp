// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/out_file.h"
#include "exchange/row_writer.h"
#include "exchange/shape_text.h"
#include "exchange/text_encoder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace xiangtu::exchange {

namespace {

struct AciColour {
    int index;
    int r, g, b;
};
/// Colours every version of the format has under these numbers.
constexpr std::array<AciColour, 9> kColours{{{1, 255, 0, 0},
                                             {2, 255, 255, 0},
                                             {3, 0, 255, 0},
                                             {4, 0, 255, 255},
                                             {5, 0, 0, 255},
                                             {6, 255, 0, 255},
                                             {7, 0, 0, 0},
                                             {8, 128, 128, 128},
                                             {30, 255, 127, 0}}};

int nearestColour(std::uint32_t rgb) {
    const int r = int(rgb >> 16 & 0xFF), g = int(rgb >> 8 & 0xFF), b = int(rgb & 0xFF);
    return std::ranges::min_element(kColours, {},
                                    [&](const AciColour& c) {
                                        return (c.r - r) * (c.r - r) + (c.g - g) * (c.g - g) + (c.b - b) * (c.b - b);
                                    })
        ->index;
}

/// DXF as of AutoCAD R12, which every drawing program opens: closed polylines and points on a layer per look, names and
/// codes as texts on layers of their own. Chinese is in GBK under $DWGCODEPAGE ANSI_936, what GBK lacks as \U+XXXX.
class DxfWriter final : public RowWriter {
public:
    explicit DxfWriter(const WriterTask& task)
        : m_task(task),
          m_encoder(TextEncoding::gbk),
          m_layer(layerName(task.source.about().key)),
          m_file(task.folder / (task.stem + ".dxf")) {
        pair(0, "SECTION");
        pair(2, "HEADER");
        pair(9, "$ACADVER");
        pair(1, "AC1009");
        pair(9, "$DWGCODEPAGE");
        pair(3, "ANSI_936");
        pair(0, "ENDSEC");
        pair(0, "SECTION");
        pair(2, "TABLES");
        pair(0, "TABLE");
        pair(2, "LAYER");
        const auto& looks = task.source.about().looks;
        pair(70, std::to_string(looks.size() + 4));
        layer("0", 7);
        for (const ExportLook& look : looks) layer(layerOf(look), nearestColour(look.rgb));
        layer(m_layer, 8);
        layer(m_layer + "_NAME", 7);
        layer(m_layer + "_CODE", 7);
        pair(0, "ENDTAB");
        pair(0, "ENDSEC");
        pair(0, "SECTION");
        pair(2, "ENTITIES");
    }

    void add(std::size_t row, const ExportRow& content, std::size_t look) override {
        const auto& about = m_task.source.about();
        const std::string layer = look < about.looks.size() ? layerOf(about.looks[look]) : m_layer;
        const FlatShape& shape = content.shape;
        if (shape.kind == GeometryKind::point) {
            pair(0, "POINT");
            pair(8, layer);
            place(shape.points[0]);
        } else {
            for (std::size_t part = 0; part < shape.starts.size(); ++part) polyline(layer, shape, part);
        }
        if (const auto at = labelPoint(shape)) {
            const double height = textHeight(shape);
            text(row, content, about.labelColumn, m_layer + "_NAME", *at, height);
            if (about.keyColumn != about.labelColumn)
                text(row, content, about.keyColumn, m_layer + "_CODE", {at->x, at->y - 1.5 * height}, height * 0.7);
        }
        flush(1 << 16);
    }

    void finish() override {
        pair(0, "ENDSEC");
        pair(0, "EOF");
        flush(0);
        m_file.close();
    }

private:
    /// At most 31 capitals, digits, $ - _.
    static std::string layerName(std::string_view key) {
        std::string out;
        for (const char c : key.substr(0, 24)) {
            const bool plain = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '$';
            out += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : plain ? c : '_';
        }
        return out.empty() ? "LAYER" : out;
    }
    [[nodiscard]] std::string layerOf(const ExportLook& look) const {
        return (m_layer.substr(0, 15) + "_" + layerName(look.key)).substr(0, 31);
    }
    void pair(int code, std::string_view value) {
        m_text += std::to_string(code);
        m_text += '\n';
        m_text += value;
        m_text += '\n';
    }
    void number(int code, double value) {
        m_text += std::to_string(code);
        m_text += '\n';
        appendFixed(m_text, value, coordinateDecimals(m_task.crs));
        m_text += '\n';
    }
    void place(geodesy::Ordinates p) {
        number(10, p.x);
        number(20, p.y);
    }
    void layer(const std::string& name, int colour) {
        pair(0, "LAYER");
        pair(2, name);
        pair(70, "0");
        pair(62, std::to_string(colour));
        pair(6, "CONTINUOUS");
    }
    void polyline(const std::string& layer, const FlatShape& shape, std::size_t part) {
        pair(0, "POLYLINE");
        pair(8, layer);
        pair(66, "1");
        pair(70, shape.kind == GeometryKind::polygon ? "1" : "0");
        for (std::size_t i = shape.starts[part]; i < shape.partEnd(part); ++i) {
            pair(0, "VERTEX");
            pair(8, layer);
            place(shape.points[i]);
        }
        pair(0, "SEQEND");
        pair(8, layer);
    }
    [[nodiscard]] double textHeight(const FlatShape& shape) const {
        const double least = m_task.crs.geographic ? 2e-5 : 2;
        if (shape.kind != GeometryKind::polygon) return least;
        return std::max(least, std::sqrt(std::abs(twiceArea(shape, 0)) / 2) / 14);
    }
    void text(std::size_t row, const ExportRow& content, std::size_t column, const std::string& layer,
              geodesy::Ordinates at, double height) {
        std::string value, bytes;
        appendText(value, content.cells[column]);
        if (value.empty()) return;
        bool missing = false;
        for (std::string_view rest = value; !rest.empty();) {
            const std::string_view before = rest;
            const char32_t c = nextCharacter(rest);
            const std::string_view character = before.substr(0, before.size() - rest.size());
            if (c < 0x20) {
                bytes += ' ';
            } else if (m_encoder.measure(character, SIZE_MAX).missing == 0 || c > 0xFFFF) {
                missing |= m_encoder.append(character, SIZE_MAX, bytes).missing > 0;
            } else {
                char escape[12];
                std::snprintf(escape, sizeof escape, "\\U+%04X", unsigned(c));
                bytes += escape;
            }
        }
        if (missing) {
            const auto& about = m_task.source.about();
            std::string key;
            appendText(key, content.cells[about.keyColumn]);
            m_task.losses.add({ExportLoss::Kind::noCharacter, row, std::move(key), about.columns[column].key, value});
        }
        pair(0, "TEXT");
        pair(8, layer);
        place(at);
        number(40, height);
        pair(1, bytes);
        // Centred on its place.
        pair(72, "1");
        number(11, at.x);
        number(21, at.y);
    }
    void flush(std::size_t above) {
        if (m_text.size() <= above) return;
        m_file.write(m_text);
        m_text.clear();
    }

    const WriterTask& m_task;
    TextEncoder m_encoder;
    std::string m_layer;
    OutFile m_file;
    std::string m_text;
};

}  // namespace

MadeWriter dxfWriter(const WriterTask& task) { return MadeWriter(std::make_unique<DxfWriter>(task)); }

}  // namespace xiangtu::exchange
