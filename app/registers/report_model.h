// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/registers/figures_source.h"
#include "app/registers/table_work.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>
#include <QVariantList>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::app {

/// The reports of the catalogue, and the tables of the one that is open, for a unit and a day. A row
/// of this list is a line of the table that is shown. Counted by workers; what `xiangtu report` prints.
class ReportModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::FiguresSource* source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// [{ key, title, heading, tables }] by rhythm; heading only on the first of its rhythm.
    Q_PROPERTY(QVariantList reports READ reports NOTIFY reportsChanged)
    /// The one that is open; empty = none.
    Q_PROPERTY(QString reportId READ reportId WRITE setReportId NOTIFY questionChanged)
    /// Code of the unit it is about; empty = the whole county.
    Q_PROPERTY(QString within READ within WRITE setWithin NOTIFY questionChanged)
    /// [{ key, text }]: what it may be about; the whole county, with an empty key, and its townships.
    Q_PROPERTY(QVariantList units READ units NOTIFY reportsChanged)
    /// ISO day; empty = today. What is no day is an error, and the tables stay as they were.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY questionChanged)
    Q_PROPERTY(bool dayWrong READ dayWrong NOTIFY questionChanged)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString withinName READ withinName NOTIFY changed)
    /// The day the tables are of.
    Q_PROPERTY(QString dayShown READ dayShown NOTIFY changed)
    /// [{ key, text }] of the report's tables, key = position as text.
    Q_PROPERTY(QVariantList tables READ tables NOTIFY changed)
    Q_PROPERTY(int table READ table WRITE setTable NOTIFY changed)
    // Of the table that is shown.
    Q_PROPERTY(QString tableTitle READ tableTitle NOTIFY changed)
    /// Rows are records of it; empty = rows are units.
    Q_PROPERTY(QString registerId READ registerId NOTIFY changed)
    /// [{ key, title, unit, numeric, sensitive, width }]
    Q_PROPERTY(QVariantList columns READ columns NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool hasSensitive READ hasSensitive NOTIFY changed)
    Q_PROPERTY(bool sensitiveShown READ sensitiveShown WRITE setSensitiveShown NOTIFY sensitiveShownChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// Why the report cannot be made; empty = it can.
    Q_PROPERTY(QString error READ error NOTIFY changed)

public:
    enum Role { CellsRole = Qt::UserRole + 1, RecordRole, UnitRole, UrgencyRole };

    explicit ReportModel(QObject* parent = nullptr);

    [[nodiscard]] FiguresSource* source() const { return m_source; }
    void setSource(FiguresSource* source);
    void setLanguage(const QString& language);
    [[nodiscard]] QVariantList reports() const;
    [[nodiscard]] QVariantList units() const;
    [[nodiscard]] QString reportId() const { return m_reportId; }
    void setReportId(const QString& id);
    [[nodiscard]] QString within() const { return m_within; }
    void setWithin(const QString& code);
    [[nodiscard]] QString day() const { return m_day; }
    void setDay(const QString& day);
    [[nodiscard]] bool dayWrong() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString withinName() const;
    [[nodiscard]] QString dayShown() const;
    [[nodiscard]] QVariantList tables() const;
    [[nodiscard]] int table() const { return m_table; }
    void setTable(int table);
    [[nodiscard]] QString tableTitle() const;
    [[nodiscard]] QString registerId() const;
    [[nodiscard]] QVariantList columns() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] bool hasSensitive() const;
    [[nodiscard]] bool sensitiveShown() const { return m_sensitive == Sensitive::shown; }
    void setSensitiveShown(bool shown);
    [[nodiscard]] bool busy() const;
    [[nodiscard]] QString error() const { return m_error; }

    // Both write CSV that spreadsheets open; what is covered stays so. Answered by exported() or failed().
    Q_INVOKABLE void exportTable(const QUrl& file);
    Q_INVOKABLE void exportReport(const QUrl& file);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sourceChanged();
    void languageChanged();
    void reportsChanged();
    void questionChanged();
    void changed();
    void sensitiveShownChanged();
    void exported(const QString& file, int rows);
    void failed(const QString& text);

private:
    struct Answer {
        FiguresSource::Figures figures;  ///< of the day the tables are of
        std::string reportId;
        std::string within;
        std::vector<TableAnswer> tables;
    };
    [[nodiscard]] static std::shared_ptr<const Answer> answerOf(FiguresSource::Figures figures,
                                                                const std::string& reportId, const std::string& within);
    /// Another catalogue, other figures or another question.
    void follow();
    void refresh();
    void takeDay(base::Date day, const std::shared_ptr<const model::Snapshot>& snapshot);
    void work(std::function<FiguresSource::Figures(const base::Progress&)> figures);
    void show(std::shared_ptr<const Answer> answer);
    void write(const QUrl& file, std::function<std::string()> text, int rows);
    /// Nothing when no report is open or its tables are not there yet.
    [[nodiscard]] const TableAnswer* shown() const;

    QPointer<FiguresSource> m_source;
    QString m_language;
    QString m_reportId;
    QString m_within;
    QString m_day;
    int m_table = 0;
    Sensitive m_sensitive = Sensitive::covered;
    bool m_waitsForDay = false;
    QString m_error;
    QPointer<ProjectObject> m_project;  ///< whose days are listened to
    std::shared_ptr<const model::Catalogue> m_catalogue;
    std::shared_ptr<const model::LevelTable> m_townships;
    std::shared_ptr<const Answer> m_answer;
    LatestJob m_job;
    LatestJob m_export;
};

}  // namespace xiangtu::app
