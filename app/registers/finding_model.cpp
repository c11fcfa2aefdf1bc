// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/finding_model.h"

#include "app/models/figures.h"
#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

struct FindingTexts {
    Q_DECLARE_TR_FUNCTIONS(FindingTexts)
};

/// The measure that looks at a register: the first of the tree.
const model::Measure* recordsIn(const model::Measure& measure) {
    if (!measure.registerId.empty()) return &measure;
    for (const model::Measure& part : measure.parts) {
        if (const model::Measure* found = recordsIn(part)) return found;
    }
    return nullptr;
}

QString registerOf(const model::RuleDef& rule) {
    if (rule.kind == model::RuleDef::Kind::load) return fromUtf8(rule.registerId);
    const model::Measure* measure = recordsIn(rule.measure);
    return measure ? fromUtf8(measure->registerId) : QString();
}

/// Which records of that register a finding is about, as a condition of the table.
QString conditionOf(const model::RuleDef& rule, const indicators::Finding& finding) {
    using Kind = model::RuleDef::Kind;
    if (rule.kind == Kind::load) {
        // A text with a quote in it cannot be written into a condition: then all loads are shown.
        if (finding.text.find('\'') != std::string::npos) return fromUtf8(rule.where);
        const std::string who = rule.field + " = '" + finding.text + "'";
        return fromUtf8(rule.where.empty() ? who : "(" + rule.where + ") and " + who);
    }
    // What is missing is not found by the condition it fails; a sum check is about all that is added up.
    const model::Measure* measure = rule.kind == Kind::maximum ? recordsIn(rule.measure) : nullptr;
    return measure ? fromUtf8(measure->where) : QString();
}

QString figure(double value) { return std::isnan(value) ? FindingTexts::tr("nothing") : plainNumber(value, 2); }

QString detail(const model::RuleDef& rule, const indicators::Finding& finding) {
    const QString value = figure(finding.value), limit = figure(finding.limit);
    switch (rule.kind) {
    case model::RuleDef::Kind::minimum: return FindingTexts::tr("%1, at least %2").arg(value, limit);
    case model::RuleDef::Kind::maximum: return FindingTexts::tr("%1, at most %2").arg(value, limit);
    case model::RuleDef::Kind::load: return FindingTexts::tr("%1 units, at most %2").arg(value, limit);
    case model::RuleDef::Kind::equal: return FindingTexts::tr("%1 against %2").arg(value, limit);
    }
    return {};
}

}  // namespace

FindingModel::FindingModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        emit changed();
        emit failed(text);
    });
}

void FindingModel::setSource(FiguresSource* source) {
    if (m_source == source) return;
    if (m_source) m_source->disconnect(this);
    m_source = source;
    if (m_source) {
        connect(m_source, &FiguresSource::changed, this, &FindingModel::refresh);
        connect(m_source, &FiguresSource::busyChanged, this, &FindingModel::changed);
    }
    emit sourceChanged();
    refresh();
}

void FindingModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
}

void FindingModel::setWithin(const QString& code) {
    if (m_within == code) return;
    m_within = code;
    emit withinChanged();
    refresh();
}

void FindingModel::refresh() {
    const FiguresSource::Figures figures = m_source ? m_source->figures() : nullptr;
    if (!figures) {
        m_job.cancel();
        show(nullptr);
        return;
    }
    model::UnitRef within;
    if (const auto code = model::Code::parse(m_within.toStdString())) within = figures->snapshot().findUnit(*code);
    m_job.start<std::shared_ptr<const Answer>>(
        [figures, within](const base::Progress& progress) -> std::shared_ptr<const Answer> {
            auto answer = std::make_shared<Answer>(Answer{figures, within, {}});
            const model::Snapshot& snapshot = figures->snapshot();
            for (std::size_t rule = 0; rule < snapshot.catalogue->rules.size(); ++rule) {
                progress.check();
                auto findings = indicators::check(*figures, rule);
                std::erase_if(findings, [&](const indicators::Finding& finding) {
                    const auto inside = [&](model::UnitRef unit) {
                        return snapshot.ancestor(unit, within.level) == within;
                    };
                    if (!within.valid()) return false;
                    return finding.units.empty() ? !inside(finding.unit) : std::ranges::none_of(finding.units, inside);
                });
                if (!findings.empty()) answer->found.push_back({rule, std::move(findings)});
            }
            return answer;
        },
        [this](const std::shared_ptr<const Answer>& answer) { show(answer); });
    emit changed();
}

