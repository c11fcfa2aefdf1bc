// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/account_desk.h"

#include "app/project/project_object_impl.h"

#include <memory>
#include <utility>

namespace xiangtu::app {

AccountDesk::AccountDesk(QObject* parent) : QObject(parent) {
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (--m_seconds <= 0) {
            m_clock.stop();
            setProblem({}, 0, 0);
        } else {
            emit problemChanged();
        }
    });
}

void AccountDesk::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (project) {
        connect(project, &ProjectObject::sessionChanged, this, &AccountDesk::reload);
        connect(project, &ProjectObject::fileChanged, this, &AccountDesk::forgetProblem);
        connect(project, &ProjectObject::stateChanged, this, &AccountDesk::listChanged);
        reload();
    }
    emit projectChanged();
}

void AccountDesk::setLanguage(const QString& language) {
    m_language = language;
    emit listChanged();
}

QVariantList AccountDesk::list() const {
    QVariantList out;
    const auto& snapshot = m_project ? m_project->state().snapshot : nullptr;
    for (const model::Account& account : m_accounts) {
        QStringList places;
        for (const model::Code prefix : account.scope.prefixes) {
            const model::UnitRef unit = snapshot ? snapshot->findUnit(prefix) : model::UnitRef();
            places << (unit.valid() ? text(snapshot->unit(unit).name) : text(prefix.text()));
        }
        out << QVariantMap{{"id", qint64(account.id.value)},
                           {"name", text(account.name)},
                           {"role", text(model::roleName(account.role))},
                           {"scope", text(account.scope.text())},
                           {"places", places.join(QStringLiteral("、"))},
                           {"disabled", !account.mayEnter(base::Date::today())}};
    }
    return out;
}

QVariantList AccountDesk::townships() const {
    QVariantList out;
    const auto& snapshot = m_project ? m_project->state().snapshot : nullptr;
    if (!snapshot) return out;
    for (const model::Unit& unit : snapshot->table(model::Level::township).units) {
        out << QVariantMap{{"key", text(unit.code.text())}, {"text", text(unit.name)}};
    }
    return out;
}

void AccountDesk::signIn(const QString& name, const QString& pin) {
    if (!m_project || m_busy) return;
    setBusy(true);
    struct Answer {
        std::optional<project::NotLetIn> no;
        std::optional<project::State> state;
    };
    auto kept = std::make_shared<Answer>();
    m_project->ask(
        [kept, name = name.toStdString(), pin = pin.toStdString()](project::Project& project) {
            const project::SignIn in = project.signIn(name, pin);
            if (!in.ok()) kept->no = in.error();
        },
        this,
        [this, kept, name](const std::optional<Fault>& fault) {
            setBusy(false);
            if (fault) {
                emit failed(fault->kind, fault->text);
            } else if (kept->no) {
                setProblem(text(project::notLetInName(kept->no->why)), int(kept->no->seconds),
                           int(kept->no->triesLeft));
            } else {
                setProblem({}, 0, 0);
                emit entered(name);
                m_project->makeDuePlans();
            }
        });
}

void AccountDesk::signOut() {
    if (!m_project) return;
    m_project->ask([](project::Project& project) { project.signOut(); }, this, [](const std::optional<Fault>&) {});
}

void AccountDesk::forgetProblem() { setProblem({}, 0, 0); }

void AccountDesk::add(const QString& name, const QString& role, const QString& scope, const QString& pin) {
    const auto parsed = model::Scope::parse(scope.toStdString());
    const auto known = model::parseRole(role.toStdString());
    if (!parsed || !known) {
        emit refused(text(edit::refusalName(edit::RefusalReason::badAccount)),
                     known ? QStringLiteral("scope") : QStringLiteral("role"));
        return;
    }
    run([account = project::NewAccount{name.toStdString(), *known, *parsed},
         pin = pin.toStdString()](project::Project& project) { return project.accounts().add(account, pin); });
}

void AccountDesk::change(qint64 id, const QString& role, const QString& scope) {
    const auto parsed = model::Scope::parse(scope.toStdString());
    const auto known = model::parseRole(role.toStdString());
    if (!parsed || !known) {
        emit refused(text(edit::refusalName(edit::RefusalReason::badAccount)),
                     known ? QStringLiteral("scope") : QStringLiteral("role"));
        return;
    }
    run([id, known, scope = *parsed](project::Project& project) {
        return project.accounts().change({id}, *known, scope);
    });
}

void AccountDesk::setPin(qint64 id, const QString& pin) {
    run([id, pin = pin.toStdString()](project::Project& project) { return project.accounts().setPin({id}, pin); });
}

void AccountDesk::setDisabled(qint64 id, const QString& state) {
    run([id, disable = state == QLatin1String("disabled")](project::Project& project) {
        return disable ? project.accounts().disable({id}) : project.accounts().enable({id});
    });
}

void AccountDesk::run(Change change) {
    if (!m_project || m_busy) return;
    setBusy(true);
    struct Answer {
        std::optional<edit::Refusal> refusal;
        std::vector<model::Account> accounts;
    };
    auto kept = std::make_shared<Answer>();
    m_project->ask(
        [kept, change = std::move(change)](project::Project& project) {
            kept->refusal = change(project);
            kept->accounts = project.store().accounts();
        },
        this,
        [this, kept](const std::optional<Fault>& fault) {
            setBusy(false);
            if (fault) {
                emit failed(fault->kind, fault->text);
                return;
            }
            take(kept->accounts);
            if (kept->refusal)
                emit refused(text(edit::refusalName(kept->refusal->reason)), text(kept->refusal->field));
            else
                emit saved();
        });
}

void AccountDesk::reload() {
    if (!m_project || m_project->phase() == ProjectObject::Phase::Closed || !m_project->hasAccounts()) {
        take({});
        return;
    }
    auto kept = std::make_shared<std::vector<model::Account>>();
    m_project->ask([kept](project::Project& project) { *kept = project.store().accounts(); }, this,
                   [this, kept](const std::optional<Fault>& fault) {
                       if (!fault) take(*kept);
                   });
}

void AccountDesk::take(const std::vector<model::Account>& accounts) {
    m_accounts = accounts;
    emit listChanged();
}

void AccountDesk::setProblem(const QString& problem, int seconds, int triesLeft) {
    m_problem = problem;
    m_seconds = seconds;
    m_triesLeft = triesLeft;
    if (seconds > 0)
        m_clock.start();
    else
        m_clock.stop();
    emit problemChanged();
}

void AccountDesk::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged();
}

}  // namespace xiangtu::app
