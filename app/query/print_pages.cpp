// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/print_pages.h"

#include "app/render/map_font.h"
#include "base/error.h"

#include <QFileInfo>
#include <QFontMetricsF>
#include <QPageSize>

#include <algorithm>
#include <numeric>

namespace xiangtu::app {

namespace {

// Interface pixels, 96 an inch.
constexpr double kFoot = 26, kHeading = 19, kText = 13.5, kSmall = 11.5, kRow = 21, kGap = 10, kColumnGap = 10;
constexpr double kMarginMm = 15;
const QColor kInk(0x1E, 0x26, 0x2B), kQuiet(0x5C, 0x66, 0x6B), kLine(0xB9, 0xBF, 0xBE);

[[noreturn]] void fail(const QString& path) {
    throw base::Error(base::Fault::io, path.toStdString() + " could not be written (no room or right to write there?)");
}

}  // namespace

PrintPages::PrintPages(const QString& path, const QString& title, const QString& foot)
    : m_path(path), m_title(title), m_foot(foot), m_writer(path) {
    constexpr int kDotsPerInch = 200;
    m_writer.setResolution(kDotsPerInch);
    m_writer.setPageSize(QPageSize(QPageSize::A4));
    m_writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    m_writer.setTitle(title);
    m_writer.setCreator(QStringLiteral("Xiangtu 乡图"));
    if (!m_painter.begin(&m_writer)) fail(path);
    m_k = kDotsPerInch / 96.0;
    m_page = QRectF(0, 0, m_writer.width(), m_writer.height() - kFoot * m_k);
}

void PrintPages::end() {
    finishPage();
    if (!m_painter.end() || QFileInfo(m_path).size() == 0) fail(m_path);
}

void PrintPages::finishPage() {
    m_painter.setFont(mapFont(kSmall * m_k));
    m_painter.setPen(kQuiet);
    const QRectF line(0, m_page.bottom(), m_page.width(), kFoot * m_k);
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom, m_foot);
    m_painter.drawText(line, Qt::AlignRight | Qt::AlignBottom, QString::number(m_number));
}

void PrintPages::newPage() {
    finishPage();
    m_writer.newPage();
    ++m_number;
    m_y = 0;
}

void PrintPages::need(double height) {
    if (m_y > 0 && m_y + height > m_page.bottom()) newPage();
}

void PrintPages::rule(double y, const QColor& colour) {
    m_painter.setPen(QPen(colour, 0.8 * m_k));
    m_painter.drawLine(QPointF(0, y), QPointF(m_page.width(), y));
}

void PrintPages::text(const QString& text, double px, bool bold, const QColor& colour, double after) {
    if (text.isEmpty()) return;
    m_painter.setFont(mapFont(px * m_k, bold ? FontWeight::bold : FontWeight::regular));
    const QFontMetricsF metrics(m_painter.font());
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF box = metrics.boundingRect(QRectF(0, 0, m_page.width(), 1e6), kFlags, text);
    need(box.height());
    m_painter.setPen(colour);
    m_painter.drawText(QRectF(0, m_y, m_page.width(), box.height() + 1), kFlags, text);
    m_y += box.height() + after * m_k;
}

void PrintPages::heading(const QString& title) {
    if (m_y > 0) m_y += kGap / 2 * m_k;
    need(4 * kRow * m_k);
    text(title, kHeading, true, kInk, kGap * 0.6);
}

void PrintPages::paragraph(const QString& words) { text(words, kText, false, kInk, kGap); }
void PrintPages::remark(const QString& words) { text(words, kSmall, false, kQuiet, kGap * 0.6); }

void PrintPages::figures(const std::vector<std::pair<QString, QString>>& figures) {
    const QFont small = mapFont(kSmall * m_k), large = mapFont((kText + 2) * m_k, FontWeight::bold);
    const QFontMetricsF smallMetrics(small), largeMetrics(large);
    const double height = smallMetrics.height() + largeMetrics.height();
    double x = 0;
    need(height);
    for (const auto& [title, value] : figures) {
        const double width = std::max(smallMetrics.horizontalAdvance(title), largeMetrics.horizontalAdvance(value));
        if (x > 0 && x + width > m_page.width()) {
            x = 0;
            m_y += height + kGap / 2 * m_k;
            need(height);
        }
        m_painter.setFont(small);
        m_painter.setPen(kQuiet);
        m_painter.drawText(QPointF(x, m_y + smallMetrics.ascent()), title);
        m_painter.setFont(large);
        m_painter.setPen(kInk);
        m_painter.drawText(QPointF(x, m_y + smallMetrics.height() + largeMetrics.ascent()), value);
        x += width + 2.4 * kColumnGap * m_k;
    }
    if (!figures.empty()) m_y += height + kGap * m_k;
}

void PrintPages::picture(const QImage& image) {
    if (image.isNull()) return;
    const double height = m_page.width() * image.height() / image.width();
    need(height);
    m_painter.drawImage(QRectF(0, m_y, m_page.width(), height), image);
    m_y += height + kGap * m_k;
}

std::vector<double> PrintPages::widthsOf(const std::vector<Column>& columns,
                                         const std::vector<QStringList>& rows) const {
    constexpr std::size_t kLookedAt = 400;
    const QFontMetricsF metrics(mapFont(kSmall * m_k));
    std::vector<double> widths;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        double widest = metrics.horizontalAdvance(columns[c].title);
        for (std::size_t r = 0; r < std::min(rows.size(), kLookedAt); ++r) {
            widest = std::max(widest, metrics.horizontalAdvance(rows[r].value(qsizetype(c))));
        }
        widths.push_back(std::min(widest, m_page.width() / 2) + kColumnGap * m_k);
    }
    const double all = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (all > m_page.width()) {
        for (double& width : widths) width *= m_page.width() / all;
    }
    return widths;
}

void PrintPages::table(const std::vector<Column>& columns, const std::vector<QStringList>& rows) {
    const std::vector<double> widths = widthsOf(columns, rows);
    const double row = kRow * m_k;
    const QFont regular = mapFont(kSmall * m_k), bold = mapFont(kSmall * m_k, FontWeight::bold);
    const auto line = [&](const auto& cellAt, const QFont& font, const QColor& colour) {
        m_painter.setFont(font);
        m_painter.setPen(colour);
        const QFontMetricsF metrics(font);
        double x = 0;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const double width = widths[c] - kColumnGap * m_k;
            const QString cell = metrics.elidedText(cellAt(c), Qt::ElideRight, width + 1);
            const int side = columns[c].numeric ? Qt::AlignRight : Qt::AlignLeft;
            m_painter.drawText(QRectF(x, m_y, width, row), side | Qt::AlignVCenter, cell);
            x += widths[c];
        }
        m_y += row;
    };
    const auto head = [&] {
        line([&](std::size_t c) { return columns[c].title; }, bold, kQuiet);
        rule(m_y, kInk);
    };
    need(3 * row);
    head();
    for (const QStringList& cells : rows) {
        if (m_y + row > m_page.bottom()) {
            newPage();
            head();
        }
        line([&](std::size_t c) { return cells.value(qsizetype(c)); }, regular, kInk);
        rule(m_y, kLine);
    }
    m_y += kGap * m_k;
}

}  // namespace xiangtu::app
