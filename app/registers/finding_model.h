// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/registers/figures_source.h"
#include "indicators/checks.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace xiangtu::app {

/// Where the rules of the catalogue do not hold: what `xiangtu check` prints, rule by rule. A rule with
/// findings is one row, and under it, while it is unfolded, each of its findings is one. Worked out by
/// a worker after every edit; until then the rows before stay, and `busy` says that they are old.
class FindingModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::FiguresSource* source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Code of the unit whose findings are shown; empty = everywhere.
    Q_PROPERTY(QString within READ within WRITE setWithin NOTIFY withinChanged)
    Q_PROPERTY(QString withinName READ withinName NOTIFY changed)
    /// There is an answer: no row means that every rule holds.
    Q_PROPERTY(bool checked READ checked NOTIFY changed)
    /// How many rules the file has, how many of them hold everywhere, and how many findings there are.
    Q_PROPERTY(int rules READ rules NOTIFY changed)
    Q_PROPERTY(int holding READ holding NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1,  ///< the row is a rule
        RuleRole,                        ///< id
        TitleRole,                       ///< of the rule; of a finding the unit's name or whose load it is
        NoteRole,                        ///< rule: its group; finding: what there is and what should be
        CountRole,
        OpenRole,
        UnitRole,       ///< code
        UnitsRole,      ///< [{ code, name }]: all units concerned, of loads
        RegisterRole,   ///< the register it is about; may be empty
        ConditionRole,  ///< which of its records
    };

    explicit FindingModel(QObject* parent = nullptr);

    [[nodiscard]] FiguresSource* source() const { return m_source; }
    void setSource(FiguresSource* source);
    void setLanguage(const QString& language);
    [[nodiscard]] QString within() const { return m_within; }
    void setWithin(const QString& code);
    [[nodiscard]] QString withinName() const;
    [[nodiscard]] bool checked() const { return m_answer != nullptr; }
    [[nodiscard]] int rules() const;
    [[nodiscard]] int holding() const;
    [[nodiscard]] int total() const;
    [[nodiscard]] bool busy() const { return m_job.busy() || (m_source && m_source->busy()); }

    Q_INVOKABLE void setOpen(const QString& rule, bool open);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sourceChanged();
    void languageChanged();
    void withinChanged();
    void changed();
    void failed(const QString& text);

private:
    /// Findings of one rule that has any.
    struct Found {
        std::size_t rule = 0;
        std::vector<indicators::Finding> findings;
    };
    struct Answer {
        FiguresSource::Figures figures;
        model::UnitRef within;
        std::vector<Found> found;
    };
    /// A line of the list: a rule, or one of its findings.
    struct Row {
        std::size_t found = 0;
        std::optional<std::size_t> finding;
        bool operator==(const Row&) const = default;
    };
    void refresh();
    void show(std::shared_ptr<const Answer> answer);
    void layRows();
    [[nodiscard]] const model::RuleDef& ruleAt(const Row& row) const;
    [[nodiscard]] QVariant ofRule(const Row& row, int role) const;
    [[nodiscard]] QVariant ofFinding(const Row& row, int role) const;

    QPointer<FiguresSource> m_source;
    QString m_language;
    QString m_within;
    std::set<std::string> m_open;  ///< ids of unfolded rules
    std::shared_ptr<const Answer> m_answer;
    std::vector<Row> m_rows;
    LatestJob m_job;
};

}  // namespace xiangtu::app
