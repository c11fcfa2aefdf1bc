// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/project_object.h"

#include "app/project/project_object_impl.h"
#include "base/error.h"

#include <QElapsedTimer>

#include <memory>
#include <utility>

#include <sys/resource.h>

namespace xiangtu::app {

namespace {

/// Progress reaches the interface thread at most this often.
constexpr qint64 kReportEveryMs = 40;

constexpr int kKeeperNice = 15;

bool holdsNoUnit(const model::Snapshot& snapshot) {
    for (const model::Level level : model::kLevels) {
        if (!snapshot.table(level).units.empty()) return false;
    }
    return true;
}

/// Reading is better than nothing: a file that may not be written is opened read-only.
project::Project openAsAllowed(const std::filesystem::path& file, bool onlyToRead) {
    if (onlyToRead) return project::Project::open(file, store::OpenMode::readOnly);
    try {
        return project::Project::open(file, store::OpenMode::readWrite);
    } catch (const base::Error& e) {
        if (e.fault() != base::Fault::noPermission) throw;
        return project::Project::open(file, store::OpenMode::readOnly);
    }
}

}  // namespace

ProjectObject::ProjectObject(QObject* parent) : QObject(parent), m_impl(std::make_unique<Impl>()) {}
ProjectObject::~ProjectObject() {
    m_impl->running.cancel();
    stopKeeping();
}

ProjectObject::Phase ProjectObject::phase() const { return m_impl->phase; }
QString ProjectObject::file() const { return m_impl->file; }
QString ProjectObject::errorKind() const { return m_impl->fault.kind; }
QString ProjectObject::errorText() const { return m_impl->fault.text; }
QString ProjectObject::progressStage() const { return m_impl->stage; }
double ProjectObject::progress() const { return m_impl->progress; }
bool ProjectObject::readOnly() const { return m_impl->readOnly; }
bool ProjectObject::canUndo() const { return m_impl->canUndo; }
bool ProjectObject::canRedo() const { return m_impl->canRedo; }
QString ProjectObject::author() const { return m_impl->session ? text(m_impl->session->name) : m_impl->author; }
const project::State& ProjectObject::state() const { return m_impl->state; }

QString ProjectObject::title() const {
    return m_impl->state.snapshot ? text(m_impl->state.snapshot->info.title) : QString();
}

bool ProjectObject::demo() const { return m_impl->state.snapshot && m_impl->state.snapshot->info.demo; }

bool ProjectObject::empty() const {
    return m_impl->phase == Phase::Ready && m_impl->state.snapshot && holdsNoUnit(*m_impl->state.snapshot);
}

void ProjectObject::setAuthor(const QString& author) {
    if (m_impl->author == author) return;
    m_impl->author = author;
    emit authorChanged();
}

QString ProjectObject::role() const {
    return text(model::roleName(m_impl->session ? m_impl->session->role : m_impl->role));
}

void ProjectObject::setRole(const QString& role) {
    const model::Role parsed = model::parseRole(role.toStdString()).value_or(model::Role::gridWorker);
    if (m_impl->role == parsed) return;
    m_impl->role = parsed;
    emit roleChanged();
}

void ProjectObject::open(const QUrl& file) { load(file, std::nullopt); }

void ProjectObject::openDay(const QString& file, base::Date day) { load(QUrl::fromLocalFile(file), day); }

base::Date ProjectObject::day() const { return m_impl->day.value_or(base::Date::today()); }

void ProjectObject::load(const QUrl& file, std::optional<base::Date> day) {
    Impl& d = *m_impl;
    reset();
    d.url = file;
    d.day = day;
    d.file = file.isLocalFile() ? file.toLocalFile() : file.path();
    emit fileChanged();
    setPhase(Phase::Opening);

    const std::uint64_t generation = d.generation;
    Impl* impl = &d;
    auto clock = std::make_shared<QElapsedTimer>();
    d.running =
        base::Progress([this, impl, generation, clock](std::string_view stage, std::int64_t done, std::int64_t total) {
            if (clock->isValid() && clock->elapsed() < kReportEveryMs) return;
            clock->start();
            const double share = total > 0 ? double(done) / double(total) : -1;
            answer(this, impl, generation, [this, impl, stage = text(stage), share] {
                impl->stage = stage;
                impl->progress = share;
                emit progressChanged();
            });
        });
    d.worker.post([this, impl, generation, progress = d.running, day,
                   path = std::filesystem::path(d.file.toStdString())](std::optional<project::Project>& project) {
        project.reset();
        bool readOnly = false;
        Standing standing;
        std::vector<project::PlanOutcome> plans;
        std::optional<Fault> planFault;
        const auto fault = caught([&] {
            progress.check();
            project.emplace(openAsAllowed(path, day.has_value()));
            readOnly = project->store().readOnly();
            standing.hasAccounts = !project->store().accounts().empty();
            answer(this, impl, generation, [this, impl, readOnly, standing] {
                impl->readOnly = readOnly;
                emit fileChanged();
                take(standing);
            });
            project->load(day.value_or(base::Date::today()), progress, [&](const project::State& overview) {
                answer(this, impl, generation, [this, overview] { show(overview, Phase::Overview); });
            });
            // What stands in the way of a plan does not stand in the way of opening.
            if (!readOnly) planFault = caught([&] { plans = project->applyPlans(project::PlanChoice::planned); });
            standing = Standing::of(*project);
        });
        if (fault) {
            project.reset();
            answer(this, impl, generation, [this, fault = *fault] { fail(fault.kind, fault.text); });
            return;
        }
        const auto made = std::ranges::count_if(plans, [](const auto& plan) { return plan.outcome.ok(); });
        answer(this, impl, generation,
               [this, state = project->state(), standing, planFault, made = int(made), all = int(plans.size())] {
                   show(state, Phase::Ready);
                   take(standing);
                   if (planFault) emit failed(planFault->kind, planFault->text);
                   if (all > 0) emit plansMade(made, all - made);
               });
    });
}

void ProjectObject::reopen() {
    if (!m_impl->url.isEmpty()) load(QUrl(m_impl->url), m_impl->day);
}

void ProjectObject::close() {
    reset();
    m_impl->worker.post([](std::optional<project::Project>& project) { project.reset(); });
    setPhase(Phase::Closed);
}

void ProjectObject::cancel() {
    if (m_impl->phase == Phase::Opening || m_impl->phase == Phase::Overview) close();
}

void ProjectObject::setClass(const QStringList& codes, const QString& scheme, const QString& classCode,
                             const QString& reason, const QString& photo) {
    edit::SetClass command{{}, scheme.toStdString(), classCode.toStdString(), reason.trimmed().toStdString(),
                           {}, photo.toStdString()};
    for (const QString& code : codes) {
        const auto parsed = model::Code::parse(code.toStdString());
        if (!parsed) {
            emit refused(text(edit::refusalName(edit::RefusalReason::unknownUnit)), code, false, 0, 0);
            return;
        }
        command.units.push_back(*parsed);
    }
    run({[command](project::Project& project, const std::string& author, model::Role role) {
             return project.apply(command, author, role);
         },
         &ProjectObject::changeSaved,
         {}});
}

void ProjectObject::undo() {
    run({[](project::Project& project, const std::string& author, model::Role) { return project.undo(author); },
         &ProjectObject::changeTakenBack,
         {}});
}

void ProjectObject::redo() {
    run({[](project::Project& project, const std::string& author, model::Role) { return project.redo(author); },
         &ProjectObject::changeMadeAgain,
         {}});
}

void ProjectObject::loadHistory(model::UnitRef unit) {
    const model::Unit& row = m_impl->state.snapshot->unit(unit);
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, id = row.id,
                         code = text(row.code.text())](std::optional<project::Project>& project) {
        if (!project) return;
        std::vector<store::ClassRecord> records;
        const auto fault = caught([&] { records = project->store().classHistory(id); });
        answer(this, impl, generation, [this, fault, code, records = std::move(records)] {
            if (fault)
                emit failed(fault->kind, fault->text);
            else
                emit historyLoaded(code, records);
        });
    });
}

