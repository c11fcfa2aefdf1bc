// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/org_editor.h"

#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace xiangtu::app {

namespace {

struct OrgTexts {
    Q_DECLARE_TR_FUNCTIONS(OrgTexts)
};

constexpr int kNamed = 3;

QString refusalWords(const edit::Refusal& refusal) {
    using edit::RefusalReason;
    switch (refusal.reason) {
    case RefusalReason::nameMissing: return OrgTexts::tr("Please write down a name.");
    case RefusalReason::unknownOrganisation: return OrgTexts::tr("This organisation is no longer there.");
    case RefusalReason::unknownUnit: return OrgTexts::tr("Its kind serves units of another level.");
    default: return refusalText(refusal);
    }
}

bool serves(model::PartyOrgKind kind, model::Level level) {
    const auto served = model::servedLevel(kind);
    return served == level || (kind == model::PartyOrgKind::committee && level == model::Level::county);
}

}  // namespace

OrgEditor::OrgEditor(QObject* parent) : QObject(parent) {}

void OrgEditor::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &OrgEditor::changed);
        // Answers of a file that was closed do not come any more.
        connect(m_project, &ProjectObject::fileChanged, this, [this] { setBusy(false); });
    }
    emit projectChanged();
    emit changed();
}

void OrgEditor::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    emit changed();
}

void OrgEditor::setUnit(const QString& code) {
    if (m_unit == code) return;
    m_unit = code;
    setRefusal({});
    emit unitChanged();
    emit changed();
}

model::UnitRef OrgEditor::ref() const {
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const auto code = model::Code::parse(m_unit.toStdString());
    return snapshot && code ? snapshot->findUnit(*code) : model::UnitRef{};
}

QString OrgEditor::unitName() const {
    const model::UnitRef unit = ref();
    return unit.valid() ? fromUtf8(m_project->state().snapshot->unit(unit).name) : QString();
}

QString OrgEditor::level() const {
    const model::UnitRef unit = ref();
    return unit.valid() ? fromUtf8(model::levelName(unit.level)) : QString();
}

QVariantList OrgEditor::orgs() const {
    QVariantList list;
    const model::UnitRef unit = ref();
    if (!unit.valid()) return list;
    const model::PartyOrgs& all = m_project->state().snapshot->party->orgs;
    for (const model::PartyOrg& org : all) {
        if (org.serves != unit) continue;
        QStringList below;
        int count = 0;
        for (const model::PartyOrg& other : all) {
            if (other.parent != org.id) continue;
            if (++count <= kNamed) below << fromUtf8(other.name);
        }
        const auto above = all.find(org.parent);
        list << QVariantMap{{"id", qint64(org.id.value)},
                            {"name", fromUtf8(org.name)},
                            {"kind", partyOrgKindTitle(org.kind)},
                            {"level", fromUtf8(model::levelName(unit.level))},
                            {"since", fromUtf8(org.established.iso())},
                            {"below", count},
                            {"belowNames", below.join(OrgTexts::tr(", "))},
                            {"above", above ? fromUtf8(above->name) : QString()}};
    }
    return list;
}

QVariantList OrgEditor::kinds() const {
    using model::PartyOrgKind;
    QVariantList list;
    const model::UnitRef unit = ref();
    if (!unit.valid()) return list;
    for (const PartyOrgKind kind : {PartyOrgKind::committee, PartyOrgKind::branch, PartyOrgKind::generalBranch,
                                    PartyOrgKind::group, PartyOrgKind::memberHousehold}) {
        if (!serves(kind, unit.level)) continue;
        list << QVariantMap{{"key", fromUtf8(model::partyOrgKindName(kind))}, {"text", partyOrgKindTitle(kind)}};
    }
    return list;
}

QString OrgEditor::proposedName() const {
    const model::UnitRef unit = ref();
    if (!unit.valid()) return {};
    return OrgTexts::tr("%1 %2").arg(unitName(), expectedOrgTitle(unit.level));
}

void OrgEditor::setUp(const QString& name, const QString& kind, const QString& reason) {
    const model::UnitRef unit = ref();
    const auto parsed = model::parsePartyOrgKind(kind.toStdString());
    if (!unit.valid() || !parsed) return;
    const model::Snapshot& snapshot = *m_project->state().snapshot;
    edit::SetUpOrganisation command;
    command.name = name.trimmed().toStdString();
    command.kind = *parsed;
    command.serves = snapshot.unit(unit).code;
    command.reason = reason.trimmed().toStdString();
    // The nearest unit above that is served.
    for (model::UnitRef above = snapshot.unit(unit).parent; above.valid() && command.parent == 0;
         above = snapshot.unit(above).parent) {
        const std::uint32_t org = snapshot.party->servedBy[model::indexOf(above.level)][above.row];
        if (org != model::PartyTable::kNone) command.parent = snapshot.party->orgs[org].id.value;
    }
    apply(command);
}

void OrgEditor::rename(qint64 org, const QString& name, const QString& reason) {
    apply(edit::RenameOrganisation{org, name.trimmed().toStdString(), reason.trimmed().toStdString()});
}

void OrgEditor::dissolve(qint64 org, const QString& reason) {
    apply(edit::DissolveOrganisation{org, reason.trimmed().toStdString(), {}});
}

void OrgEditor::serve(qint64 org, const QString& code, const QString& reason) {
    apply(edit::ServeUnit{org, code.isEmpty() ? std::nullopt : model::Code::parse(code.toStdString()),
                          reason.trimmed().toStdString()});
}

void OrgEditor::apply(const edit::Command& command) {
    if (!m_project || m_busy) return;
    setRefusal({});
    setBusy(true);
    m_project->apply(command, this, [this](const ProjectObject::Answer& heard) {
        setBusy(false);
        if (heard.refusal) setRefusal(refusalWords(*heard.refusal));
        if (heard.saved()) emit saved();
    });
}

void OrgEditor::forgetRefusal() { setRefusal({}); }

void OrgEditor::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged();
}

void OrgEditor::setRefusal(const QString& words) {
    if (m_refusal == words) return;
    m_refusal = words;
    emit refusalChanged();
}

}  // namespace xiangtu::app
