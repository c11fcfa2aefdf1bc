// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/qgis.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace xiangtu::style {

namespace {

// An interface pixel at 96 to the inch; SLD has pixels of 0.28 mm of its own.
constexpr double kMmPerPixel = 25.4 / 96;
constexpr double kSldPixelMm = 0.28;

/// One value of a layer and what it looks like; colours 0xAARRGGBB, alpha 0 = not drawn.
struct Symbol {
    std::string value;  ///< empty = everything that has no symbol of its own
    std::string label;
    std::uint32_t fill = 0;
    std::uint32_t line = 0;
    double widthMm = 0;
};

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string attribute(std::string_view name, std::string_view value) {
    return std::string(" ").append(name).append("=\"").append(escaped(value)).append("\"");
}

std::string option(std::string_view name, std::string_view value) {
    return "     <Option" + attribute("name", name) + " type=\"QString\"" + attribute("value", value) + "/>\n";
}

std::string channels(std::uint32_t argb) {
    const auto channel = [&](int shift) { return std::to_string((argb >> shift) & 255); };
    return channel(16) + "," + channel(8) + "," + channel(0) + "," + channel(24);
}

std::string qmlSymbol(const Symbol& symbol, const std::string& name) {
    return "   <symbol type=\"fill\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"" + attribute("name", name) +
           ">\n    <layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">\n" +
           option("color", channels(symbol.fill)) + option("style", symbol.fill >> 24 ? "solid" : "no") +
           option("outline_color", channels(symbol.line)) +
           option("outline_style", symbol.line >> 24 ? "solid" : "no") +
           option("outline_width", number(symbol.widthMm)) + option("outline_width_unit", "MM") +
           option("joinstyle", "round") + "    </Option></layer>\n   </symbol>\n";
}

/// `field` empty = one symbol for all.
std::string qml(std::string_view field, const std::vector<Symbol>& symbols, double maxMetresPerPixel) {
    std::string categories, drawn;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        const std::string name = std::to_string(i);
        categories += "   <category render=\"true\"" + attribute("value", symbols[i].value) +
                      attribute("label", symbols[i].label) + attribute("symbol", name) + "/>\n";
        drawn += qmlSymbol(symbols[i], name);
    }
    // QGIS calls the smallest scale "minScale", as the number below the fraction line.
    const double denominator = std::round(maxMetresPerPixel * 1000 / kMmPerPixel);
    const std::string scale = maxMetresPerPixel > 0
                                  ? " hasScaleBasedVisibilityFlag=\"1\" maxScale=\"0\"" +
                                        attribute("minScale", std::to_string(std::int64_t(denominator)))
                                  : "";
    const std::string kind = field.empty() ? attribute("type", "singleSymbol")
                                           : attribute("type", "categorizedSymbol") + attribute("attr", field);
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
           "<qgis version=\"3.22\" styleCategories=\"Symbology|Rendering\"" +
           scale + ">\n <renderer-v2 enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\"" + kind + ">\n" +
           (field.empty() ? "" : "  <categories>\n" + categories + "  </categories>\n") + "  <symbols>\n" + drawn +
           "  </symbols>\n </renderer-v2>\n</qgis>\n";
}

std::string parameter(std::string_view name, std::string_view value) {
    return "<CssParameter" + attribute("name", name) + ">" + escaped(value) + "</CssParameter>";
}

std::string painted(std::string_view what, std::uint32_t argb, const std::string& more) {
    char colour[8];
    std::snprintf(colour, sizeof colour, "#%06x", argb & 0xFFFFFFu);
    const std::string key(what);
    const std::string element = what == "fill" ? "Fill" : "Stroke";
    return "<" + element + ">" + parameter(key, colour) + parameter(key + "-opacity", number((argb >> 24) / 255.0)) +
           more + "</" + element + ">";
}

std::string sld(std::string_view layer, std::string_view field, const std::vector<Symbol>& symbols) {
    std::string rules;
    for (const Symbol& symbol : symbols) {
        rules += "   <Rule><Name>" + escaped(symbol.label) + "</Name>";
        if (!symbol.value.empty()) {
            rules += "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>" + escaped(field) +
                     "</ogc:PropertyName><ogc:Literal>" + escaped(symbol.value) +
                     "</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>";
        } else if (symbols.size() > 1) {
            rules += "<ElseFilter/>";
        }
        rules += "<PolygonSymbolizer>";
        if (symbol.fill >> 24) rules += painted("fill", symbol.fill, "");
        if (symbol.line >> 24) {
            rules += painted("stroke", symbol.line, parameter("stroke-width", number(symbol.widthMm / kSldPixelMm)));
        }
        rules += "</PolygonSymbolizer></Rule>\n";
    }
    const std::string name = "<Name>" + escaped(layer) + "</Name>";
    return "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\" "
           "xmlns:ogc=\"http://www.opengis.net/ogc\">\n <NamedLayer>" +
           name + "\n  <UserStyle>" + name + "<FeatureTypeStyle>\n" + rules +
           "  </FeatureTypeStyle></UserStyle>\n </NamedLayer>\n</StyledLayerDescriptor>\n";
}

}  // namespace

LayerStyle outlines(std::string_view layer, const BorderStyle& border) {
    Symbol symbol;
    symbol.line = border.colour;
    symbol.widthMm = (border.widthFar + border.widthNear) / 2 * kMmPerPixel;
    return {qml("", {symbol}, border.maxMetresPerPixel), sld(layer, "", {symbol})};
}

LayerStyle classFills(std::string_view layer, std::string_view field, const model::Scheme& scheme,
                      const StyleSheet& sheet) {
    const auto alpha = std::uint32_t(std::lround(sheet.fillOpacity * 255)) << 24;
    std::vector<Symbol> symbols;
    for (const model::SchemeClass& c : scheme.classes) {
        symbols.push_back({c.code, c.name.zh + " " + c.meaning.zh, alpha | (c.rgb & 0xFFFFFFu)});
    }
    symbols.push_back({"", "未分类", alpha | (sheet.unclassed & 0xFFFFFFu)});
    return {qml(field, symbols, 0), sld(layer, field, symbols)};
}

}  // namespace xiangtu::style
