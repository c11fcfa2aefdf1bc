// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/border_editor.h"

#include "app/models/border_words.h"
#include "app/models/terms.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace xiangtu::app {

namespace {

struct BorderNames {
    Q_DECLARE_TR_FUNCTIONS(BorderNames)
};

constexpr std::array kTasks{"split", "reshape", "vertices", "merge", "give", "fit"};

geom::GeoLine lineOf(const QList<double>& places) {
    geom::GeoLine line;
    for (qsizetype i = 0; i + 1 < places.size(); i += 2) line.push_back({places[i], places[i + 1]});
    return line;
}

}  // namespace

struct BorderEditor::Answer {
    project::State state;
    borders::Request request;
    std::optional<borders::Proposal> proposal;
    std::optional<borders::Refusal> refusal;
};

BorderEditor::BorderEditor(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, &BorderEditor::failed);
    connect(&m_reviewJob, &LatestJob::failed, this, [this](const QString& text) {
        m_looking = false;
        emit changed();
        emit failed(text);
    });
}

BorderEditor::~BorderEditor() = default;

void BorderEditor::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &BorderEditor::takeState);
        connect(m_project, &ProjectObject::fileChanged, this, &BorderEditor::cancel);
    }
    emit projectChanged();
}

void BorderEditor::setMap(MapItem* map) {
    if (m_map == map) return;
    if (m_map) m_map->disconnect(this);
    m_map = map;
    if (m_map) {
        connect(m_map, &MapItem::completeChanged, this, [this] {
            if (m_task == QLatin1String("vertices") && m_map->complete()) showHandles();
        });
        connect(m_map, &MapItem::handleMoved, this, [this](int index, double lon, double lat, bool) {
            moveHandle(index, {lon, lat});
        });
        connect(m_map, &MapItem::handleLeft, this, &BorderEditor::drawAnew);
        connect(m_map, &MapItem::handleTapped, this, &BorderEditor::removeVertex);
    }
    emit mapChanged();
}

void BorderEditor::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit changed();
}

std::optional<borders::UnitName> BorderEditor::unit() const {
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const auto code = model::Code::parse(m_code.toStdString());
    const model::UnitRef ref = snapshot && code ? snapshot->findUnit(*code) : model::UnitRef{};
    if (!ref.valid()) return std::nullopt;
    return borders::UnitName{ref.level, *code};
}

QString BorderEditor::name() const { return nameOf(m_code); }

void BorderEditor::setCutsChildren(bool cuts) {
    if (cuts == cutsChildren()) return;
    m_options.children = cuts ? borders::ChildPolicy::cut : borders::ChildPolicy::whole;
    emit taskChanged();
    if (!m_request) return;
    borders::Request again = *m_request;
    again.options.children = m_options.children;
    propose(std::move(again));
}

void BorderEditor::begin(const QString& task, const QString& code, const QStringList& others) {
    if (std::ranges::find(kTasks, task.toStdString()) == kTasks.end()) return;
    forget();
    m_options = {};
    m_task = task;
    m_code = code;
    m_others = others;
    m_taker.clear();
    m_byArea = false;
    // Where there is one neighbour only, it is the one that is meant.
    if (const QVariantList possible = takers(); possible.size() == 1)
        m_taker = possible.front().toMap().value(QStringLiteral("code")).toString();
    emit taskChanged();
    drawAnew();
}

void BorderEditor::drawAnew() {
    forget();
    if (m_task == QLatin1String("vertices")) {
        takeSnapper();
        showHandles();
    } else if (m_task == QLatin1String("merge")) {
        const auto into = unit();
        if (!into) return;
        borders::Merge merge{into->level, {into->code}, {}};
        for (const QString& other : m_others) {
            const auto code = model::Code::parse(other.toStdString());
            if (code && *code != into->code) merge.units.push_back(*code);
        }
        propose({merge, m_options});
    } else if (m_task == QLatin1String("fit")) {
        fit();
    } else if (m_task == QLatin1String("give") && m_taker.isEmpty()) {
        if (m_map) m_map->setTool(QStringLiteral("pan"));
    } else if (!m_task.isEmpty()) {
        draw(m_byArea ? QStringLiteral("drawPolygon") : QStringLiteral("drawLine"));
    }
}

void BorderEditor::takeLine(const QList<double>& places) {
    const auto named = unit();
    if (!named) return;
    if (m_map) m_map->setTool(QStringLiteral("pan"));
    if (m_task == QLatin1String("split"))
        propose({borders::Split{*named, lineOf(places)}, m_options});
    else if (m_task == QLatin1String("reshape"))
        propose({borders::Reshape{*named, lineOf(places), {}}, m_options});
    else if (m_task == QLatin1String("give"))
        handOver(lineOf(places));
}

