// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_findings.h"

#include "app/import/import_words.h"
#include "app/models/terms.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace xiangtu::app {

namespace {

struct ImportFindingTexts {
    Q_DECLARE_TR_FUNCTIONS(ImportFindingTexts)
};

QString lineText(const edit::MergeLine& line) {
    const QString key = fromUtf8(line.key), name = fromUtf8(line.name);
    return name.isEmpty() || name == key ? key : QStringLiteral("%1 · %2").arg(key, name);
}

}  // namespace

void ImportFindings::show(std::shared_ptr<const ImportWork> work) {
    m_work = std::move(work);
    m_unfolded.clear();
    retranslate();
}

void ImportFindings::retranslate() {
    beginResetModel();
    m_groups.clear();
    if (m_work) {
        std::vector<std::optional<std::size_t>> groupOf(exchange::kRuleCount);
        for (std::size_t i = 0; i < m_work->report.findings.size(); ++i) {
            const exchange::Finding& finding = m_work->report.findings[i];
            auto& at = groupOf[std::size_t(finding.rule)];
            if (!at) {
                at = m_groups.size();
                m_groups.push_back({ruleTitle(finding.rule), finding.severity, 0, {}, {}});
            }
            Group& group = m_groups[*at];
            group.severity = std::max(group.severity, finding.severity);
            group.times += finding.count;
            group.findings.push_back(i);
        }
        // What keeps something out stands first.
        std::ranges::stable_sort(m_groups, std::ranges::greater(), &Group::severity);
        for (const edit::Fate fate : {edit::Fate::refused, edit::Fate::updated, edit::Fate::missing}) {
            if (m_work->merge.count(fate) == 0) continue;
            Group group{fateTitle(fate),
                        fate == edit::Fate::refused ? exchange::Severity::error : exchange::Severity::note,
                        m_work->merge.count(fate),
                        {},
                        {}};
            for (std::size_t i = 0; i < m_work->merge.lines.size(); ++i) {
                if (m_work->merge.lines[i].fate == fate) group.merged.push_back(i);
            }
            m_groups.push_back(std::move(group));
        }
    }
    lay();
    endResetModel();
    emit changed();
}

void ImportFindings::lay() {
    m_lines.clear();
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        m_lines.push_back({g, {}});
        if (!m_unfolded.contains(g)) continue;
        for (std::size_t i = 0; i < std::min(kShown, m_groups[g].size()); ++i) m_lines.push_back({g, i});
    }
}

void ImportFindings::toggle(int row) {
    if (row < 0 || row >= count() || m_lines[std::size_t(row)].item) return;
    const std::size_t group = m_lines[std::size_t(row)].group;
    const int rows = int(std::min(kShown, m_groups[group].size()));
    if (m_unfolded.erase(group) > 0) {
        beginRemoveRows({}, row + 1, row + rows);
        lay();
        endRemoveRows();
    } else {
        beginInsertRows({}, row + 1, row + rows);
        m_unfolded.insert(group);
        lay();
        endInsertRows();
    }
    emit dataChanged(index(row), index(row), {UnfoldedRole});
    emit changed();
}

const exchange::Finding* ImportFindings::findingAt(const Line& line) const {
    const Group& group = m_groups[line.group];
    return line.item && *line.item < group.findings.size() ? &m_work->report.findings[group.findings[*line.item]]
                                                           : nullptr;
}

std::optional<geom::GeoPoint> ImportFindings::placeOf(int row) const {
    if (row < 0 || row >= count()) return std::nullopt;
    const exchange::Finding* finding = findingAt(m_lines[std::size_t(row)]);
    return finding ? finding->place : std::nullopt;
}

QString ImportFindings::textOf(const Line& line) const {
    const Group& group = m_groups[line.group];
    if (!line.item) return group.title;
    if (const exchange::Finding* finding = findingAt(line)) return findingText(*finding);
    return lineText(m_work->merge.lines[group.merged[*line.item]]);
}

QString ImportFindings::detailOf(const Line& line) const {
    const Group& group = m_groups[line.group];
    if (!line.item) {
        return m_unfolded.contains(line.group) && group.size() > kShown
                   ? ImportFindingTexts::tr("The first %1 are shown.").arg(kShown)
                   : QString();
    }
    if (const exchange::Finding* finding = findingAt(line)) return fromUtf8(finding->message);
    return fromUtf8(m_work->merge.lines[group.merged[*line.item]].detail);
}

int ImportFindings::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ImportFindings::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[std::size_t(at.row())];
    const exchange::Finding* finding = findingAt(line);
    switch (role) {
    case HeadingRole: return !line.item;
    case TextRole: return textOf(line);
    case DetailRole: return detailOf(line);
    case SeverityRole:
        return fromUtf8(exchange::severityName(finding ? finding->severity : m_groups[line.group].severity));
    case TimesRole: return qint64(m_groups[line.group].times);
    case UnfoldedRole: return m_unfolded.contains(line.group);
    case PlacedRole: return finding && finding->place.has_value();
    default: return {};
    }
}

QHash<int, QByteArray> ImportFindings::roleNames() const {
    return {{HeadingRole, "heading"}, {TextRole, "words"},        {DetailRole, "detail"}, {SeverityRole, "severity"},
            {TimesRole, "times"},     {UnfoldedRole, "unfolded"}, {PlacedRole, "placed"}};
}

}  // namespace xiangtu::app
