// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_task.h"

#include "app/import/import_offers.h"
#include "app/import/import_words.h"
#include "app/models/terms.h"
#include "base/error.h"
#include "base/json.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace xiangtu::app {

namespace {

/// A check of so many records is done before anybody asks for it.
constexpr std::int64_t kChecksItself = 20000;
constexpr int kTickMs = 60;

struct ImportTexts {
    Q_DECLARE_TR_FUNCTIONS(ImportTexts)
};

QString faultWords(const Fault& fault) {
    if (fault.kind == QLatin1String("noPermission"))
        return ImportTexts::tr("There is no permission to read this file.");
    if (fault.kind == QLatin1String("busy")) return ImportTexts::tr("Another program is using this file.");
    if (fault.kind == QLatin1String("usage"))
        return ImportTexts::tr("What was entered cannot be understood. Correct it and try again.");
    if (fault.kind == QLatin1String("crs")) return ImportTexts::tr("The coordinates cannot be converted.");
    return ImportTexts::tr("This file cannot be read. It may be damaged, or it is no map or table.");
}

QString refusedWords(const edit::Refusal& refusal) {
    switch (refusal.reason) {
    case edit::RefusalReason::notSignedIn: return ImportTexts::tr("Nothing was imported: sign in first.");
    case edit::RefusalReason::outsideScope:
        return ImportTexts::tr("Nothing was imported: some of it lies outside your scope.");
    case edit::RefusalReason::notAllowed: return ImportTexts::tr("Nothing was imported: your role may not do this.");
    case edit::RefusalReason::changedSince:
        return ImportTexts::tr("Nothing was imported: the county was changed meanwhile. Check again.");
    case edit::RefusalReason::readOnly:
        return ImportTexts::tr("Nothing was imported: the file is open for reading only.");
    default: return ImportTexts::tr("Nothing was imported.");
    }
}

}  // namespace

ImportTask::ImportTask(QObject* parent) : QObject(parent) {
    m_clock.setInterval(kTickMs);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (!m_meter) return;
        const ImportMeter::Reading reading = m_meter->reading();
        m_stage = fromUtf8(reading.stage);
        m_progress = reading.share;
        emit progressed();
    });
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) { complain(faultWords({}), text); });
    describe();
}

void ImportTask::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::fileChanged, this, &ImportTask::takeState);
        connect(m_project, &ProjectObject::stateChanged, this, &ImportTask::takeState);
        connect(m_project, &ProjectObject::changeTakenBack, this, [this] {
            if (m_phase == QLatin1String("done")) setPhase(QStringLiteral("ready"));
        });
        connect(m_project, &ProjectObject::sessionChanged, this, &ImportTask::phaseChanged);
    }
    emit projectChanged();
}

void ImportTask::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    // The new words are there once everybody has heard of the language.
    QTimer::singleShot(0, this, [this] {
        m_findings.retranslate();
        describe();
    });
}

void ImportTask::setKept(const QVariantList& kept) {
    m_kept = kept;
    describe();
    emit keptChanged();
}

QString ImportTask::fileName() const { return QFileInfo(m_file).fileName(); }

/// Another file: nothing of this holds. Another state of the same: what was checked may no longer fit.
void ImportTask::takeState() {
    if (!m_project || !m_project->state().snapshot) return leave();
    const bool checked = m_phase == QLatin1String("checked") || m_phase == QLatin1String("checking");
    if (checked && m_checkedAgainst != m_project->state().snapshot) {
        m_job.cancel();
        m_work.reset();
        m_findings.clear();
        setPhase(QStringLiteral("ready"));
    }
}

void ImportTask::open(const QUrl& file) {
    leave();
    // A FileGDB is a folder.
    m_file = QDir::cleanPath(file.isLocalFile() ? file.toLocalFile() : file.path());
    m_checksItself = true;
    look();
}

void ImportTask::leave() {
    stop();
    m_job.cancel();
    m_file.clear();
    m_recipe = {};
    m_goalChosen = false;
    m_preview.reset();
    m_work.reset();
    m_findings.clear();
    m_problem.clear();
    m_technical.clear();
    if (m_map) m_map->setFault(std::nullopt);
    setPhase({});
    describe();
}

