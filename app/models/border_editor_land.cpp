// SPDX-License-Identifier: GPL-3.0-or-later
// BorderEditor where land passes to a neighbour or is fitted into the unit above, and what moves with the land.
#include "app/models/border_editor.h"

#include "app/models/review_words.h"
#include "app/models/terms.h"
#include "edit/border_plan.h"
#include "store/store.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

QString BorderEditor::nameOf(const QString& code) const {
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const auto parsed = model::Code::parse(code.toStdString());
    const model::UnitRef ref = snapshot && parsed ? snapshot->findUnit(*parsed) : model::UnitRef{};
    return ref.valid() ? fromUtf8(snapshot->unit(ref).name) : QString();
}

void BorderEditor::draw(const QString& tool) {
    if (!m_map) return;
    takeSnapper();
    m_map->setTool(tool);
    m_map->clearMeasure();
    m_map->forceActiveFocus();
}

QVariantList BorderEditor::takers() const {
    QVariantList list;
    const auto named = unit();
    if (m_task != QLatin1String("give") || !named || !m_project->state().topology) return list;
    const project::State& state = m_project->state();
    const std::uint32_t own = state.snapshot->findUnit(named->level, named->code).row;
    std::vector<const model::Unit*> units;
    for (const std::uint32_t row : state.topology->neighbours(model::indexOf(named->level), own))
        units.push_back(&state.snapshot->table(named->level).units[row]);
    std::ranges::sort(units, {}, [](const model::Unit* u) { return u->code; });
    for (const model::Unit* each : units)
        list << QVariantMap{{"code", fromUtf8(each->code.text())}, {"name", fromUtf8(each->name)}};
    return list;
}

void BorderEditor::setTaker(const QString& code) {
    if (m_task != QLatin1String("give") || m_taker == code) return;
    m_taker = code;
    emit taskChanged();
    drawAnew();
}

void BorderEditor::setByArea(bool byArea) {
    if (m_byArea == byArea) return;
    m_byArea = byArea;
    emit taskChanged();
    if (m_task == QLatin1String("give")) drawAnew();
}

void BorderEditor::setTolerance(double metres) {
    if (!(metres > 0) || m_tolerance == metres) return;
    m_tolerance = metres;
    emit taskChanged();
    if (m_task == QLatin1String("fit")) fit();
}

void BorderEditor::tap(double lon, double lat) {
    const auto named = unit();
    if (m_task != QLatin1String("give") || !named || !m_project->state().units) return;
    const project::State& state = m_project->state();
    const auto hit = state.units->unitAt(named->level, geom::snapToGrid(geom::GeoPoint{lon, lat}));
    if (!hit) return;
    const model::Code code = state.snapshot->unit(*hit).code;
    if (!m_request) {
        if (code != named->code) setTaker(fromUtf8(code.text()));
        return;
    }
    borders::Request again = *m_request;
    auto* give = std::get_if<borders::GivePiece>(&again.operation);
    if (!give || code != named->code) return;
    give->piece = geom::GeoPoint{lon, lat};
    propose(std::move(again));
}

void BorderEditor::handOver(const geom::GeoLine& drawn) {
    const auto from = unit();
    const auto to = model::Code::parse(m_taker.toStdString());
    if (!from || !to) return;
    if (m_byArea)
        propose({borders::GiveArea{from->level, from->code, *to, drawn}, m_options});
    else
        propose({borders::GivePiece{from->level, from->code, *to, drawn, {}}, m_options});
}

void BorderEditor::fit() {
    const auto named = unit();
    if (!named) return;
    const model::Snapshot& snapshot = *m_project->state().snapshot;
    const model::UnitRef above = snapshot.unit(snapshot.findUnit(named->level, named->code)).parent;
    if (!above.valid()) return;
    propose({borders::SnapToParent{{above.level, snapshot.unit(above).code}, m_tolerance}, m_options});
}

void BorderEditor::lookWhatMoves(const project::State& state) {
    m_reviewJob.cancel();
    m_review.clear();
    if (!m_proposal) return;
    m_reviewJob.start<QVariantList>(
        [file = m_project->file().toStdString(), state, request = m_proposal->request](const base::Progress&) {
            const auto store = store::open(file, store::OpenMode::readOnly);
            edit::PlanContext context = store->planContext({});
            context.units = state.units.get();
            edit::EditBorders command;
            command.request = request;
            const auto plan = edit::planBorders(*state.snapshot, command, context);
            return plan.ok() ? reviewList(plan.value().review, *state.snapshot) : QVariantList();
        },
        [this](const QVariantList& review) {
            m_review = review;
            emit changed();
        });
}

}  // namespace xiangtu::app
