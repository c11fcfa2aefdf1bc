// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/table_work.h"

#include "app/models/terms.h"
#include "app/registers/words.h"
#include "base/error.h"
#include "indicators/due.h"

#include <QSaveFile>

#include <algorithm>
#include <numeric>

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

bool isShown(const indicators::Table::Column& column) {
    return column.key != "id" && column.key != "code" && column.key != "unit_code";
}

bool matches(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row, const QString& words) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (!isShown(table.columns[c])) continue;
        // What is covered is not found either: a search would tell what it says.
        const QString text = tableCell(snapshot, table, row, c, Sensitive::covered);
        // Transliterating is dear: only where the plain text does not already tell.
        if (foldQuery(text).contains(words) || searchText(text).contains(words)) return true;
    }
    return false;
}

const model::RegisterTable* sourceOf(const model::Snapshot& snapshot, const indicators::Table& table) {
    return snapshot.findRegister(table.registerId);
}

/// Columns, totals and widths of the rows that are in the answer.
void measure(const model::Snapshot& snapshot, TableAnswer& answer) {
    const indicators::Table& table = *answer.table;
    answer.sums.resize(table.columns.size());
    answer.widths.resize(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto& column = table.columns[c];
        if (isShown(column)) answer.columns.push_back(c);
        // Figures of units are shares and means as well: their total would say nothing.
        if (column.numeric && !column.sensitive && !table.registerId.empty()) {
            double sum = 0;
            for (const std::uint32_t row : answer.rows) sum += model::numberOf(table.rows[row].cells[c]).value_or(0);
            answer.sums[c] = sum;
        }
        int width = charactersOf(titleOf(column.title)) + (column.unit.empty() ? 0 : 5);
        for (std::size_t i = 0; i < std::min(kMeasuredRows, answer.rows.size()); ++i) {
            width = std::max(width, charactersOf(tableCell(snapshot, table, answer.rows[i], c, Sensitive::shown)));
        }
        answer.widths[c] = std::clamp(width, kNarrowest, kWidest);
    }
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
    answer.table = std::move(table);
    measure(snapshot, answer);
    return answer;
}

TableAnswer layOut(const model::Snapshot& snapshot, indicators::Table table) {
    TableAnswer answer;
    answer.rows.resize(table.rows.size());
    std::iota(answer.rows.begin(), answer.rows.end(), 0u);
    answer.table = std::make_shared<const indicators::Table>(std::move(table));
    measure(snapshot, answer);
    return answer;
}

QVariantList columnList(const TableAnswer& answer) {
    QVariantList list;
    for (const std::size_t c : answer.columns) {
        const auto& column = answer.table->columns[c];
        list << QVariantMap{{"key", fromUtf8(column.key)},   {"title", titleOf(column.title)},
                            {"unit", fromUtf8(column.unit)}, {"numeric", column.numeric},
                            {"sensitive", column.sensitive}, {"width", answer.widths[c]}};
    }
    return list;
}

QString tableCell(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row, std::size_t column,
                  Sensitive sensitive) {
    const auto& head = table.columns[column];
    const model::Value& value = table.rows[row].cells[column];
    if (model::isNull(value)) return {};
    if (head.sensitive && sensitive == Sensitive::covered) return coveredText();
    const model::RegisterTable* source = sourceOf(snapshot, table);
    if (!source) {
        const auto* number = std::get_if<double>(&value);
        return number ? plainNumber(*number, std::max(0, head.decimals)) : fromUtf8(model::toText(value));
    }
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

indicators::Table forExport(const indicators::Table& table, const std::vector<std::uint32_t>& rows,
                            Sensitive sensitive) {
    indicators::Table out{table.title, table.registerId, table.columns, {}};
    for (const std::uint32_t row : rows) out.rows.push_back(table.rows[row]);
    if (sensitive == Sensitive::covered) indicators::mask(out);
    return out;
}

void writeFile(const QString& path, const std::string& content) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), qint64(content.size())) < 0 || !file.commit()) {
        throw base::Error(base::Fault::io, path.toStdString() + ": " + file.errorString().toStdString());
    }
}

}  // namespace xiangtu::app