void ImportTask::choose(const QString& what, const QString& value) {
    const std::string text = value.trimmed().toStdString();
    if (what == QLatin1String("layer")) {
        m_recipe.how.layer = text;
        m_recipe.map.clear();
    } else if (what == QLatin1String("encoding")) {
        m_recipe.how.encoding = text;
        m_recipe.map.clear();  // fields have other names now
    } else if (what == QLatin1String("crs")) {
        m_recipe.how.crs = text;
    } else if (what == QLatin1String("shift")) {
        m_recipe.how.shift = text == "gcj02" ? exchange::Shift::gcj02 : exchange::Shift::none;
    } else if (what == QLatin1String("datum")) {
        m_recipe.datum = text;
    } else if (what == QLatin1String("key")) {
        m_recipe.key = text;
        m_goalChosen = true;
    } else if (what == QLatin1String("goal")) {
        const auto into = goalOf(value);
        if (!into) return;
        m_recipe.into = *into;
        m_recipe.map.clear();
        m_recipe.key.clear();
        m_goalChosen = true;
    }
    look();
}

void ImportTask::setField(const QString& target, const QString& field) {
    m_recipe.map[target.toStdString()] = field.toStdString();
    m_goalChosen = true;
    look();
}

base::Progress ImportTask::metered() {
    m_meter = std::make_shared<ImportMeter>();
    m_stage.clear();
    m_progress = -1;
    m_running = ImportMeter::progressOf(m_meter);
    emit progressed();
    return m_running;
}

void ImportTask::look() {
    if (m_file.isEmpty() || !m_project || !m_project->state().snapshot) return;
    m_problem.clear();
    m_technical.clear();
    m_work.reset();
    m_findings.clear();
    setPhase(QStringLiteral("looking"));
    m_job.start<std::shared_ptr<Looked>>(
        [file = m_file.toStdString(), recipe = m_recipe, proposes = !m_goalChosen,
         snapshot = m_project->state().snapshot](const base::Progress& progress) {
            auto looked = std::make_shared<Looked>();
            looked->recipe = recipe;
            const auto fault = caught([&] {
                exchange::ImportRecipe& asked = looked->recipe;
                asked.how.datum.reset();
                if (!asked.datum.empty()) asked.how.datum = exchange::DatumShift::parse(asked.datum);
                auto found = exchange::preview(file, asked, *snapshot, progress);
                const auto goal = found && proposes ? proposedGoal(found.value(), *snapshot) : std::nullopt;
                if (goal) {
                    asked.into = *goal;
                    found = exchange::preview(file, asked, *snapshot, progress);
                }
                if (!found) {
                    looked->technical = fromUtf8(found.error().reason);
                    looked->problem = refusalWords(found.error().reason);
                } else
                    looked->preview = std::move(found).value();
            });
            progress.check();
            if (fault) {
                looked->problem = faultWords(*fault);
                looked->technical = fault->text;
            }
            return looked;
        },
        [this](const std::shared_ptr<Looked>& looked) { takeLook(looked); }, metered());
}

void ImportTask::takeLook(const std::shared_ptr<Looked>& looked) {
    if (!looked->preview) return complain(looked->problem, looked->technical);
    m_recipe = looked->recipe;
    m_preview = std::move(looked->preview);
    const bool asks = m_preview->asks != exchange::Asks::nothing;
    if (asks) {
        m_problem = m_preview->asks == exchange::Asks::layer ? ImportTexts::tr("Which layer is meant?")
                                                             : refusalWords(m_preview->question);
        m_technical = fromUtf8(m_preview->question);
    }
    describe();
    setPhase(asks ? QStringLiteral("asking") : QStringLiteral("ready"));
    if (!asks && m_checksItself && m_preview->report.records <= kChecksItself) check();
}

void ImportTask::complain(const QString& problem, const QString& technical) {
    m_problem = problem;
    m_technical = technical;
    describe();
    setPhase(QStringLiteral("unreadable"));
}

