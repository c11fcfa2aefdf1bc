// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/map/map_item.h"
#include "app/map/map_options.h"
#include "app/project/project_object.h"
#include "app/query/shown_answer.h"

#include <QAbstractListModel>
#include <QColor>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>
#include <QVariantList>
#include <QVariantMap>

#include <optional>

namespace xiangtu::app {

/// The answer to the question asked last: its lines, its sums, where it lies. A worker answers; every edit asks anew.
/// While `mapped`, the map shows the units of the answer in colour and the others pale, and the place asked about.
class AnswerModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(xiangtu::app::MapItem* map READ map WRITE setMap NOTIFY mappedChanged)
    Q_PROPERTY(bool mapped READ mapped WRITE setMapped NOTIFY mappedChanged)
    /// Colour of the units in the answer, and of the others.
    Q_PROPERTY(QColor inColour MEMBER m_inColour NOTIFY coloursChanged)
    Q_PROPERTY(QColor outColour MEMBER m_outColour NOTIFY coloursChanged)
    /// { id, params } as it was asked; empty = nothing was.
    Q_PROPERTY(QVariantMap question READ question NOTIFY changed)
    Q_PROPERTY(bool answered READ answered NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// What is being done while busy, and how far that is; -1 = cannot be told.
    Q_PROPERTY(QString stage READ stage NOTIFY progressed)
    Q_PROPERTY(int percent READ percent NOTIFY progressed)
    /// Why there is no answer, as a sentence; empty = there is one, or none was asked for.
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    /// [{ title, value }].
    Q_PROPERTY(QVariantList sums READ sums NOTIFY changed)
    Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
    /// [{ key, text }]: levels by which the answer can be summed up.
    Q_PROPERTY(QVariantList levels READ levels NOTIFY changed)
    Q_PROPERTY(QString level READ level WRITE setLevel NOTIFY changed)
    /// [{ code, name, text }] of that level, most first; at most kSummaryLines.
    Q_PROPERTY(QVariantList summary READ summary NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Codes to outline; empty where they are too many to be told apart.
    Q_PROPERTY(QStringList codes READ codes NOTIFY changed)

public:
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, CodeRole };
    static constexpr int kSummaryLines = 100;
    static constexpr std::int64_t kOutlined = 300;

    explicit AnswerModel(QObject* parent = nullptr);
    ~AnswerModel() override;

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] MapItem* map() const { return m_map; }
    void setMap(MapItem* map);
    [[nodiscard]] bool mapped() const { return m_mapped; }
    void setMapped(bool mapped);
    [[nodiscard]] QVariantMap question() const { return m_question; }
    [[nodiscard]] bool answered() const { return m_shown != nullptr; }
    [[nodiscard]] bool busy() const { return m_job.busy(); }
    [[nodiscard]] QString stage() const;
    [[nodiscard]] int percent() const { return m_percent; }
    [[nodiscard]] QString error() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QVariantList sums() const;
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QVariantList levels() const;
    [[nodiscard]] QString level() const;
    void setLevel(const QString& level);
    [[nodiscard]] QVariantList summary() const;
    [[nodiscard]] int count() const { return m_shown ? int(m_shown->answer.table.rows.size()) : 0; }
    [[nodiscard]] QStringList codes() const;
    /// Null without an answer.
    [[nodiscard]] const std::shared_ptr<const ShownAnswer>& shown() const { return m_shown; }
    /// Draws something else than what was asked with (a point that is carried about has its reach elsewhere), until
    /// there is another answer; nothing = that again.
    void drawInstead(std::optional<AskedPlace> place);

    Q_INVOKABLE void ask(const QVariantMap& question);
    /// Stops asking; what was answered before stays.
    Q_INVOKABLE void cancel();
    /// Forgets question and answer.
    Q_INVOKABLE void clear();
    /// { code, registerId, record, lon, lat, placed }: where a line leads.
    [[nodiscard]] Q_INVOKABLE QVariantMap placeOf(int row) const;
    // Answered by exported() or failed().
    Q_INVOKABLE void exportCsv(const QUrl& file);
    Q_INVOKABLE void exportGeoJson(const QUrl& file);
    /// As a document to print; see printAnswer(). Needs the map.
    Q_INVOKABLE void exportPdf(const QUrl& file, const QString& title);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void languageChanged();
    void mappedChanged();
    void coloursChanged();
    void changed();
    void progressed();
    void exported(const QString& file, int rows);
    void failed(const QString& text);

private:
    void takeState();
    void start();
    [[nodiscard]] base::Progress listening();
    void tell(const QByteArray& stage, int percent);
    void take(std::shared_ptr<const ShownAnswer> shown);
    void showOnMapSoon();
    void showOnMap();
    void drawPlace();
    [[nodiscard]] const LevelSummary* summaryShown() const;
    void save(const QUrl& file, std::function<std::string(const ShownAnswer&)> text);

    QPointer<ProjectObject> m_project;
    QString m_language;
    QPointer<MapItem> m_map;
    bool m_mapped = false;
    bool m_onMap = false;    ///< the map shows it
    bool m_waiting = false;  ///< showOnMap() is on its way
    QString m_themeBefore;
    QColor m_inColour, m_outColour;
    QVariantMap m_question;
    QString m_error;  ///< as the core says it
    int m_run = 0;    ///< counts the questions asked
    QByteArray m_stage;
    int m_percent = -1;
    std::optional<model::Level> m_level;
    std::shared_ptr<const model::Snapshot> m_snapshot;
    std::shared_ptr<const query::Ground> m_ground;
    std::shared_ptr<const ShownAnswer> m_shown;
    std::optional<AskedPlace> m_drawnInstead;
    LatestJob m_job;
    LatestJob m_export;
};

}  // namespace xiangtu::app
