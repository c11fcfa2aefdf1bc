// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/map/map_item.h"
#include "scene/palette.h"
#include "style/style_sheet.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <optional>

namespace xiangtu::app {

/// What the map's colours mean, and how many units carry each. Follows the map: its project, options
/// and scale. Counted by a worker. Lives on the interface thread.
class LegendModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::MapItem* map READ map WRITE setMap NOTIFY mapChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// What the counts count: 户网格, 示范村 …
    Q_PROPERTY(QString counted READ counted NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// The legend on screen is that of an older map.
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        TitleRole,
        AmountRole,    ///< "1,234", or "1,234 / 2,000 · 61.7 %" for shares
        QuantityRole,  ///< stated and measured areas, empty where there are none
        ShownRole,
        ClassRole,      ///< position in the scheme's classes; -1 = no class, cannot be switched
        HasSwatchRole,  ///< false for roll-up lines without a colour of their own
    };

    explicit LegendModel(QObject* parent = nullptr);

    [[nodiscard]] MapItem* map() const { return m_map; }
    void setMap(MapItem* map);
    void setLanguage(const QString& language);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString counted() const;
    [[nodiscard]] int count() const { return m_legend ? int(m_legend->entries.size()) : 0; }
    [[nodiscard]] bool busy() const { return m_busy; }
    Q_INVOKABLE void setShown(int row, bool shown);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// For the swatches. Null until the first legend is there.
    [[nodiscard]] const scene::LegendEntry* entry(int row) const;
    [[nodiscard]] const style::StyleSheet* style() const { return m_style.get(); }
    [[nodiscard]] bool hatching() const;

signals:
    void mapChanged();
    void languageChanged();
    void changed();
    void busyChanged();
    void failed(const QString& text);

private:
    void refresh();
    void followView();
    [[nodiscard]] int classOf(const scene::LegendEntry& entry) const;
    void setBusy(bool busy);

    QPointer<MapItem> m_map;
    QString m_language;
    std::shared_ptr<const model::Snapshot> m_snapshot;  ///< the legend's
    std::shared_ptr<const style::StyleSheet> m_style;
    std::optional<scene::Legend> m_legend;
    std::optional<model::Level> m_judged;  ///< level the coverage legend speaks of
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