void ImportTask::check() {
    if (!m_preview || !m_project || !m_project->state().complete || m_phase == QLatin1String("importing")) return;
    m_problem.clear();
    m_technical.clear();
    m_work.reset();
    m_findings.clear();
    m_checksItself = true;
    m_checkedAgainst = m_project->state().snapshot;
    setPhase(QStringLiteral("checking"));
    m_job.start<std::shared_ptr<Checked>>(
        [source = m_file.toStdString(), recipe = m_recipe, snapshot = m_checkedAgainst,
         file = m_project->file().toStdString(),
         author = m_project->author().toStdString()](const base::Progress& progress) {
            auto checked = std::make_shared<Checked>();
            const auto fault = caught([&] {
                const auto store = store::open(file, store::OpenMode::readOnly);
                const edit::PlanContext context = store->planContext(author);
                auto planned = planImportWork(source, recipe, *snapshot, context, progress);
                if (planned) {
                    checked->work = std::make_shared<const ImportWork>(std::move(planned).value());
                } else {
                    checked->problem = refusalWords(planned.error().reason);
                    checked->technical = fromUtf8(planned.error().reason);
                }
            });
            progress.check();
            if (fault) {
                checked->problem = faultWords(*fault);
                checked->technical = fault->text;
            }
            return checked;
        },
        [this](const std::shared_ptr<Checked>& checked) { takeCheck(checked); }, metered());
}

void ImportTask::takeCheck(const std::shared_ptr<Checked>& checked) {
    m_problem = checked->problem;
    m_technical = checked->technical;
    m_work = checked->work;
    m_findings.show(m_work);
    if (m_work && m_work->report.taken == 0) m_problem = ImportTexts::tr("None of the records can be taken.");
    setPhase(m_work ? QStringLiteral("checked") : QStringLiteral("ready"));
}

void ImportTask::take() {
    if (!m_work || !m_project || m_phase != QLatin1String("checked")) return;
    m_problem.clear();
    m_technical.clear();
    setPhase(QStringLiteral("importing"));
    auto refusal = std::make_shared<std::optional<edit::Refusal>>();
    m_project->ask(
        [work = m_work, refusal, progress = metered(),
         author = m_project->author().toStdString()](project::Project& project) {
            edit::ChangeSet changed = work->changed;
            changed.author = author;
            const auto line = project.import(work->coming, changed, progress);
            if (!line.ok()) *refusal = line.error();
        },
        this, [this, refusal](const std::optional<Fault>& fault) { takeWritten(*refusal, fault); });
}

void ImportTask::takeWritten(const std::optional<edit::Refusal>& refusal, const std::optional<Fault>& fault) {
    if (m_phase != QLatin1String("importing")) return;  // it was left meanwhile
    if (refusal) {
        m_problem = refusedWords(*refusal);
        m_technical = fromUtf8(refusal->detail);
    } else if (fault && fault->kind == QLatin1String("cancelled")) {
        m_problem = ImportTexts::tr("The import was stopped; nothing of it is in the county.");
    } else if (fault) {
        m_problem = ImportTexts::tr("Nothing was imported.");
        m_technical = fault->text;
    }
    if (refusal || fault) return setPhase(QStringLiteral("ready"));
    const auto rows = m_work->merge.count(edit::Fate::inserted) + m_work->merge.count(edit::Fate::updated);
    setPhase(QStringLiteral("done"));
    emit m_project->changeSaved();
    emit taken(fromUtf8(m_recipe.into.registerId), rows);
}

void ImportTask::stop() {
    m_running.cancel();
    if (m_phase == QLatin1String("importing")) return;  // the answer is on its way
    m_job.cancel();
    if (m_phase == QLatin1String("checking")) {
        m_checksItself = false;
        setPhase(QStringLiteral("ready"));
    }
    if (m_phase == QLatin1String("looking")) setPhase(m_preview ? QStringLiteral("ready") : QString());
}

void ImportTask::show(int row) {
    const auto place = m_findings.placeOf(row);
    if (!place || !m_map) return;
    constexpr double kMetresPerPixel = 2;
    m_map->setFault(place);
    m_map->goToPlace(place->lon, place->lat, kMetresPerPixel);
}

void ImportTask::setPhase(const QString& phase) {
    m_phase = phase;
    const bool busy =
        phase == QLatin1String("looking") || phase == QLatin1String("checking") || phase == QLatin1String("importing");
    if (busy)
        m_clock.start();
    else
        m_clock.stop();
    emit phaseChanged();
}

}  // namespace xiangtu::app
