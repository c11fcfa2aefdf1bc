// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_form.h"
#include "app/export/export_work.h"
#include "app/jobs/latest_job.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>

#include <optional>

namespace xiangtu::app {

/// Writes the export on the form, on a worker, and says what became of it. Stopping leaves nothing behind. Interface
/// thread.
class ExportRun : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ExportForm* form READ form WRITE setForm NOTIFY formChanged)
    Q_PROPERTY(QString styleDir MEMBER m_styleDir NOTIFY formChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// What is being done while busy, and how far that is; -1 = cannot be told.
    Q_PROPERTY(QString stage READ stage NOTIFY progressed)
    Q_PROPERTY(double progress READ progress NOTIFY progressed)
    /// What came out last: "" = nothing yet | done | stopped | refused
    Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
    /// Of what was done: one line, the files, what is not whole in them.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QStringList files READ files NOTIFY changed)
    Q_PROPERTY(QStringList losses READ losses NOTIFY changed)
    /// [{ record, field, value, what }]: the first of them.
    Q_PROPERTY(QVariantList lost READ lost NOTIFY changed)
    Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
    Q_PROPERTY(QUrl folder READ folder NOTIFY changed)
    /// Why it was refused, as a sentence; what the program itself says of it.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)

public:
    static constexpr std::size_t kLostShown = 20;

    explicit ExportRun(QObject* parent = nullptr);
    ~ExportRun() override;

    [[nodiscard]] ExportForm* form() const { return m_form; }
    void setForm(ExportForm* form);
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString stage() const;
    [[nodiscard]] double progress() const { return m_share; }
    [[nodiscard]] QString outcome() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] QStringList losses() const;
    [[nodiscard]] QVariantList lost() const;
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QUrl folder() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString detail() const;

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    /// Forgets what came out.
    Q_INVOKABLE void clear();

signals:
    void formChanged();
    void changed();
    void progressed();
    /// It is written; the recipe is worth remembering.
    void written();

private:
    struct Outcome {
        bool stopped = false;
        std::string refused;
        exchange::ExportReport report;
    };
    [[nodiscard]] static QStringList sheetsOf(const exchange::ExportRecipe& recipe);
    void write(const exchange::ExportRecipe& recipe);
    void take(Outcome outcome);
    [[nodiscard]] base::Progress listening();
    [[nodiscard]] const exchange::ExportReport* report() const;

    QPointer<ExportForm> m_form;
    QString m_styleDir;
    bool m_busy = false;
    QByteArray m_stage;
    double m_share = -1;
    int m_count = 0;  ///< of runs; what an earlier one still says is worth nothing
    QString m_folder;
    QStringList m_sheets;
    std::optional<Outcome> m_outcome;
    base::Progress m_stop;
    LatestJob m_job;
};

}  // namespace xiangtu::app
