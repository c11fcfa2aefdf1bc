// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/border_model.h"

#include "app/models/terms.h"

namespace xiangtu::app {

BorderModel::BorderModel(QObject* parent) : QAbstractListModel(parent) {}

void BorderModel::setOptions(MapOptions* options) {
    if (m_options == options) return;
    beginResetModel();
    m_options = options;
    endResetModel();
    emit optionsChanged();
}

void BorderModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1), {TitleRole});
}

void BorderModel::setShown(int row, bool shown) {
    if (row < 0 || row >= rowCount()) return;
    m_options->setBorderShown(fromUtf8(model::levelName(model::kLevels[std::size_t(row)])), shown);
    emit dataChanged(index(row), index(row), {ShownRole});
}

int BorderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_options ? 0 : int(model::kLevelCount);
}

QVariant BorderModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const model::Level level = model::kLevels[std::size_t(index.row())];
    switch (role) {
    case LevelRole: return fromUtf8(model::levelName(level));
    case TitleRole: return levelTitle(level);
    case ShownRole: return m_options->borderShown(fromUtf8(model::levelName(level)));
    default: return {};
    }
}

QHash<int, QByteArray> BorderModel::roleNames() const {
    return {{LevelRole, "level"}, {TitleRole, "title"}, {ShownRole, "shown"}};
}

}  // namespace xiangtu::app