void BorderEditor::acceptOffer() {
    if (!m_refusal || !m_refusal->offer) return;
    borders::Request offered = *m_refusal->offer;
    m_options = offered.options;
    propose(std::move(offered));
    emit taskChanged();
}

void BorderEditor::propose(borders::Request request) {
    if (!m_project || !m_project->state().complete) return;
    m_request = request;
    m_saveRefusal.clear();
    m_job.start<std::shared_ptr<Answer>>(
        [state = m_project->state(), request = std::move(request)](const base::Progress&) {
            auto answer = std::make_shared<Answer>();
            answer->state = state;
            answer->request = request;
            auto outcome = borders::propose({*state.snapshot, *state.units}, request);
            if (outcome.ok())
                answer->proposal = std::move(outcome.value());
            else
                answer->refusal = outcome.error();
            return answer;
        },
        [this](const std::shared_ptr<Answer>& answer) { take(answer); });
    emit changed();
}

void BorderEditor::take(const std::shared_ptr<Answer>& answer) {
    m_snapshot = answer->state.snapshot;
    m_proposal = std::move(answer->proposal);
    m_refusal = std::move(answer->refusal);
    lookWhatMoves(answer->state);
    showPreview();
    emit changed();
}

void BorderEditor::forget() {
    m_job.cancel();
    m_reviewJob.cancel();
    m_looking = false;
    m_review.clear();
    m_request.reset();
    m_proposal.reset();
    m_refusal.reset();
    m_saveRefusal.clear();
    showPreview();
    emit changed();
}

void BorderEditor::save(const QString& reason, const QString& day, const QStringList& names) {
    if (!m_project || !ready()) return;
    edit::EditBorders command;
    command.request = m_proposal->request;
    for (const QString& each : names) command.names.push_back(each.trimmed().toStdString());
    command.reason = reason.trimmed().toStdString();
    command.day = day.trimmed().toStdString();
    m_saving = true;
    emit changed();
    const auto date = base::Date::parse(command.day);
    const auto write = date && *date > base::Date::today() ? &ProjectObject::plan : &ProjectObject::apply;
    (m_project->*write)(command, this, [this](const ProjectObject::Answer& answer) {
        m_saving = false;
        if (answer.saved()) {
            cancel();
            emit saved();
            return;
        }
        if (answer.refusal && answer.refusal->border)
            m_refusal = answer.refusal->border;
        else if (answer.refusal)
            m_saveRefusal = notSavedWords(*answer.refusal);
        showPreview();
        emit changed();
    });
}

void BorderEditor::cancel() {
    if (m_task.isEmpty()) return;
    if (m_map && m_map->drawing()) m_map->setTool(QStringLiteral("pan"));
    m_task.clear();
    m_taker.clear();
    m_code.clear();
    m_others.clear();
    m_tooFar = false;
    m_handles.clear();
    if (m_map) {
        m_map->setHandles({});
        m_map->setSnapper({});
    }
    forget();
    emit taskChanged();
}

void BorderEditor::takeState() {
    if (m_task.isEmpty() || m_saving) return;
    // Somebody changed something else: what was drawn is looked at once more, on what is there now.
    if (!unit()) {
        cancel();
        return;
    }
    if (!m_taker.isEmpty() && nameOf(m_taker).isEmpty()) return setTaker({});
    takeSnapper();
    if (m_request) propose(*m_request);
}

QVariantList BorderEditor::touched() const {
    return m_proposal ? touchedList(*m_snapshot, *m_proposal) : QVariantList();
}

int BorderEditor::besides() const {
    if (!m_proposal) return 0;
    return int(std::ranges::count_if(m_proposal->units, [](const auto& change) { return !changesMuch(change); }));
}

QString BorderEditor::refusal() const { return m_refusal ? refusalWords(*m_snapshot, *m_refusal) : m_saveRefusal; }

QString BorderEditor::offer() const { return m_refusal && m_request ? offerWords(*m_refusal, *m_request) : QString(); }

QStringList BorderEditor::newNames() const {
    QStringList names;
    if (!m_proposal) return names;
    const auto edited = unit();
    for (const borders::UnitChange& change : m_proposal->units) {
        if (change.isNew() && edited && change.level == edited->level)
            names << BorderNames::tr("%1 (%2)").arg(name()).arg(names.size() + 2);
    }
    return names;
}

}  // namespace xiangtu::app
