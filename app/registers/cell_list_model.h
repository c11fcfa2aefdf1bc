// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"
#include "app/registers/cells_of.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

#include <memory>

namespace xiangtu::app {

/// The cells a grid worker goes round: those the author answers for, those of one unit, or all; by
/// nearness to the middle of the map, by what is due, or by colour. Worked out by a worker.
class CellListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(int scheme READ scheme WRITE setScheme NOTIFY questionChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Nothing is worked out while it is false.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY questionChanged)
    /// mine | within | all
    Q_PROPERTY(QString scope READ scope WRITE setScope NOTIFY questionChanged)
    /// Code of the unit for scope "within".
    Q_PROPERTY(QString within READ within WRITE setWithin NOTIFY questionChanged)
    /// near | due | colour
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY questionChanged)
    /// Position of a class in the scheme; -1 = any.
    Q_PROPERTY(int onlyClass READ onlyClass WRITE setOnlyClass NOTIFY questionChanged)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY questionChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// How many there are; the list ends at a thousand.
    Q_PROPERTY(int found READ found NOTIFY changed)
    Q_PROPERTY(QString levelTitle READ levelTitleText NOTIFY changed)
    /// [{ index, name, meaning, colour, count }] of the scheme.
    Q_PROPERTY(QVariantList classes READ classes NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role {
        CodeRole = Qt::UserRole + 1,
        NameRole,
        WhereRole,
        ColourRole,
        ClassNameRole,
        DistanceRole,
        DueRole,
        UrgentRole
    };

    explicit CellListModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] int scheme() const { return int(m_question.scheme); }
    void setScheme(int scheme);
    void setLanguage(const QString& language);
    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QString scope() const;
    void setScope(const QString& scope);
    [[nodiscard]] QString within() const { return m_within; }
    void setWithin(const QString& code);
    [[nodiscard]] QString order() const;
    void setOrder(const QString& order);
    [[nodiscard]] int onlyClass() const { return m_question.onlyClass; }
    void setOnlyClass(int index);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] int count() const { return m_list ? int(m_list->answer.cells.size()) : 0; }
    [[nodiscard]] int found() const { return m_list ? int(m_list->answer.found) : 0; }
    [[nodiscard]] QString levelTitleText() const;
    [[nodiscard]] QVariantList classes() const;
    [[nodiscard]] bool busy() const { return m_job.busy(); }

    /// Where nearness is measured from; the map says so whenever it comes to rest.
    Q_INVOKABLE void setCentre(double lon, double lat);
    [[nodiscard]] Q_INVOKABLE QString codeAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void questionChanged();
    void languageChanged();
    void changed();
    void failed(const QString& text);

private:
    struct List {
        std::shared_ptr<const model::Snapshot> snapshot;
        std::size_t scheme = 0;
        CellAnswer answer;
    };
    void ask();
    void take(const std::shared_ptr<List>& list);

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_within;
    QString m_query;
    bool m_active = false;
    CellQuestion m_question;
    std::shared_ptr<const List> m_list;
    LatestJob m_job;
};

}  // namespace xiangtu::app
