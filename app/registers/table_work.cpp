// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/table_work.h"

#include "app/models/terms.h"
#include "app/registers/words.h"
#include "base/error.h"
#include "indicators/due.h"

#include <QSaveFile>

#include <algorithm>

namespace xiangtu::app {

namespace {

constexpr int kNarrowest = 6;
constexpr int kWidest = 26;
/// So many rows tell how wide a column is.
constexpr std::size_t kMeasuredRows = 200;
constexpr std::size_t kLookEvery = 512;

int charactersOf(const QString& text) {
    int width = 0;
    for (const QChar c : text) width += c.unicode() >= 0x2E80 ? 2 : 1;
    return width;
}

bool matches(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row, const QString& words) {
    for (std::size_t c = kHiddenColumns; c < table.columns.size(); ++c) {
        const QString text = tableCell(snapshot, table, row, c);
        // Transliterating is dear: only where the plain text does not already tell.
        if (foldQuery(text).contains(words) || searchText(text).contains(words)) return true;
    }
    return false;
}

const model::RegisterTable* sourceOf(const model::Snapshot& snapshot, const indicators::Table& table) {
    return snapshot.findRegister(table.registerId);
}

}  // namespace

TableAnswer makeTable(const model::Snapshot& snapshot, const indicators::RecordQuery& query, const QString& words,
                      const base::Progress& progress) {
    TableAnswer answer;
    auto table = std::make_shared<indicators::Table>(indicators::recordTable(snapshot, query));
    progress.check();
    const QString wanted = foldQuery(words);
    for (std::uint32_t row = 0; row < table->rows.size(); ++row) {
        if (row % kLookEvery == 0) progress.check();
        if (wanted.isEmpty() || matches(snapshot, *table, row, wanted)) answer.rows.push_back(row);
    }
    answer.sums.resize(table->columns.size());
    answer.widths.resize(table->columns.size());
    for (std::size_t c = 0; c < table->columns.size(); ++c) {
        const auto& column = table->columns[c];
        if (column.numeric && !column.sensitive) {
            double sum = 0;
            for (const std::uint32_t row : answer.rows) sum += model::numberOf(table->rows[row].cells[c]).value_or(0);
            answer.sums[c] = sum;
        }
        int width = charactersOf(titleOf(column.title)) + (column.unit.empty() ? 0 : 5);
        for (std::size_t i = 0; i < std::min(kMeasuredRows, answer.rows.size()); ++i) {
            width = std::max(width, charactersOf(tableCell(snapshot, *table, answer.rows[i], c)));
        }
        answer.widths[c] = std::clamp(width, kNarrowest, kWidest);
    }
    answer.table = std::move(table);
    return answer;
}

QString tableCell(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row,
                  std::size_t column) {
    const auto& head = table.columns[column];
    const model::Value& value = table.rows[row].cells[column];
    if (model::isNull(value)) return {};
    if (head.sensitive) return QStringLiteral("●●●");
    const model::RegisterTable* source = sourceOf(snapshot, table);
    if (!source) return fromUtf8(model::toText(value));
    if (const model::FieldDef* field = source->def.findField(head.key)) return cellText(snapshot, *field, value);
    if (head.key == "state") {
        const model::Lifecycle* lifecycle = snapshot.catalogue->findLifecycle(source->def.lifecycle);
        const auto at = lifecycle ? lifecycle->stateAt(model::toText(value)) : std::nullopt;
        if (at) return titleOf(lifecycle->states[*at].title);
    }
    return fromUtf8(model::toText(value));
}

QString urgencyOf(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row) {
    for (std::size_t i = 0; i < snapshot.registers.size(); ++i) {
        const model::RegisterTable& source = *snapshot.registers[i];
        if (source.def.id != table.registerId) continue;
        const model::Record* record = source.def.lifecycle.empty() ? nullptr : source.find(table.rows[row].record);
        return record ? urgencyName(indicators::standing(snapshot, i, *record).urgency) : QString();
    }
    return {};
}

indicators::Table withoutSensitive(const indicators::Table& table, const std::vector<std::uint32_t>& rows) {
    indicators::Table out{table.title, table.registerId, {}, {}};
    std::vector<std::size_t> kept;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].sensitive) continue;
        kept.push_back(c);
        out.columns.push_back(table.columns[c]);
    }
    for (const std::uint32_t row : rows) {
        indicators::Table::Row line{table.rows[row].unit, table.rows[row].record, {}};
        for (const std::size_t c : kept) line.cells.push_back(table.rows[row].cells[c]);
        out.rows.push_back(std::move(line));
    }
    return out;
}

void writeFile(const QString& path, const std::string& content) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0 || !file.commit()) {
        throw base::Error(base::Fault::io, path.toStdString() + ": " + file.errorString().toStdString());
    }
}

}  // namespace xiangtu::app
