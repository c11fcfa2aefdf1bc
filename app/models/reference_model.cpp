// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/reference_model.h"

#include "app/models/terms.h"
#include "store/references.h"

#include <algorithm>
#include <utility>

namespace xiangtu::app {

ReferenceModel::ReferenceModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, &ReferenceModel::failed);
}

void ReferenceModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        // Layers come from the command line, and come and go here when that is undone.
        for (const auto signal :
             {&ProjectObject::phaseChanged, &ProjectObject::changeTakenBack, &ProjectObject::changeMadeAgain})
            connect(m_project, signal, this, &ReferenceModel::read);
    }
    emit projectChanged();
    read();
}

void ReferenceModel::setMap(MapItem* map) {
    if (m_map == map) return;
    m_map = map;
    emit mapChanged();
    showOnMap();
}

void ReferenceModel::read() {
    using Layers = std::vector<Layer>;
    const auto take = [this](const Layers& layers) {
        beginResetModel();
        const auto before = std::exchange(m_layers, layers);
        for (Layer& each : m_layers) {
            const auto known = std::ranges::find(before, each.id, &Layer::id);
            if (known != before.end() && known->name == each.name) each.shown = known->shown;
        }
        endResetModel();
        showOnMap();
        emit changed();
    };
    if (!m_project || m_project->phase() != ProjectObject::Phase::Ready) {
        m_job.cancel();
        if (!m_layers.empty()) take({});
        return;
    }
    m_job.start<Layers>(
        [file = m_project->file().toStdString()](const base::Progress& progress) {
            Layers layers;
            for (const store::ReferenceLayer& layer : store::references(file).layers) {
                auto shapes = std::make_shared<ReferenceShapes>();
                for (const store::ReferenceFeature& feature : store::referenceFeatures(file, layer.id)) {
                    progress.check();
                    shapes->add(feature.shape);
                }
                layers.push_back({layer.id, fromUtf8(layer.name), fromUtf8(layer.source), std::move(shapes)});
            }
            return layers;
        },
        take);
}

void ReferenceModel::showOnMap() {
    if (!m_map) return;
    auto all = std::make_shared<ReferenceShapes>();
    for (const Layer& layer : m_layers) {
        if (!layer.shown) continue;
        all->lines.insert(all->lines.end(), layer.shapes->lines.begin(), layer.shapes->lines.end());
        all->points.insert(all->points.end(), layer.shapes->points.begin(), layer.shapes->points.end());
    }
    m_map->setReferences(all->empty() ? nullptr : std::move(all));
}

void ReferenceModel::setShown(int row, bool shown) {
    if (row < 0 || row >= count() || m_layers[std::size_t(row)].shown == shown) return;
    m_layers[std::size_t(row)].shown = shown;
    emit dataChanged(index(row), index(row), {ShownRole});
    showOnMap();
}

int ReferenceModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ReferenceModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Layer& layer = m_layers[std::size_t(at.row())];
    switch (role) {
    case NameRole: return layer.name;
    case SourceRole: return layer.source;
    case ShownRole: return layer.shown;
    default: return {};
    }
}

QHash<int, QByteArray> ReferenceModel::roleNames() const {
    return {{NameRole, "name"}, {SourceRole, "source"}, {ShownRole, "shown"}};
}

}  // namespace xiangtu::app
