// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_options.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

namespace xiangtu::app {

/// The map's layers, topmost first, as the layer panel lists them.
class LayerModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::MapOptions* options READ options WRITE setOptions NOTIFY optionsChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)

public:
    enum Role { LayerRole = Qt::UserRole + 1, TitleRole, VisibleRole, OpacityRole };

    explicit LayerModel(QObject* parent = nullptr);

    [[nodiscard]] MapOptions* options() const { return m_options; }
    void setOptions(MapOptions* options);
    void setLanguage(const QString& language);

    Q_INVOKABLE void setVisible(int row, bool visible);
    Q_INVOKABLE void setOpacity(int row, double opacity);
    /// Moves a layer to another row; both counted from the top.
    Q_INVOKABLE void move(int from, int to);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void optionsChanged();
    void languageChanged();

private:
    [[nodiscard]] QString layerAt(int row) const;

    QPointer<MapOptions> m_options;
    QString m_language;
    QStringList m_layers;  ///< topmost first
};

}  // namespace xiangtu::app