void ProjectObject::reset() {
    Impl& d = *m_impl;
    ++d.generation;
    d.running.cancel();
    d.running = {};
    stopKeeping();
    d.state = {};
    d.fault = {};
    d.stage.clear();
    d.progress = -1;
    d.readOnly = false;
    take(Standing{});
    emit stateChanged();
    emit progressChanged();
}

void ProjectObject::keepDisplay(std::vector<display::Section> extras) {
    if (m_impl->phase != Phase::Ready && m_impl->phase != Phase::Overview) return;
    if (m_impl->day) return;  // what lies beside the file is of today
    // The first picture looked at much of what is kept; further pictures look at a small part.
    if (m_impl->state.mapping) m_impl->state.mapping->letGo();
    // While records are still read, the rest is done after that.
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation,
                         extras = std::move(extras)](std::optional<project::Project>& project) {
        project::Project::Keeping keeping = project ? project->keeping(extras) : nullptr;
        if (!keeping) return;
        answer(this, impl, generation, [this, impl, keeping = std::move(keeping)] {
            stopKeeping();
            impl->keepingStop = {};
            impl->keeper = std::thread([keeping, stop = impl->keepingStop] {
                ::setpriority(PRIO_PROCESS, 0, kKeeperNice);  // of this thread alone
                keeping(stop);
            });
        });
    });
}

void ProjectObject::stopKeeping() {
    m_impl->keepingStop.cancel();
    if (m_impl->keeper.joinable()) m_impl->keeper.join();
}

void ProjectObject::show(const project::State& state, Phase phase) {
    m_impl->state = state;
    // The phase first: who hears of the new state asks for it.
    const bool same = m_impl->phase == phase;
    m_impl->phase = phase;
    emit stateChanged();
    if (!same) emit phaseChanged();
}

void ProjectObject::fail(const QString& kind, const QString& text) {
    m_impl->fault = {kind, text};
    m_impl->state = {};
    emit stateChanged();
    setPhase(Phase::Failed);
}

void ProjectObject::setPhase(Phase phase) {
    if (m_impl->phase == phase) {
        if (phase == Phase::Failed) emit phaseChanged();
        return;
    }
    m_impl->phase = phase;
    emit phaseChanged();
}

void ProjectObject::setCanUndo(bool canUndo, bool canRedo) {
    if (m_impl->canUndo == canUndo && m_impl->canRedo == canRedo) return;
    m_impl->canUndo = canUndo;
    m_impl->canRedo = canRedo;
    emit canUndoChanged();
}

}  // namespace xiangtu::app
