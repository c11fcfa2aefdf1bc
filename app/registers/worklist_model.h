// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"
#include "app/registers/record_form.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// The matters to be dealt with, most pressing first: every record of a register with a lifecycle.
/// Filtered by how it stands, by register, by unit and by words; several can be chosen and moved one
/// step together. Worked out by a worker.
class WorklistModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// mine | overdue | due | open | closed. Mine: open, and a field of an office-holder names the author.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(QString registerId READ registerId WRITE setRegisterId NOTIFY filterChanged)
    Q_PROPERTY(QString within READ within WRITE setWithin NOTIFY filterChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY filterChanged)
    /// Numbers per filter: { mine, overdue, due, open, closed }.
    Q_PROPERTY(QVariantMap counts READ counts NOTIFY changed)
    /// [{ key, text }]: the registers that have matters, "" first.
    Q_PROPERTY(QVariantList registers READ registers NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY chosenChanged)
    /// [{ id, title, note, registerId, needs }]: steps that every chosen matter can take by one of the
    /// author's role; needs = names of the fields that are empty in one of them at least.
    Q_PROPERTY(QVariantList chosenActions READ chosenActions NOTIFY chosenChanged)

    /// [{ registerId, record, title, reason }]: the matters the last common step could not move.
    Q_PROPERTY(QVariantList refusals READ refusals NOTIFY moved)

public:
    enum Role {
        RegisterRole = Qt::UserRole + 1,
        RegisterTitleRole,
        RecordRole,
        TitleRole,
        UnitRole,
        UnitNameRole,
        StateRole,
        DueRole,
        DayRole,
        UrgencyRole,
        EscalatedRole,
        ChosenRole,
    };

    explicit WorklistModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] QString registerId() const { return m_registerId; }
    void setRegisterId(const QString& id);
    [[nodiscard]] QString within() const { return m_within; }
    void setWithin(const QString& code);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] QVariantMap counts() const;
    [[nodiscard]] QVariantList registers() const;
    [[nodiscard]] int count() const { return int(m_lines.size()); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] int chosenCount() const { return int(m_chosen.size()); }
    [[nodiscard]] QVariantList chosenActions() const;

    Q_INVOKABLE void choose(int row, bool chosen);
    Q_INVOKABLE void chooseNone();
    /// Moves every chosen matter; answered by moved(). What the form has is written where a matter has
    /// nothing in the field yet; what it has, it keeps. Null: no evidence is given.
    Q_INVOKABLE void moveChosen(const QString& action, const QString& note, xiangtu::app::RecordForm* evidence);
    [[nodiscard]] QVariantList refusals() const { return m_refusals; }
    [[nodiscard]] Q_INVOKABLE QString registerAt(int row) const;
    [[nodiscard]] Q_INVOKABLE qint64 recordAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    struct Line {
        std::size_t registerIndex = 0;
        std::int64_t record = 0;
        QString title;
        QString state;
        QString due;
        QString day;
        QString unit;
        QString unitName;
        QString urgency;
        QString escalated;
        bool operator==(const Line&) const = default;
    };
    struct List {
        std::shared_ptr<const model::Snapshot> snapshot;
        std::vector<Line> lines;
        std::array<int, 5> counts{};         ///< in the order of the filters
        std::vector<std::size_t> registers;  ///< that have matters
    };

signals:
    void projectChanged();
    void languageChanged();
    void filterChanged();
    void changed();
    void chosenChanged();
    void failed(const QString& text);
    /// How many went through, and how many did not; those are in `refusals`.
    void moved(int done, int refused);

private:
    using Key = std::pair<std::size_t, std::int64_t>;
    void refresh();
    [[nodiscard]] std::vector<const model::LifecycleAction*> commonActions() const;
    [[nodiscard]] const model::Record* find(const Key& key) const;

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_filter = QStringLiteral("open");
    QString m_registerId;
    QString m_within;
    QString m_query;
    std::shared_ptr<const List> m_list;
    std::vector<Line> m_lines;
    std::vector<Key> m_chosen;
    QVariantList m_refusals;
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
