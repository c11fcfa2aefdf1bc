// SPDX-License-Identifier: GPL-3.0-or-later
// Who works on the open file: accounts and scope as the interface sees them. What decides is the gate in the core.
#include "app/project/project_object_impl.h"
#include "base/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <utility>

namespace xiangtu::app {

namespace {

struct SessionTexts {
    Q_DECLARE_TR_FUNCTIONS(SessionTexts)
};

/// Names of the units a scope is about; a prefix that is no unit's code stays a number.
QString placesOf(const model::Snapshot& snapshot, const std::vector<model::Code>& codes) {
    constexpr std::size_t kNamed = 4;
    QStringList names;
    for (std::size_t i = 0; i < std::min(kNamed, codes.size()); ++i) {
        const model::UnitRef unit = snapshot.findUnit(codes[i]);
        const QString name = unit.valid() ? text(snapshot.unit(unit).name) : QString();
        names << (name.isEmpty() ? text(codes[i].text()) : name);
    }
    if (codes.size() > kNamed) names << QStringLiteral("…");
    return names.join(QStringLiteral("、"));
}

QString roleWords(model::Role role) {
    switch (role) {
    case model::Role::gridWorker: return SessionTexts::tr("Grid worker");
    case model::Role::leader: return SessionTexts::tr("Leader");
    case model::Role::planner: return SessionTexts::tr("Planner");
    case model::Role::administrator: return SessionTexts::tr("Administrator");
    }
    return {};
}

}  // namespace

ProjectObject::Standing ProjectObject::Standing::of(project::Project& project) {
    Standing standing;
    standing.hasAccounts = !project.store().accounts().empty();
    standing.session = project.session();
    if (project.store().readOnly() || (standing.hasAccounts && !standing.session)) return standing;
    const std::string own = standing.session ? standing.session->name : std::string();
    standing.canUndo = project.store().lastUndoable(own).has_value();
    standing.canRedo = project.store().lastRedoable(own).has_value();
    return standing;
}

void ProjectObject::take(const Standing& standing) {
    Impl& d = *m_impl;
    setCanUndo(standing.canUndo, standing.canRedo);
    const auto same = [](const std::optional<model::Account>& a, const std::optional<model::Account>& b) {
        return a.has_value() == b.has_value() &&
               (!a || (a->id == b->id && a->role == b->role && a->scope == b->scope && a->name == b->name));
    };
    if (d.hasAccounts == standing.hasAccounts && same(d.session, standing.session) && d.toldReadOnly == d.readOnly)
        return;
    d.toldReadOnly = d.readOnly;
    d.hasAccounts = standing.hasAccounts;
    d.session = standing.session;
    emit sessionChanged();
    emit authorChanged();
    emit roleChanged();
}

bool ProjectObject::hasAccounts() const { return m_impl->hasAccounts; }
QString ProjectObject::signedIn() const { return m_impl->session ? text(m_impl->session->name) : QString(); }

bool ProjectObject::mayWrite() const { return !m_impl->readOnly && (!m_impl->hasAccounts || m_impl->session); }
bool ProjectObject::mayRecord() const { return whyNot({}, QStringLiteral("record")).isEmpty(); }

bool ProjectObject::mayStructure() const { return whyNot({}, QStringLiteral("structure")).isEmpty(); }

QString ProjectObject::scopeText() const {
    if (!m_impl->session || m_impl->session->scope.whole || !m_impl->state.snapshot) return {};
    return placesOf(*m_impl->state.snapshot, m_impl->session->scope.prefixes);
}

QString ProjectObject::whyNot(const QString& code, const QString& deed) const {
    const Impl& d = *m_impl;
    if (d.readOnly) return SessionTexts::tr("This file is open for reading only.");
    if (!d.hasAccounts) return {};
    if (!d.session) return SessionTexts::tr("Sign in to change something.");
    const auto wanted = deed == QLatin1String("structure") ? model::Deed::structure
                        : deed == QLatin1String("declare") ? model::Deed::declare
                                                           : model::Deed::record;
    if (!model::mayDo(d.session->role, wanted))
        return SessionTexts::tr("As %1 you may not change this.").arg(roleWords(d.session->role));
    const auto parsed = model::Code::parse(code.toStdString());
    const model::UnitRef unit = parsed && d.state.snapshot ? d.state.snapshot->findUnit(*parsed) : model::UnitRef();
    if (!unit.valid() || d.session->scope.covers(*d.state.snapshot, unit)) return {};
    return SessionTexts::tr("This lies outside your scope: %1.").arg(scopeText());
}

QString ProjectObject::sentenceOf(const edit::Refusal& refusal) const {
    const Impl& d = *m_impl;
    switch (refusal.reason) {
    case edit::RefusalReason::notSignedIn: return SessionTexts::tr("Sign in to change something.");
    case edit::RefusalReason::outsideScope:
        if (refusal.units.empty() || !d.state.snapshot)
            return SessionTexts::tr("Only who may write in the whole file can change this. Your scope: %1.")
                .arg(scopeText());
        return SessionTexts::tr("%1 lies outside your scope: %2.")
            .arg(placesOf(*d.state.snapshot, refusal.units), scopeText());
    case edit::RefusalReason::notAllowed:
        // Steps of a matter say themselves whom they are for.
        if (!d.session || refusal.place) break;
        return SessionTexts::tr("As %1 you may not change this.").arg(roleWords(d.session->role));
    default: break;
    }
    return text(refusal.detail);
}

bool ProjectObject::mayUncover(const QString& registerId, qint64 record) const {
    const Impl& d = *m_impl;
    if (!d.hasAccounts) return true;
    if (!d.session) return false;
    const model::Scope& scope = d.session->scope;
    if (record == 0) return scope.whole && model::mayUncover(d.session->role, model::Uncovered::table);
    if (!model::mayUncover(d.session->role, model::Uncovered::record)) return false;
    const auto* table = d.state.snapshot ? d.state.snapshot->findRegister(registerId.toStdString()) : nullptr;
    const model::Record* found = table ? table->find(record) : nullptr;
    return found && scope.covers(*d.state.snapshot, found->unit);
}

void ProjectObject::noteUncovering(const QString& registerId, qint64 record) {
    if (m_impl->readOnly) return;
    store::Uncovering note{registerId.toStdString(), record == 0 ? std::nullopt : std::optional(std::int64_t(record)),
                           author().toStdString(), base::nowIso()};
    ask([note](project::Project& project) { (void)project.noteUncovering(note); }, this,
        [this](const std::optional<Fault>& fault) {
            if (fault) emit failed(fault->kind, fault->text);
        });
}

void ProjectObject::ask(std::function<void(project::Project&)> work, QObject* asker,
                        std::function<void(const std::optional<Fault>&)> then) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, work = std::move(work),
                         asker = QPointer<QObject>(asker),
                         then = std::move(then)](std::optional<project::Project>& project) {
        Standing standing;
        project::State now;
        const auto fault = caught([&] {
            if (!project) throw base::Error(base::Fault::io, "the file could not be loaded; nothing was changed");
            const auto before = project->state().snapshot;
            work(*project);
            // What the work brought into the open file is shown like an edit.
            if (project->state().snapshot != before) now = project->state();
            standing = Standing::of(*project);
        });
        answer(this, impl, generation, [this, fault, now, standing, asker, then] {
            if (now.snapshot) show(now, Phase::Ready);
            if (!fault) take(standing);
            if (asker) then(fault);
        });
    });
}

void ProjectObject::makeDuePlans() {
    auto made = std::make_shared<std::pair<project::State, std::vector<project::PlanOutcome>>>();
    ask(
        [made](project::Project& project) {
            made->second = project.applyPlans(project::PlanChoice::planned);
            made->first = project.state();
        },
        this,
        [this, made](const std::optional<Fault>& fault) {
            if (fault) emit failed(fault->kind, fault->text);
            const auto& plans = made->second;
            if (plans.empty()) return;
            const auto good = std::ranges::count_if(plans, [](const auto& plan) { return plan.outcome.ok(); });
            show(made->first, Phase::Ready);
            emit plansMade(int(good), int(std::ssize(plans) - good));
        });
}

}  // namespace xiangtu::app
