// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/import_findings.h"
#include "app/import/import_meter.h"
#include "app/jobs/latest_job.h"
#include "app/map/map_item.h"
#include "app/project/project_object.h"
#include "exchange/preview.h"

#include <QPointer>
#include <QQmlEngine>
#include <QTimer>
#include <QUrl>
#include <QVariantList>

#include <memory>
#include <optional>

namespace xiangtu::app {

/// Bringing a file into the open county: what was found in it, what a person chose, a check that writes nothing, and
/// the import itself. Every choice looks at the file anew, and what was checked no longer holds. All of the reading is
/// done by a worker, the writing on the file's thread. Interface thread.
class ImportTask : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(xiangtu::app::MapItem* map MEMBER m_map NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// What is kept of earlier imports: [{ name, fields, recipe }], recipe as the command line writes it.
    Q_PROPERTY(QVariantList kept MEMBER m_kept WRITE setKept NOTIFY keptChanged)
    Q_PROPERTY(QString fileName READ fileName NOTIFY foundChanged)
    /// "" (no file) | looking | unreadable | asking | ready | checking | checked | importing | done
    Q_PROPERTY(QString phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY phaseChanged)
    Q_PROPERTY(QString stage READ stage NOTIFY progressed)
    /// 0 … 1, or below 0 while unknown.
    Q_PROPERTY(double progress READ progress NOTIFY progressed)
    /// Why it does not go on, and the program's own words for it.
    Q_PROPERTY(QString problem READ problem NOTIFY phaseChanged)
    Q_PROPERTY(QString technical READ technical NOTIFY phaseChanged)
    /// What was found and chosen, see import_view.cpp for its members.
    Q_PROPERTY(QVariantMap found READ found NOTIFY foundChanged)
    /// What a check counted: records, taken, rejected, new, changed, unchanged, missing, refused.
    Q_PROPERTY(QVariantMap counts READ counts NOTIFY phaseChanged)
    /// Why who sits here may not import this; "" = he may.
    Q_PROPERTY(QString mayNot READ mayNot NOTIFY phaseChanged)
    Q_PROPERTY(xiangtu::app::ImportFindings* findings READ findings CONSTANT)

public:
    explicit ImportTask(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    void setKept(const QVariantList& kept);
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString phase() const { return m_phase; }
    [[nodiscard]] bool busy() const { return m_clock.isActive(); }
    [[nodiscard]] QString stage() const { return m_stage; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString technical() const { return m_technical; }
    [[nodiscard]] const QVariantMap& found() const { return m_found; }
    [[nodiscard]] QVariantMap counts() const;
    [[nodiscard]] QString mayNot() const;
    [[nodiscard]] ImportFindings* findings() { return &m_findings; }

    Q_INVOKABLE void open(const QUrl& file);
    /// layer, encoding, crs, shift ("" | "gcj02"), datum, goal, key; "" = as found.
    Q_INVOKABLE void choose(const QString& what, const QString& value);
    /// A field of the file for a target; "" = none.
    Q_INVOKABLE void setField(const QString& target, const QString& field);
    /// Counts what an import would do; writes nothing.
    Q_INVOKABLE void check();
    /// What was checked goes into the file.
    Q_INVOKABLE void take();
    /// A check ends; an import leaves nothing.
    Q_INVOKABLE void stop();
    Q_INVOKABLE void leave();
    /// The map goes to the place of a finding and marks it.
    Q_INVOKABLE void show(int row);
    /// What to keep of this import under a name, for `kept`.
    [[nodiscard]] Q_INVOKABLE QVariantMap recipe(const QString& name) const;
    Q_INVOKABLE void useKept(const QString& name);

signals:
    void projectChanged();
    void languageChanged();
    void keptChanged();
    void phaseChanged();
    void foundChanged();
    void progressed();
    /// Written; `into`: the register's id or "".
    void taken(const QString& into, qint64 rows);

private:
    /// Answer of a look at the source.
    struct Looked {
        std::optional<exchange::Preview> preview;
        exchange::ImportRecipe recipe;
        QString problem, technical;
    };
    struct Checked {
        std::shared_ptr<const ImportWork> work;
        QString problem, technical;
    };
    void look();
    void takeLook(const std::shared_ptr<Looked>& looked);
    void takeCheck(const std::shared_ptr<Checked>& checked);
    void takeWritten(const std::optional<edit::Refusal>& refusal, const std::optional<Fault>& fault);
    void setPhase(const QString& phase);
    void complain(const QString& problem, const QString& technical);
    void takeState();
    /// Makes `found` of the preview and the recipe.
    void describe();
    [[nodiscard]] QVariantList recipesForFields() const;
    [[nodiscard]] QVariantList targetViews() const;
    [[nodiscard]] base::Progress metered();

    QPointer<ProjectObject> m_project;
    QPointer<MapItem> m_map;
    QString m_language, m_file, m_phase, m_stage, m_problem, m_technical;
    QVariantList m_kept;
    QVariantMap m_found;
    double m_progress = -1;
    exchange::ImportRecipe m_recipe;
    bool m_goalChosen = false;  ///< else it is proposed by what is found
    bool m_checksItself = false;
    std::optional<exchange::Preview> m_preview;
    std::shared_ptr<const ImportWork> m_work;
    std::shared_ptr<const model::Snapshot> m_checkedAgainst;
    base::Progress m_running;
    std::shared_ptr<ImportMeter> m_meter;
    QTimer m_clock;
    ImportFindings m_findings;
    LatestJob m_job;
};

}  // namespace xiangtu::app
