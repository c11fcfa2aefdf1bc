// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of ProjectObject and what it reads on the side: all of it on the file's thread.
#include "app/project/project_object_impl.h"
#include "base/error.h"

namespace xiangtu::app {

void ProjectObject::run(Order order) {
    // While the file is still read, edits wait their turn on its thread: they are of what is on the map already.
    if (m_impl->phase != Phase::Ready && m_impl->phase != Phase::Overview) return;
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, order = std::move(order),
                         author = m_impl->author.toStdString(),
                         role = m_impl->role](std::optional<project::Project>& project) {
        std::optional<project::Outcome> outcome;
        Standing standing;
        const auto fault = caught([&] {
            if (!project) throw base::Error(base::Fault::io, "the file could not be loaded; nothing was changed");
            outcome.emplace(order.edit(*project, author, role));
            standing = Standing::of(*project);
        });
        answer(this, impl, generation, [this, fault, outcome = std::move(outcome), standing, order] {
            if (outcome) take(standing);
            take(order, outcome, fault);
        });
    });
}

void ProjectObject::take(const Order& order, const std::optional<project::Outcome>& outcome,
                         const std::optional<Fault>& fault) {
    Answer heard;
    heard.fault = fault;
    if (outcome && outcome->ok()) {
        heard.records = outcome->value().records;
        show(outcome->value().state, Phase::Ready);
        emit applied(outcome->value().touched, outcome->value().logNumber);
        emit(this->*order.done)();
    } else if (outcome) {
        heard.refusal = outcome->error();
        heard.refusal->detail = sentenceOf(*heard.refusal).toStdString();
        const geom::GeoPoint at = heard.refusal->place.value_or(geom::GeoPoint{});
        if (!order.listener) {
            emit refused(text(edit::refusalName(heard.refusal->reason)), text(heard.refusal->detail),
                         heard.refusal->place.has_value(), at.lon, at.lat);
        }
    }
    if (fault) emit failed(fault->kind, fault->text);
    if (order.listener) order.listener(heard);
}

void ProjectObject::apply(const edit::Command& command, QObject* asker, Listener listener) {
    run({[command](project::Project& project, const std::string& author, model::Role role) {
             return project.apply(command, author, role);
         },
         &ProjectObject::changeSaved,
         [asker = QPointer<QObject>(asker), listener = std::move(listener)](const Answer& heard) {
             if (asker) listener(heard);
         }});
}

void ProjectObject::plan(const edit::Command& command, QObject* asker, Listener listener) {
    run({[command](project::Project& project, const std::string& author, model::Role) -> project::Outcome {
             const project::Planned planned = project.plan(command, author);
             if (!planned.ok()) return planned.error();
             project::Applied applied;  // nothing is different yet
             applied.state = project.state();
             return applied;
         },
         &ProjectObject::planSaved,
         [asker = QPointer<QObject>(asker), listener = std::move(listener)](const Answer& heard) {
             if (asker) listener(heard);
         }});
}

void ProjectObject::makePlan(qint64 id, QObject* asker, Listener listener) {
    run({[id](project::Project& project, const std::string&, model::Role) { return project.makePlan(id); },
         &ProjectObject::changeSaved,
         [asker = QPointer<QObject>(asker), listener = std::move(listener)](const Answer& heard) {
             if (asker) listener(heard);
         }});
}

void ProjectObject::dropPlan(qint64 id, QObject* asker, Listener listener) {
    run({[id](project::Project& project, const std::string&, model::Role) -> project::Outcome {
             if (auto refusal = project.withdraw(id)) return *refusal;
             project::Applied applied;  // nothing is different on the map
             applied.state = project.state();
             return applied;
         },
         &ProjectObject::planDropped,
         [asker = QPointer<QObject>(asker), listener = std::move(listener)](const Answer& heard) {
             if (asker) listener(heard);
         }});
}

void ProjectObject::setCatalogue(const model::Catalogue& catalogue, QObject* asker, Listener listener) {
    run({[catalogue](project::Project& project, const std::string& author, model::Role) {
             return project.setCatalogue(catalogue, author);
         },
         &ProjectObject::catalogueSaved,
         [asker = QPointer<QObject>(asker), listener = std::move(listener)](const Answer& heard) {
             if (asker) listener(heard);
         }});
}

void ProjectObject::loadReasons(const QString& scheme, QObject* asker,
                                std::function<void(const QStringList&)> listener) {
    constexpr std::size_t kMost = 8;
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, scheme,
                         asker = QPointer<QObject>(asker),
                         listener = std::move(listener)](std::optional<project::Project>& project) {
        if (!project) return;
        QStringList reasons;
        const auto fault = caught([&] {
            for (const std::string& reason : project->store().recentReasons(scheme.toStdString(), kMost))
                reasons << text(reason);
        });
        answer(this, impl, generation, [this, fault, asker, listener, reasons] {
            if (fault) emit failed(fault->kind, fault->text);
            if (asker) listener(reasons);
        });
    });
}

void ProjectObject::loadSteps(const QString& registerId, qint64 record) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, registerId,
                         record](std::optional<project::Project>& project) {
        if (!project) return;
        std::vector<store::StepRecord> steps;
        const auto fault = caught([&] { steps = project->store().steps(registerId.toStdString(), record); });
        answer(this, impl, generation, [this, fault, registerId, record, steps = std::move(steps)] {
            if (fault)
                emit failed(fault->kind, fault->text);
            else
                emit stepsLoaded(registerId, record, steps);
        });
    });
}

void ProjectObject::loadDay(base::Date day) {
    m_impl->worker.post([this, impl = m_impl.get(), generation = m_impl->generation, progress = m_impl->running,
                         day](std::optional<project::Project>& project) {
        if (!project) return;
        std::shared_ptr<const model::Snapshot> snapshot;
        const auto fault =
            caught([&] { snapshot = std::make_shared<const model::Snapshot>(project->store().load(day, progress)); });
        answer(this, impl, generation, [this, fault, day, snapshot] {
            if (fault)
                emit failed(fault->kind, fault->text);
            else
                emit dayLoaded(day, snapshot);
        });
    });
}

}  // namespace xiangtu::app
