// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/map/map_item.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::app {

struct Comparison;
enum class DifferenceKind : std::uint8_t;

/// What is different between two days of one file: a list of units of one level, the same as colours and lines
/// on the map, and what it adds up to. Worked out by a worker. Interface thread.
class ComparisonModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    /// The two files; nothing is compared before both are read.
    Q_PROPERTY(xiangtu::app::ProjectObject* earlier READ earlier WRITE setEarlier NOTIFY sourcesChanged)
    Q_PROPERTY(xiangtu::app::ProjectObject* later READ later WRITE setLater NOTIFY sourcesChanged)
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY sourcesChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// model::levelName; empty = the smallest on which something differs.
    Q_PROPERTY(QString level READ level WRITE setLevel NOTIFY changed)
    /// Only differences of this kind: other | classes | moved | new | gone; empty = all.
    Q_PROPERTY(QString kind MEMBER m_kind WRITE setKind NOTIFY changed)
    /// The map and its options; the differences are on it while `mapped`.
    Q_PROPERTY(xiangtu::app::MapItem* map MEMBER m_map WRITE setMap NOTIFY mappedChanged)
    Q_PROPERTY(bool mapped MEMBER m_mapped WRITE setMapped NOTIFY mappedChanged)
    /// { other, classes, moved, new, gone, same }: colours.
    Q_PROPERTY(QVariantMap colours MEMBER m_colours WRITE setColours NOTIFY coloursChanged)
    /// [{ key, title, count }]: the levels of the file, largest first.
    Q_PROPERTY(QVariantList levels READ levels NOTIFY changed)
    /// [{ key, title, count, colour }]: the kinds there are on the level.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    /// Land that came to and went from units of the level; empty when none did.
    Q_PROPERTY(QString gained READ gained NOTIFY changed)
    Q_PROPERTY(QString lost READ lost NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool compared READ compared NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        NameRole,
        WhereRole,
        KindRole,
        ColourRole,
        WhatRole,
        AreaRole,
        ChangeRole,
        MissingRole  ///< gone, and nobody has the code by now
    };

    explicit ComparisonModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* earlier() const { return m_earlier; }
    void setEarlier(ProjectObject* file);
    [[nodiscard]] ProjectObject* later() const { return m_later; }
    void setLater(ProjectObject* file);
    void setActive(bool active);
    void setLanguage(const QString& language);
    [[nodiscard]] QString level() const;
    void setLevel(const QString& level);
    void setKind(const QString& kind);
    void setMap(MapItem* map);
    void setMapped(bool mapped);
    void setColours(const QVariantMap& colours);
    [[nodiscard]] QVariantList levels() const;
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QString gained() const;
    [[nodiscard]] QString lost() const;
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] bool compared() const { return m_comparison != nullptr; }
    [[nodiscard]] bool busy() const { return m_busy; }
    /// Flies to the unit's land on either day.
    Q_INVOKABLE void show(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sourcesChanged();
    void languageChanged();
    void mappedChanged();
    void coloursChanged();
    void changed();
    void failed(const QString& text);

private:
    void watch(QPointer<ProjectObject>& part, ProjectObject* file);
    void refresh();
    void list();
    void showOnMap();
    [[nodiscard]] QColor colourOf(DifferenceKind kind) const;

    QPointer<ProjectObject> m_earlier, m_later;
    bool m_active = false;
    QString m_language;
    std::optional<model::Level> m_level;
    std::optional<model::Level> m_asked;
    QString m_kind;
    QPointer<MapItem> m_map;
    bool m_mapped = false;
    bool m_onMap = false;
    QString m_themeBefore;
    QVariantMap m_colours;
    std::shared_ptr<const Comparison> m_comparison;
    std::vector<std::uint32_t> m_rows;  ///< into Comparison::all
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
