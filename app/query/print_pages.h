// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <QStringList>

#include <vector>

namespace xiangtu::app {

/// A document that fills from top to bottom, page after page, in A4 upright: headings, paragraphs, pictures and tables.
/// Every page has its number, the title and a line that says what the document may be used for. For workers.
class PrintPages {
public:
    /// `foot` stands at the left of every page's last line, the page number at the right. Throws Error{io} when the
    /// file cannot be written.
    PrintPages(const QString& path, const QString& title, const QString& foot);
    /// Throws Error{io} when not all of it came to be written.
    void end();

    /// Device pixels per interface pixel, so that pictures have the sharpness of the page.
    [[nodiscard]] double pixelRatio() const noexcept { return m_k; }
    [[nodiscard]] int width() const noexcept { return int(m_page.width()); }
    /// What is left of this page.
    [[nodiscard]] int room() const { return int(m_page.bottom() - m_y); }

    void newPage();
    void heading(const QString& text);
    void paragraph(const QString& text);
    /// A paragraph in small grey letters.
    void remark(const QString& text);
    /// Pairs of what it is called and its figure, as many in a row as fit.
    void figures(const std::vector<std::pair<QString, QString>>& figures);
    /// Made `width()` wide.
    void picture(const QImage& image);
    /// Heads again on every page. Columns are as wide as what stands in them and shrink together.
    struct Column {
        QString title;
        bool numeric = false;
    };
    void table(const std::vector<Column>& columns, const std::vector<QStringList>& rows);

private:
    void text(const QString& text, double px, bool bold, const QColor& colour, double after);
    void finishPage();
    void need(double height);
    void rule(double y, const QColor& colour);
    [[nodiscard]] std::vector<double> widthsOf(const std::vector<Column>& columns,
                                               const std::vector<QStringList>& rows) const;

    QString m_path, m_title, m_foot;
    QPdfWriter m_writer;
    QPainter m_painter;
    double m_k = 1;
    QRectF m_page;  ///< without its last line
    double m_y = 0;
    int m_number = 1;
};

}  // namespace xiangtu::app
