// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/dossier_model.h"

#include "app/models/dossier_words.h"
#include "app/models/figures.h"
#include "app/models/terms.h"

#include <QCoreApplication>

#include <utility>

namespace xiangtu::app {

namespace {

// tr() of a class inside a namespace would look under a name that lupdate does not write.
struct DossierTexts {
    Q_DECLARE_TR_FUNCTIONS(DossierTexts)
};

struct Answer {
    Dossier dossier;
    std::shared_ptr<const model::Children> children;
};

}  // namespace

DossierModel::DossierModel(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, &DossierModel::failed);
}

void DossierModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &DossierModel::refresh);
        connect(m_project, &ProjectObject::historyLoaded, this, &DossierModel::takeHistory);
    }
    emit projectChanged();
    refresh();
}

void DossierModel::setScheme(int scheme) {
    if (int(m_scheme) == scheme || scheme < 0) return;
    m_scheme = std::size_t(scheme);
    emit schemeChanged();
    refresh();
}

void DossierModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    if (const model::Scheme* scheme = activeScheme()) m_history = historyList(*scheme, m_records);
    emit languageChanged();
    emit changed();
}

void DossierModel::setCode(const QString& code) {
    if (m_code == code) return;
    m_code = code;
    m_records.clear();
    m_history.clear();
    refresh();
    emit codeChanged();
}

void DossierModel::selectAt(double lon, double lat) {
    if (!m_project || !m_project->state().units) return;
    const project::State& state = m_project->state();
    const auto unit = state.units->smallestAt(geom::snapToGrid(geom::GeoPoint{lon, lat}));
    setCode(unit ? fromUtf8(state.snapshot->unit(*unit).code.text()) : QString());
}

void DossierModel::clear() { setCode({}); }

void DossierModel::setClass(int index, const QString& reason, const QString& photo) {
    const model::Scheme* scheme = activeScheme();
    if (!m_project || !active() || !scheme || index >= int(scheme->classes.size())) return;
    const QString code = index < 0 ? QString() : fromUtf8(scheme->classes[std::size_t(index)].code);
    m_project->setClass({m_code}, fromUtf8(scheme->key), code, reason, photo);
}

void DossierModel::refresh() {
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const bool sameLevels = snapshot && m_snapshot && snapshot->levels == m_snapshot->levels;
    if (!sameLevels) m_children.reset();
    const auto parsed = model::Code::parse(m_code.toStdString());
    const model::UnitRef unit = snapshot && parsed ? snapshot->findUnit(*parsed) : model::UnitRef{};
    // While the same unit is described anew its old dossier stays on screen.
    const bool sameUnit = sameLevels && unit == m_unit && unit.valid();
    m_snapshot = snapshot;
    m_unit = unit;
    if (!sameUnit) m_dossier.reset();
    if (!unit.valid()) {
        m_job.cancel();
        if (active() && m_project && m_project->phase() != ProjectObject::Phase::Overview) {
            m_code.clear();
            emit codeChanged();
        }
        emit changed();
        return;
    }
    m_job.start<std::shared_ptr<Answer>>(
        [snapshot, children = m_children, unit, scheme = m_scheme](const base::Progress& progress) {
            auto answer = std::make_shared<Answer>();
            answer->children = children ? children : std::make_shared<const model::Children>(*snapshot);
            answer->dossier = describe(*snapshot, *answer->children, unit, scheme, progress);
            return answer;
        },
        [this](const std::shared_ptr<Answer>& answer) {
            m_children = answer->children;
            m_dossier = std::move(answer->dossier);
            emit changed();
        });
    m_project->loadHistory(unit);
    emit changed();
}

void DossierModel::takeHistory(const QString& code, const std::vector<store::ClassRecord>& records) {
    const model::Scheme* scheme = activeScheme();
    if (code != m_code || !scheme) return;
    m_records = records;
    // The file knows what came after a day that is gone by.
    std::erase_if(m_records, [day = m_snapshot->day.iso()](const auto& record) { return record.from > day; });
    m_history = historyList(*scheme, m_records);
    emit changed();
}

