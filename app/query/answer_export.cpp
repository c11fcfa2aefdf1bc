// SPDX-License-Identifier: GPL-3.0-or-later
// How an answer leaves the program: as a table, as shapes, as a document to print.
#include "app/query/answer_model.h"
#include "app/query/answer_print.h"
#include "app/query/geojson.h"
#include "app/query/points_file.h"
#include "app/query/selection.h"
#include "app/registers/table_work.h"
#include "app/registers/words.h"
#include "base/json.h"

namespace xiangtu::app {

namespace {

QString pathOf(const QUrl& file) { return file.isLocalFile() ? file.toLocalFile() : file.path(); }

/// The map's, unless it still draws the units of an earlier state.
std::shared_ptr<const scene::Geometry> geometryFor(const ShownAnswer& shown,
                                                   std::shared_ptr<const scene::Geometry> drawn) {
    if (drawn && drawn->snapshot().levels == shown.snapshot().levels) return drawn;
    return geometryOf(shown.ground);
}

}  // namespace

void AnswerModel::save(const QUrl& file, std::function<std::string(const ShownAnswer&)> text) {
    if (!m_shown) return;
    m_export.start<int>(
        [shown = m_shown, path = pathOf(file), text = std::move(text)](const base::Progress&) {
            writeFile(path, text(*shown));
            return int(shown->answer.table.rows.size());
        },
        [this, path = pathOf(file)](int rows) { emit exported(path, rows); });
}

void AnswerModel::exportCsv(const QUrl& file) {
    save(file, [language = dataLanguage()](const ShownAnswer& shown) {
        return indicators::csv(shown.snapshot(), shown.answer.table, language);
    });
}

void AnswerModel::exportGeoJson(const QUrl& file) {
    save(file, [](const ShownAnswer& shown) {
        // Land that is part of a unit only is made now, when it is asked for.
        query::Answer answer = shown.question.id == kSelect
                                   ? shown.answer
                                   : query::ask(*shown.ground, withPoints(shown.question), query::Shapes::made);
        return rowsGeoJson(shown.snapshot(), answer.table, answer.shapes).dump();
    });
}

void AnswerModel::exportPdf(const QUrl& file, const QString& title) {
    const MapOptions* options = m_map ? m_map->mapOptions() : nullptr;
    if (!m_shown || !options) return;
    PrintedAnswer printed{m_shown, m_map->geometry(), nullptr, options->options(), title};
    printed.options.appearance = scene::Appearance::light;
    printed.options.textScale = 1;
    if (m_onMap) printed.options.theme = scene::parseTheme(m_themeBefore.toStdString()).value_or(scene::Theme::fiveColour);
    printed.options.figures = nullptr;
    m_export.start<int>(
        [printed = std::move(printed), styles = m_map->styleDir(),
         path = pathOf(file)](const base::Progress& progress) mutable {
            printed.geometry = geometryFor(*printed.shown, std::move(printed.geometry));
            printed.style = std::make_shared<const style::StyleSheet>(style::load(styles.toStdString(), "light"));
            printAnswer(printed, path, progress);
            return int(printed.shown->answer.table.rows.size());
        },
        [this, path = pathOf(file)](int rows) { emit exported(path, rows); });
}

}  // namespace xiangtu::app
