// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/map/map_item.h"
#include "app/project/project_object.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// The reference layers of the open file, each shown on the map or not. Read by a worker. Interface thread.
class ReferenceModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(xiangtu::app::MapItem* map MEMBER m_map WRITE setMap NOTIFY mapChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role { NameRole = Qt::UserRole + 1, SourceRole, ShownRole };

    explicit ReferenceModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setMap(MapItem* map);
    [[nodiscard]] int count() const { return int(m_layers.size()); }
    Q_INVOKABLE void setShown(int row, bool shown);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    struct Layer {
        qint64 id = 0;
        QString name, source;
        std::shared_ptr<const ReferenceShapes> shapes;
        bool shown = true;
    };

signals:
    void projectChanged();
    void mapChanged();
    void changed();
    void failed(const QString& text);

private:
    void read();
    void showOnMap();

    QPointer<ProjectObject> m_project;
    QPointer<MapItem> m_map;
    std::vector<Layer> m_layers;
    LatestJob m_job;
};

}  // namespace xiangtu::app
