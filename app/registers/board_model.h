// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/registers/figures_source.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

#include <vector>

namespace xiangtu::app {

/// The board of one unit: every indicator as a card with its value, its target and how it moved since
/// the day it is compared with. Without a unit it is the whole county's.
class BoardModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::FiguresSource* source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Code; empty = the whole file.
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY unitChanged)
    Q_PROPERTY(QString unitName READ unitTitle NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    /// Id of a group of the catalogue; empty = all.
    Q_PROPERTY(QString group READ group WRITE setGroup NOTIFY queryChanged)
    /// [{ key, text }], "" first.
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        TitleRole,
        GroupRole,
        ValueRole,
        UnitRole,
        TargetRole,  ///< in words, empty without one
        ShareRole,   ///< of the target, 0 … 1; -1 without one
        DeltaRole,   ///< "+3", empty when there is nothing to compare with
        TurnRole,    ///< 1 = for the better, -1 = for the worse, 0 = neither
    };

    explicit BoardModel(QObject* parent = nullptr);

    [[nodiscard]] FiguresSource* source() const { return m_source; }
    void setSource(FiguresSource* source);
    void setLanguage(const QString& language);
    [[nodiscard]] QString unit() const { return m_unit; }
    void setUnit(const QString& code);
    [[nodiscard]] QString unitTitle() const;
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] QString group() const { return m_group; }
    void setGroup(const QString& id);
    [[nodiscard]] QVariantList groups() const;
    [[nodiscard]] int count() const { return int(m_cards.size()); }
    [[nodiscard]] bool busy() const { return m_busy || (m_source && m_source->busy()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    struct Card {
        std::size_t indicator = 0;
        double value = 0;
        double before = 0;  ///< NaN = nothing to compare with
    };

signals:
    void sourceChanged();
    void languageChanged();
    void unitChanged();
    void queryChanged();
    void changed();
    void failed(const QString& text);

private:
    struct Answer {
        FiguresSource::Figures figures;
        std::vector<Card> cards;
    };
    void refresh();

    QPointer<FiguresSource> m_source;
    QString m_language;
    QString m_unit;
    QString m_query;
    QString m_group;
    FiguresSource::Figures m_figures;  ///< the cards' own
    std::vector<Card> m_cards;
    bool m_busy = false;
    LatestJob m_job;
};

/// The unit the whole file stands for: its first one of the largest level there is.
[[nodiscard]] model::UnitRef topUnit(const model::Snapshot& snapshot);

}  // namespace xiangtu::app
