// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_run.h"

#include "app/export/export_words.h"
#include "app/export/window_work.h"
#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"
#include "base/error.h"
#include "exchange/export_plan.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <atomic>

namespace xiangtu::app {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

}  // namespace

ExportRun::ExportRun(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) { take({false, text.toStdString(), {}}); });
}

ExportRun::~ExportRun() { m_stop.cancel(); }

void ExportRun::setForm(ExportForm* form) {
    if (m_form == form) return;
    if (m_form) m_form->disconnect(this);
    m_form = form;
    if (m_form) connect(m_form, &ExportForm::languageChanged, this, &ExportRun::changed);
    emit formChanged();
}

QString ExportRun::stage() const {
    if (m_stage == "measure") return ExportWords::tr("Measuring texts…");
    if (m_stage == "write") return ExportWords::tr("Writing…");
    if (m_stage == "sums") return ExportWords::tr("Adding up checksums…");
    return ExportWords::tr("Preparing…");
}

QString ExportRun::outcome() const {
    if (!m_outcome) return {};
    if (m_outcome->stopped) return QStringLiteral("stopped");
    return m_outcome->refused.empty() ? QStringLiteral("done") : QStringLiteral("refused");
}

const exchange::ExportReport* ExportRun::report() const {
    return m_outcome && !m_outcome->stopped && m_outcome->refused.empty() ? &m_outcome->report : nullptr;
}

QString ExportRun::summary() const {
    const auto* done = report();
    if (!done) return {};
    qint64 bytes = 0;
    for (const exchange::WrittenFile& file : done->files) bytes += qint64(file.bytes);
    return ExportWords::tr("%1 records written, %2")
        .arg(countText(qint64(done->rows)),
             QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat));
}

QStringList ExportRun::files() const {
    QStringList list;
    if (const auto* done = report()) {
        for (const exchange::WrittenFile& file : done->files) list << fromUtf8(file.path.filename().string());
        for (const QString& sheet : m_sheets) list << sheet;
    }
    return list;
}

QStringList ExportRun::losses() const {
    QStringList list;
    if (const auto* done = report()) {
        for (const auto& [kind, count] : done->lossCounts) list << lossWords(kind, count);
    }
    return list;
}

QVariantList ExportRun::lost() const {
    QVariantList list;
    const auto* done = report();
    for (std::size_t i = 0; done && i < std::min(kLostShown, done->losses.size()); ++i) {
        const exchange::ExportLoss& loss = done->losses[i];
        list << QVariantMap{
            {"record", fromUtf8(loss.key)}, {"field", fromUtf8(loss.column)}, {"value", fromUtf8(loss.value)}};
    }
    return list;
}

QStringList ExportRun::notes() const {
    QStringList list;
    if (const auto* done = report()) {
        for (const std::string& note : done->notes) list << exportNote(note);
    }
    return list;
}

QUrl ExportRun::folder() const { return report() ? QUrl::fromLocalFile(m_folder) : QUrl(); }
QString ExportRun::problem() const {
    return m_outcome && !m_outcome->refused.empty() ? exportRefused(m_outcome->refused) : QString();
}
QString ExportRun::detail() const { return m_outcome ? fromUtf8(m_outcome->refused) : QString(); }

void ExportRun::clear() {
    if (m_busy || !m_outcome) return;
    m_outcome.reset();
    emit changed();
}

void ExportRun::start() {
    ProjectObject* project = m_form ? m_form->project() : nullptr;
    if (m_busy || !project || !project->state().complete) return;
    const exchange::ExportRecipe recipe = m_form->recipe();
    m_outcome.reset();
    m_busy = true;
    m_stop = listening();
    m_folder = m_form->split() ? m_form->target() : QFileInfo(m_form->target()).path();
    emit changed();
    emit progressed();
    if (!recipe.sensitive || !project->hasAccounts()) return write(recipe);
    // Who had sensitive values is kept before they go out.
    auto refusal = std::make_shared<std::optional<edit::Refusal>>();
    project->ask(
        [refusal, note = store::Uncovering{recipe.registerId, {}, project->author().toStdString(), base::nowIso()}](
            project::Project& file) { *refusal = file.noteUncovering(note); },
        this,
        [this, refusal, recipe](const std::optional<Fault>& fault) {
            if (fault) return take({false, fault->text.toStdString(), {}});
            if (*refusal) return take({false, refusalText(**refusal).toStdString(), {}});
            write(recipe);
        });
}

void ExportRun::write(const exchange::ExportRecipe& recipe) {
    ProjectObject* project = m_form ? m_form->project() : nullptr;
    ExportWork work = project ? windowWork(*project, m_styleDir, recipe) : ExportWork();
    if (!work.snapshot) return take({true, {}, {}});
    m_job.start<Outcome>(
        [work = std::move(work), recipe](const base::Progress& progress) {
            try {
                auto done = runExport(onItsDay(work, recipe), recipe, progress);
                return done ? Outcome{false, {}, std::move(done).value()} : Outcome{false, done.error().reason, {}};
            } catch (const base::Error& e) {
                // Said as what it is, and not dropped: the person waits for it.
                if (e.fault() != base::Fault::cancelled) throw;
                return Outcome{true, {}, {}};
            }
        },
        [this, recipe](Outcome outcome) {
            m_sheets = outcome.stopped || !outcome.refused.empty() ? QStringList() : sheetsOf(recipe);
            take(std::move(outcome));
        },
        m_stop);
}

void ExportRun::stop() { m_stop.cancel(); }

void ExportRun::take(Outcome outcome) {
    m_busy = false;
    m_outcome = std::move(outcome);
    emit changed();
    if (report()) emit written();
}

/// They are not in the report, of which they tell.
QStringList ExportRun::sheetsOf(const exchange::ExportRecipe& recipe) {
    QStringList list;
    const exchange::ExportPlace place = exchange::placeOf(recipe.out, recipe.options);
    if (recipe.options.sheets == exchange::ExportOptions::Sheets::none) return list;
    for (const char* ending : {".fields.csv", ".metadata.csv", ".losses.csv"}) {
        const std::filesystem::path sheet = place.folder / (place.stem + ending);
        if (std::filesystem::exists(sheet)) list << fromUtf8(sheet.filename().string());
    }
    return list;
}

base::Progress ExportRun::listening() {
    const int run = ++m_count;
    m_stage.clear();
    m_share = -1;
    auto last = std::make_shared<std::atomic<int>>(-1);
    return base::Progress([this, run, last](std::string_view stage, std::int64_t done, std::int64_t total) {
        const int percent = total > 0 ? int(100 * done / total) : -1;
        if (last->exchange(percent) == percent) return;
        const auto heard = [this, run, percent, key = QByteArray(stage.data(), qsizetype(stage.size()))] {
            if (run != m_count || !m_busy) return;
            m_stage = key;
            m_share = percent < 0 ? -1 : percent / 100.0;
            emit progressed();
        };
        QMetaObject::invokeMethod(this, heard, Qt::QueuedConnection);
    });
}

}  // namespace xiangtu::app
