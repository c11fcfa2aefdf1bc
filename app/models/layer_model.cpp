// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/layer_model.h"

#include "app/models/terms.h"

#include <QCoreApplication>

#include <algorithm>

namespace xiangtu::app {

namespace {

// tr() of a class inside a namespace would look under a name that lupdate does not write.
struct LayerTexts {
    Q_DECLARE_TR_FUNCTIONS(LayerTexts)
};

}  // namespace

LayerModel::LayerModel(QObject* parent) : QAbstractListModel(parent) {}

void LayerModel::setOptions(MapOptions* options) {
    if (m_options == options) return;
    beginResetModel();
    m_options = options;
    m_layers = options ? options->layerOrder() : QStringList();
    std::reverse(m_layers.begin(), m_layers.end());
    endResetModel();
    emit optionsChanged();
}

void LayerModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (!m_layers.isEmpty()) emit dataChanged(index(0), index(rowCount() - 1), {TitleRole});
}

QString LayerModel::layerAt(int row) const { return row >= 0 && row < m_layers.size() ? m_layers[row] : QString(); }

void LayerModel::setVisible(int row, bool visible) {
    const QString layer = layerAt(row);
    if (layer.isEmpty()) return;
    m_options->setLayerVisible(layer, visible);
    emit dataChanged(index(row), index(row), {VisibleRole});
}

void LayerModel::setOpacity(int row, double opacity) {
    const QString layer = layerAt(row);
    if (layer.isEmpty()) return;
    m_options->setLayerOpacity(layer, std::clamp(opacity, 0.0, 1.0));
    emit dataChanged(index(row), index(row), {OpacityRole});
}

void LayerModel::move(int from, int to) {
    if (layerAt(from).isEmpty() || layerAt(to).isEmpty() || from == to) return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_layers.move(from, to);
    endMoveRows();
    m_options->moveLayer(m_layers[to], int(m_layers.size()) - 1 - to);
}

int LayerModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_layers.size()); }

QVariant LayerModel::data(const QModelIndex& index, int role) const {
    const QString layer = layerAt(index.row());
    if (layer.isEmpty()) return {};
    switch (role) {
    case LayerRole: return layer;
    case TitleRole:
        if (layer == QLatin1String("fill")) return LayerTexts::tr("Colours of the units");
        if (layer == QLatin1String("bases")) return LayerTexts::tr("Industry bases");
        if (layer == QLatin1String("borders")) return LayerTexts::tr("Borders");
        if (layer == QLatin1String("marks")) return LayerTexts::tr("Marks");
        if (layer == QLatin1String("labels")) return LayerTexts::tr("Names");
        return layer;
    case VisibleRole: return m_options->layerVisible(layer);
    case OpacityRole: return m_options->layerOpacity(layer);
    default: return {};
    }
}

QHash<int, QByteArray> LayerModel::roleNames() const {
    return {
        {LayerRole, "layerKey"}, {TitleRole, "title"}, {VisibleRole, "layerVisible"}, {OpacityRole, "layerOpacity"}};
}

}  // namespace xiangtu::app
