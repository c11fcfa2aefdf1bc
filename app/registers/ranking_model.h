// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/map/map_options.h"
#include "app/registers/figures_source.h"
#include "app/registers/ranking.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>
#include <QVariantList>

namespace xiangtu::app {

/// The ranking of one indicator, its class breaks, and its movable threshold.
class RankingModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::FiguresSource* source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString indicatorId READ indicatorId WRITE setIndicatorId NOTIFY indicatorChanged)
    Q_PROPERTY(QString level READ level WRITE setLevel NOTIFY indicatorChanged)
    /// [{ key, text }]: levels below the unit at which the indicator is shown.
    Q_PROPERTY(QVariantList levels READ levels NOTIFY changed)
    Q_PROPERTY(QString within READ within WRITE setWithin NOTIFY withinChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(bool hasThreshold READ hasThreshold NOTIFY changed)
    Q_PROPERTY(double threshold READ threshold WRITE setThreshold NOTIFY thresholdChanged)
    Q_PROPERTY(double thresholdMost READ thresholdMost NOTIFY changed)
    Q_PROPERTY(QString thresholdText READ thresholdText NOTIFY thresholdChanged)
    /// "34 of 48 reach it; 3 more are needed."; empty for figures that are no such share.
    Q_PROPERTY(QString reachText READ reachText NOTIFY changed)
    /// Colours of the classes, lowest first; as many as there may be classes.
    Q_PROPERTY(QVariantList ramp READ ramp WRITE setRamp NOTIFY rampChanged)
    /// The map shows the figure while `mapped`; put away, it goes back to the theme before.
    Q_PROPERTY(xiangtu::app::MapOptions* mapOptions READ mapOptions WRITE setMapOptions NOTIFY mappedChanged)
    Q_PROPERTY(bool mapped READ mapped WRITE setMapped NOTIFY mappedChanged)
    /// [{ title, colour, count }] lowest first.
    Q_PROPERTY(QVariantList classes READ classes NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role {
        RankRole = Qt::UserRole + 1,
        CodeRole,
        NameRole,
        ValueRole,
        ShareRole,
        MoveRole,
        ComparedRole,
        ColourRole
    };

    explicit RankingModel(QObject* parent = nullptr);

    [[nodiscard]] FiguresSource* source() const { return m_source; }
    void setSource(FiguresSource* source);
    void setLanguage(const QString& language);
    [[nodiscard]] QString indicatorId() const { return m_indicatorId; }
    void setIndicatorId(const QString& id);
    [[nodiscard]] QString level() const;
    void setLevel(const QString& level);
    [[nodiscard]] QVariantList levels() const;
    [[nodiscard]] QString within() const { return m_within; }
    void setWithin(const QString& code);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] bool hasThreshold() const;
    [[nodiscard]] double threshold() const;
    void setThreshold(double threshold);
    [[nodiscard]] double thresholdMost() const;
    [[nodiscard]] QString thresholdText() const;
    [[nodiscard]] QString reachText() const;
    [[nodiscard]] QVariantList ramp() const { return m_ramp; }
    void setRamp(const QVariantList& ramp);
    [[nodiscard]] MapOptions* mapOptions() const { return m_mapOptions; }
    void setMapOptions(MapOptions* options);
    [[nodiscard]] bool mapped() const { return m_mapped; }
    void setMapped(bool mapped);
    [[nodiscard]] QVariantList classes() const;
    [[nodiscard]] int count() const { return m_ranking ? int(m_ranking->lines.size()) : 0; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] Q_INVOKABLE int rowOfUnit(const QString& code) const;
    /// Answered by exported() or failed().
    Q_INVOKABLE void exportCsv(const QUrl& file);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sourceChanged();
    void languageChanged();
    void indicatorChanged();
    void withinChanged();
    void thresholdChanged();
    void rampChanged();
    void mappedChanged();
    void changed();
    void exported(const QString& file, int rows);
    void failed(const QString& text);

private:
    struct Answer {
        FiguresSource::Figures figures;
        Ranking ranking;
        model::Level level = model::Level::township;
    };
    void refresh();
    void showOnMap();
    [[nodiscard]] const model::IndicatorDef* def() const;
    /// The level asked for, or the nearest one the indicator is shown at below the unit.
    [[nodiscard]] std::optional<model::Level> usedLevel() const;
    [[nodiscard]] std::vector<model::Level> possibleLevels() const;
    [[nodiscard]] QColor colourOf(std::uint8_t classIndex) const;

    QPointer<FiguresSource> m_source;
    QString m_language;
    QString m_indicatorId;
    std::optional<model::Level> m_level;
    QString m_within;
    std::optional<double> m_threshold;
    QVariantList m_ramp;
    QPointer<MapOptions> m_mapOptions;
    bool m_mapped = false;
    bool m_onMap = false;  ///< the map shows what this put there
    QString m_themeBefore;
    FiguresSource::Figures m_figures;
    std::shared_ptr<const Ranking> m_ranking;
    bool m_busy = false;
    LatestJob m_job;
    LatestJob m_export;
};

}  // namespace xiangtu::app