void FindingModel::show(std::shared_ptr<const Answer> answer) {
    const bool sameFile =
        m_answer && answer && m_answer->figures->snapshot().catalogue == answer->figures->snapshot().catalogue;
    const bool same =
        sameFile && std::ranges::equal(m_answer->found, answer->found, [](const Found& a, const Found& b) {
            return a.rule == b.rule && a.findings.size() == b.findings.size();
        });
    // The same lines with other figures: the list keeps its place.
    if (!same) beginResetModel();
    m_answer = std::move(answer);
    layRows();
    if (!same)
        endResetModel();
    else if (!m_rows.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
    emit changed();
}

void FindingModel::layRows() {
    m_rows.clear();
    for (std::size_t f = 0; m_answer && f < m_answer->found.size(); ++f) {
        m_rows.push_back({f, {}});
        if (!m_open.contains(ruleAt(m_rows.back()).id)) continue;
        for (std::size_t i = 0; i < m_answer->found[f].findings.size(); ++i) m_rows.push_back({f, i});
    }
}

void FindingModel::setOpen(const QString& rule, bool open) {
    const std::string id = rule.toStdString();
    if (m_open.contains(id) == open) return;
    const auto heading =
        std::ranges::find_if(m_rows, [&](const Row& row) { return !row.finding && ruleAt(row).id == id; });
    if (open)
        m_open.insert(id);
    else
        m_open.erase(id);
    if (heading == m_rows.end()) return;
    const int at = int(heading - m_rows.begin());
    const int lines = int(m_answer->found[heading->found].findings.size());
    if (open)
        beginInsertRows({}, at + 1, at + lines);
    else
        beginRemoveRows({}, at + 1, at + lines);
    layRows();
    if (open)
        endInsertRows();
    else
        endRemoveRows();
    emit dataChanged(index(at), index(at), {OpenRole});
}

QString FindingModel::withinName() const {
    return m_answer ? unitName(m_answer->figures->snapshot(), m_answer->within) : QString();
}

int FindingModel::rules() const { return m_answer ? int(m_answer->figures->snapshot().catalogue->rules.size()) : 0; }
int FindingModel::holding() const { return m_answer ? rules() - int(m_answer->found.size()) : 0; }

int FindingModel::total() const {
    int sum = 0;
    if (m_answer) {
        for (const Found& found : m_answer->found) sum += int(found.findings.size());
    }
    return sum;
}

const model::RuleDef& FindingModel::ruleAt(const Row& row) const {
    return m_answer->figures->snapshot().catalogue->rules[m_answer->found[row.found].rule];
}

QVariant FindingModel::ofRule(const Row& row, int role) const {
    const model::RuleDef& rule = ruleAt(row);
    switch (role) {
    case TitleRole: return titleOf(rule.title);
    case NoteRole: {
        const auto& groups = m_answer->figures->snapshot().catalogue->groups;
        const auto group = std::ranges::find(groups, rule.group, &model::Group::id);
        return group == groups.end() ? QString() : titleOf(group->title);
    }
    case CountRole: return countText(qint64(m_answer->found[row.found].findings.size()));
    case OpenRole: return m_open.contains(rule.id);
    case UnitsRole: return QVariantList();
    default: return QString();
    }
}

QVariant FindingModel::ofFinding(const Row& row, int role) const {
    const model::RuleDef& rule = ruleAt(row);
    const model::Snapshot& snapshot = m_answer->figures->snapshot();
    const indicators::Finding& finding = m_answer->found[row.found].findings[*row.finding];
    switch (role) {
    case TitleRole: return finding.text.empty() ? unitName(snapshot, finding.unit) : fromUtf8(finding.text);
    case NoteRole: return detail(rule, finding);
    case UnitRole: return unitCode(snapshot, finding.unit);
    case UnitsRole: {
        QVariantList list;
        for (const model::UnitRef unit : finding.units) {
            list << QVariantMap{{"code", unitCode(snapshot, unit)}, {"name", unitName(snapshot, unit)}};
        }
        return list;
    }
    case ConditionRole: return conditionOf(rule, finding);
    case OpenRole: return false;
    default: return QString();
    }
}

int FindingModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant FindingModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[std::size_t(at.row())];
    switch (role) {
    case HeadingRole: return !row.finding.has_value();
    case RuleRole: return fromUtf8(ruleAt(row).id);
    case RegisterRole: return registerOf(ruleAt(row));
    default: return row.finding ? ofFinding(row, role) : ofRule(row, role);
    }
}

QHash<int, QByteArray> FindingModel::roleNames() const {
    return {{HeadingRole, "heading"},     {RuleRole, "rule"},          {TitleRole, "title"}, {NoteRole, "note"},
            {CountRole, "amount"},        {OpenRole, "unfolded"},      {UnitRole, "unit"},   {UnitsRole, "units"},
            {RegisterRole, "registerId"}, {ConditionRole, "condition"}};
}

}  // namespace xiangtu::app
