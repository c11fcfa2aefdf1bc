// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_options.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

namespace xiangtu::app {

/// Which levels' borders are drawn, largest level first.
class BorderModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::MapOptions* options READ options WRITE setOptions NOTIFY optionsChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)

public:
    enum Role { LevelRole = Qt::UserRole + 1, TitleRole, ShownRole };

    explicit BorderModel(QObject* parent = nullptr);

    [[nodiscard]] MapOptions* options() const { return m_options; }
    void setOptions(MapOptions* options);
    void setLanguage(const QString& language);
    Q_INVOKABLE void setShown(int row, bool shown);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void optionsChanged();
    void languageChanged();

private:
    QPointer<MapOptions> m_options;
    QString m_language;
};

}  // namespace xiangtu::app
