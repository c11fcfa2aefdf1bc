// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/answer_print.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/query/answer_theme.h"
#include "app/query/print_pages.h"
#include "app/query/question_words.h"
#include "app/query/stop_page.h"
#include "app/registers/words.h"
#include "app/render/sheet.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace xiangtu::app {

namespace {

struct PrintTexts {
    Q_DECLARE_TR_FUNCTIONS(PrintTexts)
};

/// Of units in the answer and of the others, on paper.
const QColor kPaperIn(0xC4, 0x62, 0x2D), kPaperOut(0xEC, 0xE8, 0xDC);
constexpr double kMapShare = 0.8;          ///< height of the map by its width
constexpr std::size_t kSummaryLines = 12;  ///< per level

/// The answer and what was asked with fill the map; an answer all over the county shows all of it.
geom::GridBox boxOf(const ShownAnswer& shown) {
    constexpr std::int64_t kMost = 300;
    geom::GridBox box = boxOf(shown.place);
    if (shown.markedCount > kMost) return {};
    const geom::PolygonSet& shapes = shown.snapshot().table(shown.level).shapes;
    for (std::uint32_t row = 0; row < shown.marked.size(); ++row) {
        if (shown.marked[row] == 0 || !shapes.hasShape(row)) continue;
        box.extend(shapes.box(row).min);
        box.extend(shapes.box(row).max);
    }
    return box;
}

QImage mapOf(const PrintedAnswer& printed, const PrintPages& pages) {
    const ShownAnswer& shown = *printed.shown;
    scene::Options options = printed.options;
    options.pixelRatio = pages.pixelRatio();
    if (shown.markedCount > 0) {
        options.theme = scene::Theme::indicator;
        options.figures = answerTheme(shown, kPaperIn, kPaperOut);
    }
    SheetRequest request;
    request.box = boxOf(shown);
    request.widthPx = pages.width();
    request.heightPx = int(pages.width() * kMapShare);
    request.title = printed.title;
    request.language = sheetLanguage();
    request.asked = &shown.place;
    return paintSheet(*printed.geometry, shown.snapshot(), *printed.style, options, request);
}

/// What was filled in, by its name where it has one.
QString shownValue(const model::Snapshot& snapshot, const query::Param& param, const std::string& value) {
    using query::ParamKind;
    if (param.kind == ParamKind::level) {
        const auto level = model::parseLevel(value);
        return level ? levelTitle(*level) : fromUtf8(value);
    }
    if (param.kind == ParamKind::from || param.kind == ParamKind::registerId) {
        if (const auto kind = model::parsePartyOrgKind(value)) return partyOrgKindTitle(*kind);
        const model::RegisterTable* table = snapshot.findRegister(value);
        return table ? titleOf(table->def.title) : fromUtf8(value);
    }
    if (param.kind == ParamKind::unit) {
        const auto code = model::Code::parse(value);
        const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef();
        return unit.valid() ? unitName(snapshot, unit) : fromUtf8(value);
    }
    return fromUtf8(value);
}

/// What the question was asked with, as it was filled in.
QString askedWith(const model::Snapshot& snapshot, const query::Question& question) {
    const query::QuestionDef* def = query::findQuestion(question.id);
    QStringList parts;
    for (const query::Param& param : def ? def->params : std::vector<query::Param>()) {
        const auto given = question.params.find(std::string(param.name));
        if (given == question.params.end() || given->second.empty()) continue;
        parts << PrintTexts::tr("%1: %2").arg(paramTitle(param), shownValue(snapshot, param, given->second));
    }
    return parts.join(PrintTexts::tr("; "));
}

void addSums(PrintPages& pages, const query::Answer& answer) {
    std::vector<std::pair<QString, QString>> figures;
    for (const query::Sum& sum : answer.sums) {
        figures.emplace_back(titleOf(sum.title), figureText(sum.value, sum.decimals, sum.unit));
    }
    pages.figures(figures);
}

void addLevels(PrintPages& pages, const ShownAnswer& shown) {
    for (const LevelSummary& level : shown.levels) {
        std::vector<QStringList> rows;
        for (const LevelSummary::Line& line : level.lines) {
            if (rows.size() == kSummaryLines) break;
            rows.push_back({unitName(shown.snapshot(), line.unit), countText(line.count),
                            line.of > 0 ? countText(line.of) : QString(),
                            line.households > 0 ? countText(line.households) : QString(),
                            line.squareMetres > 0 ? muText(line.squareMetres) : QString()});
        }
        pages.heading(PrintTexts::tr("By %1").arg(levelTitle(level.level)));
        pages.table({{levelTitle(level.level)},
                     {PrintTexts::tr("In the answer"), true},
                     {PrintTexts::tr("Of"), true},
                     {PrintTexts::tr("Households"), true},
                     {PrintTexts::tr("Area"), true}},
                    rows);
        if (level.lines.size() > rows.size()) {
            pages.remark(PrintTexts::tr("and %1 more").arg(level.lines.size() - rows.size()));
        }
    }
}

void addList(PrintPages& pages, const query::Answer& answer) {
    std::vector<PrintPages::Column> columns;
    for (const auto& column : answer.table.columns) columns.push_back({titleOf(column.title), column.numeric});
    std::vector<QStringList> rows;
    for (std::size_t row = 0; row < std::min(answer.table.rows.size(), kPrintedLines); ++row) {
        QStringList& cells = rows.emplace_back();
        for (std::size_t c = 0; c < columns.size(); ++c) cells << answerCell(answer, row, c);
    }
    if (rows.empty()) return;
    pages.heading(PrintTexts::tr("Line by line"));
    pages.table(columns, rows);
    if (rows.size() < answer.table.rows.size()) {
        pages.remark(PrintTexts::tr("The first %1 of %2 lines; all of them are in the table (CSV).")
                         .arg(countText(qint64(rows.size())), countText(qint64(answer.table.rows.size()))));
    }
}

}  // namespace

std::shared_ptr<const scene::Geometry> geometryOf(const std::shared_ptr<const query::Ground>& ground) {
    return std::make_shared<const scene::Geometry>(
        std::shared_ptr<const model::Snapshot>(ground, &ground->snapshot()),
        std::shared_ptr<const topology::Topology>(ground, &ground->topology()),
        std::shared_ptr<const index::UnitIndex>(ground, &ground->units()));
}

void printAnswer(const PrintedAnswer& printed, const QString& path, const base::Progress& progress) {
    const ShownAnswer& shown = *printed.shown;
    const model::Snapshot& snapshot = shown.snapshot();
    const QString day = QString::fromStdString(snapshot.day.iso());
    PrintPages pages(path, printed.title,
                     PrintTexts::tr("%1 · %2 · as of %3 · for internal use only")
                         .arg(fromUtf8(snapshot.info.title), printed.title, day));
    pages.picture(mapOf(printed, pages));
    progress.check();
    pages.paragraph(sentenceOf(shown.question, shown.answer));
    pages.remark(askedWith(snapshot, shown.question));
    addSums(pages, shown.answer);
    for (const model::Titles& note : shown.answer.notes) pages.remark(titleOf(note));
    addLevels(pages, shown);
    addList(pages, shown.answer);
    const std::size_t stops = shown.question.id == "tour" ? shown.answer.table.rows.size() : 0;
    if (stops > 0) {
        const model::Children children(snapshot);
        for (std::size_t stop = 0; stop < stops; ++stop) {
            progress.report("stops", std::int64_t(stop), std::int64_t(stops));
            progress.check();
            addStopPage(pages, printed, children, stop);
        }
    }
    pages.end();
}

}  // namespace xiangtu::app
