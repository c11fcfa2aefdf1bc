// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_sheets.h"

#include "exchange/field_names.h"
#include "exchange/out_file.h"
#include "geodesy/area.h"

#include <initializer_list>

namespace xiangtu::exchange {

namespace {

class Sheet {
public:
    explicit Sheet(const std::filesystem::path& file) : m_file(file) { m_file.write("\xEF\xBB\xBF"); }
    void line(std::initializer_list<std::string_view> cells) {
        std::string text;
        for (const std::string_view cell : cells) {
            const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
            if (quoted) text += '"';
            for (const char c : cell) {
                if (c == '"') text += '"';
                text += c;
            }
            if (quoted) text += '"';
            text += ',';
        }
        text.back() = '\r';
        m_file.write(text += '\n');
    }
    void close() { m_file.close(); }

private:
    OutFile m_file;
};

std::string fixed(double value, int decimals) {
    std::string out;
    appendFixed(out, value, decimals);
    return out;
}

}  // namespace

void writeFieldSheet(const std::filesystem::path& folder, const std::string& stem, const RowSource::About& about,
                     const ExportOptions& options) {
    Sheet sheet(folder / (stem + ".fields.csv"));
    sheet.line({"字段名", "代号", "中文名", "英文名", "类型", "单位"});
    const auto names = fieldNames(about.columns, options.naming, mostNameBytes(options.format));
    for (std::size_t c = 0; c < about.columns.size(); ++c) {
        const ExportColumn& column = about.columns[c];
        sheet.line({names[c], column.key, column.title.zh, column.title.en, columnTypeName(column.type), column.unit});
    }
    sheet.close();
}

void writeMetadataSheet(const std::filesystem::path& folder, const std::string& stem, const RowSource::About& about,
                        const ExportOptions& options, const ExportFacts& facts, const ExportReport& report) {
    Sheet sheet(folder / (stem + ".metadata.csv"));
    sheet.line({"项目", "item", "内容"});
    sheet.line({"图层", "layer", about.title.zh + " (" + about.key + ")"});
    sheet.line({"来源", "source", facts.source});
    if (facts.demo) sheet.line({"说明", "note", "示例数据，边界为虚构"});
    sheet.line({"数据日期", "day", facts.day});
    sheet.line({"导出时间", "made", facts.made});
    if (!facts.filter.empty()) sheet.line({"筛选", "filter", facts.filter});
    sheet.line({"用途", "profile", facts.profile == "public" ? "公开 public" : "内部使用，不得公开 internal"});
    sheet.line({"格式", "format", formatName(options.format)});
    sheet.line({"坐标系", "crs", report.crs});
    sheet.line({"文字编码", "encoding", report.encoding});
    sheet.line({"记录数", "rows", std::to_string(report.rows)});
    sheet.line({"无图形", "without_geometry", std::to_string(report.withoutShape)});
    sheet.line({"椭球面积/平方米", "area_m2", fixed(report.areaM2, 2)});
    sheet.line({"椭球面积/亩", "area_mu", fixed(geodesy::muFromSquareMetres(report.areaM2), 2)});
    std::size_t losses = 0;
    for (const auto& [kind, count] : report.lossCounts) {
        losses += count;
        sheet.line({"损失", lossName(kind), std::to_string(count)});
    }
    if (losses == 0) sheet.line({"损失", "losses", "0"});
    for (const std::string& note : report.notes) sheet.line({"提示", "note", note});
    for (const WrittenFile& file : report.files) {
        sheet.line({"文件", file.path.filename().string(), std::to_string(file.bytes) + " B SHA-256 " + file.sha256});
    }
    sheet.close();
}

void writeLossSheet(const std::filesystem::path& folder, const std::string& stem, const ExportReport& report) {
    if (report.losses.empty()) return;
    Sheet sheet(folder / (stem + ".losses.csv"));
    sheet.line({"记录", "标识", "字段", "损失", "原值"});
    for (const ExportLoss& loss : report.losses) {
        sheet.line({std::to_string(loss.row + 1), loss.key, loss.column, lossName(loss.kind), loss.value});
    }
    sheet.close();
}

}  // namespace xiangtu::exchange
