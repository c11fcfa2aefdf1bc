// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"
#include "app/registers/table_work.h"
#include "indicators/tables.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>
#include <QVariantList>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// The records of one register as a table: sorted, searched, narrowed by a condition and by a unit,
/// with totals. All of it is worked out by a worker; the words of a cell are made when it is shown.
/// One row of this list is one line of the table, its role `cells` the texts of the shown columns.
class RecordTableModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString registerId READ registerId WRITE setRegisterId NOTIFY registerChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// Found in any shown column, by Chinese, pinyin or initials.
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    /// An expression of the catalogue over the register's fields; empty = all records.
    Q_PROPERTY(QString condition READ condition WRITE setCondition NOTIFY conditionChanged)
    /// What is wrong with the condition, with its place; empty when it can be read.
    Q_PROPERTY(QString conditionError READ conditionError NOTIFY conditionChanged)
    /// Code of the unit whose records are shown; empty = everywhere.
    Q_PROPERTY(QString within READ within WRITE setWithin NOTIFY withinChanged)
    Q_PROPERTY(QString withinName READ withinName NOTIFY changed)
    /// Key of a column, with "-" in front when turned; empty = by number.
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY orderChanged)
    /// [{ key, title, unit, numeric, sensitive, width }] of the shown columns; width in characters.
    Q_PROPERTY(QVariantList columns READ columns NOTIFY changed)
    /// [{ key, title, shown }] of every field the register has.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY changed)
    /// Totals under the numeric columns, "" under the others.
    Q_PROPERTY(QStringList sums READ sums NOTIFY changed)
    /// The register has fields that are covered until somebody asks for them.
    Q_PROPERTY(bool hasSensitive READ hasSensitive NOTIFY changed)
    Q_PROPERTY(bool sensitiveShown READ sensitiveShown WRITE setSensitiveShown NOTIFY sensitiveShownChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString countText READ countWords NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    enum Role { CellsRole = Qt::UserRole + 1, RecordRole, UnitRole, UrgencyRole };

    explicit RecordTableModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString registerId() const { return m_registerId; }
    /// Another register begins without search, condition, order and with its own columns.
    void setRegisterId(const QString& id);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] QString condition() const { return m_condition; }
    void setCondition(const QString& condition);
    [[nodiscard]] QString conditionError() const { return m_conditionError; }
    [[nodiscard]] QString within() const { return m_within; }
    void setWithin(const QString& code);
    [[nodiscard]] QString withinName() const;
    [[nodiscard]] QString order() const { return m_order; }
    void setOrder(const QString& order);
    [[nodiscard]] QVariantList columns() const;
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] QStringList sums() const;
    [[nodiscard]] bool hasSensitive() const;
    [[nodiscard]] bool sensitiveShown() const { return m_sensitive == Sensitive::shown; }
    void setSensitiveShown(bool shown);
    [[nodiscard]] int count() const { return int(m_answer.rows.size()); }
    [[nodiscard]] QString countWords() const;
    [[nodiscard]] bool busy() const { return m_busy; }

    /// First hit sorts by it, the second turns it, the third goes back to the register's own order.
    Q_INVOKABLE void sortBy(const QString& key);
    Q_INVOKABLE void setColumnShown(const QString& key, bool shown);
    [[nodiscard]] Q_INVOKABLE int rowOfRecord(qint64 record) const;
    [[nodiscard]] Q_INVOKABLE qint64 recordAt(int row) const;
    [[nodiscard]] Q_INVOKABLE QString unitAt(int row) const;
    /// Writes what is shown as a CSV file; what is covered stays so. Answered by exported() or failed().
    Q_INVOKABLE void exportCsv(const QUrl& file);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void languageChanged();
    void registerChanged();
    void queryChanged();
    void conditionChanged();
    void withinChanged();
    void orderChanged();
    void changed();
    void sensitiveShownChanged();
    void busyChanged();
    void exported(const QString& file, int rows);
    void failed(const QString& text);

private:
    struct Answer;
    void refresh();
    void clear();
    void take(const std::shared_ptr<Answer>& answer);
    void setBusy(bool busy);
    [[nodiscard]] const model::RegisterDef* def() const;

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_registerId;
    QString m_query;
    QString m_condition;
    QString m_conditionError;
    QString m_within;
    QString m_order;
    std::vector<std::string> m_columnKeys;  ///< chosen by the user; empty = the declaration's
    bool m_busy = false;

    Sensitive m_sensitive = Sensitive::covered;
    std::shared_ptr<const model::Snapshot> m_snapshot;  ///< the one the table belongs to
    TableAnswer m_answer;                               ///< without a table before the first one
    LatestJob m_job;
    LatestJob m_export;
};

}  // namespace xiangtu::app