const model::Scheme* DossierModel::activeScheme() const {
    return m_snapshot && m_scheme < m_snapshot->schemes->size() ? &(*m_snapshot->schemes)[m_scheme] : nullptr;
}

QString DossierModel::newest(const char* key) const {
    // The newest record is the reason only while the unit has a class of its own.
    if (m_history.isEmpty() || !ownClass()) return {};
    return m_history.first().toMap().value(QLatin1String(key)).toString();
}

QString DossierModel::name() const { return m_unit.valid() ? fromUtf8(m_snapshot->unit(m_unit).name) : QString(); }

QString DossierModel::levelTitleText() const {
    if (!m_unit.valid()) return {};
    const model::UnitKind kind = m_snapshot->unit(m_unit).kind;
    return kind == model::UnitKind::other ? levelTitle(m_unit.level) : unitKindTitle(kind);
}

QVariantList DossierModel::crumbs() const { return m_dossier ? crumbList(*m_snapshot, *m_dossier) : QVariantList(); }
QVariantList DossierModel::serving() const { return m_dossier ? servingList(*m_snapshot, *m_dossier) : QVariantList(); }
QVariantList DossierModel::coverage() const { return m_dossier ? coverageList(*m_dossier) : QVariantList(); }
QVariantList DossierModel::lying() const { return m_dossier ? lyingList(*m_snapshot, *m_dossier) : QVariantList(); }

QVariantList DossierModel::shares() const {
    return m_dossier ? shareList(*m_snapshot, *m_dossier, m_scheme) : QVariantList();
}

QString DossierModel::sharesTitle() const { return m_dossier ? levelTitle(m_dossier->sharesLevel) : QString(); }

QVariantList DossierModel::classes() const {
    if (!m_dossier) return {};
    const std::uint8_t own = ownClass() ? m_dossier->classIndex : model::ClassColumn::kUnset;
    return classList(*m_snapshot, m_scheme, own);
}

QString DossierModel::households() const {
    if (!m_dossier) return {};
    return m_dossier->households < 0 ? DossierTexts::tr("not recorded")
                                     : DossierTexts::tr("%1 households").arg(countText(m_dossier->households));
}

QString DossierModel::householdsNote() const {
    return m_dossier && m_dossier->householdsSummed ? DossierTexts::tr("added up from the units below") : QString();
}

QString DossierModel::areaMu() const {
    if (!m_dossier) return {};
    return m_dossier->areaM2 < 0 ? DossierTexts::tr("no boundary recorded") : muText(m_dossier->areaM2);
}

QString DossierModel::areaOther() const {
    if (!m_dossier || m_dossier->areaM2 < 0) return {};
    return QStringLiteral("%1 · %2").arg(hectareText(m_dossier->areaM2), squareMetreText(m_dossier->areaM2));
}

QString DossierModel::schemeTitle() const {
    const model::Scheme* scheme = activeScheme();
    return scheme ? titleOf(scheme->name) : QString();
}

QString DossierModel::className() const {
    const model::Scheme* scheme = activeScheme();
    if (!m_dossier || !scheme || m_dossier->classIndex >= scheme->classes.size()) return {};
    return titleOf(scheme->classes[m_dossier->classIndex].meaning);
}

QColor DossierModel::classColour() const {
    const model::Scheme* scheme = activeScheme();
    if (!m_dossier || !scheme || m_dossier->classIndex >= scheme->classes.size()) return Qt::transparent;
    return QColor::fromRgb(scheme->classes[m_dossier->classIndex].rgb);
}

QString DossierModel::inheritedFrom() const {
    if (!m_dossier || !m_dossier->classFrom.valid() || m_dossier->classFrom == m_unit) return {};
    return fromUtf8(m_snapshot->unit(m_dossier->classFrom).name);
}

QString DossierModel::inheritedCode() const {
    if (inheritedFrom().isEmpty()) return {};
    return fromUtf8(m_snapshot->unit(m_dossier->classFrom).code.text());
}

}  // namespace xiangtu::app
