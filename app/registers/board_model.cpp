// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/board_model.h"

#include "app/models/terms.h"
#include "app/registers/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

struct BoardTexts {
    Q_DECLARE_TR_FUNCTIONS(BoardTexts)
};

model::UnitRef unitOf(const model::Snapshot& snapshot, const std::string& text) {
    const auto code = model::Code::parse(text);
    const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef{};
    return unit.valid() ? unit : topUnit(snapshot);
}

std::vector<BoardModel::Card> cardsOf(const indicators::Figures& figures, const indicators::Figures* earlier,
                                      const std::string& unit, const QString& words, const std::string& group,
                                      const base::Progress& progress) {
    std::vector<BoardModel::Card> cards;
    const model::Snapshot& snapshot = figures.snapshot();
    const auto& declared = snapshot.catalogue->indicators;
    const model::UnitRef here = unitOf(snapshot, unit);
    if (!here.valid()) return cards;
    const model::UnitRef then = earlier ? unitOf(earlier->snapshot(), snapshot.unit(here).code.text()) : here;
    for (std::size_t i = 0; i < declared.size(); ++i) {
        progress.check();
        // A figure that means nothing at this level would only be a riddle.
        if (std::ranges::find(declared[i].levels, here.level) == declared[i].levels.end()) continue;
        if (!group.empty() && declared[i].group != group) continue;
        if (!words.isEmpty() && !searchText(titleOf(declared[i].title)).contains(words)) continue;
        BoardModel::Card card{i, figures.value(i, here), std::nan("")};
        const auto before = earlier ? earlier->find(declared[i].id) : std::nullopt;
        if (before && then.valid()) card.before = earlier->value(*before, then);
        cards.push_back(card);
    }
    const auto& groups = snapshot.catalogue->groups;
    std::ranges::stable_sort(cards, {}, [&](const BoardModel::Card& card) {
        return std::ranges::find(groups, declared[card.indicator].group, &model::Group::id) - groups.begin();
    });
    return cards;
}

}  // namespace

model::UnitRef topUnit(const model::Snapshot& snapshot) {
    for (const model::Level level : model::kLevels) {
        if (!snapshot.table(level).units.empty()) return {level, 0};
    }
    return {};
}

BoardModel::BoardModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, &BoardModel::failed);
}

void BoardModel::setSource(FiguresSource* source) {
    if (m_source == source) return;
    if (m_source) m_source->disconnect(this);
    m_source = source;
    if (m_source) {
        connect(m_source, &FiguresSource::changed, this, &BoardModel::refresh);
        connect(m_source, &FiguresSource::busyChanged, this, &BoardModel::changed);
    }
    emit sourceChanged();
    refresh();
}

void BoardModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (count() > 0) emit dataChanged(index(0), index(count() - 1));
    emit changed();
}

void BoardModel::setUnit(const QString& code) {
    if (m_unit == code) return;
    m_unit = code;
    emit unitChanged();
    refresh();
}

void BoardModel::setQuery(const QString& query) {
    if (m_query == query) return;
    m_query = query;
    emit queryChanged();
    refresh();
}

void BoardModel::setGroup(const QString& id) {
    if (m_group == id) return;
    m_group = id;
    emit queryChanged();
    refresh();
}

QVariantList BoardModel::groups() const {
    QVariantList list{QVariantMap{{"key", QString()}, {"text", BoardTexts::tr("All figures")}}};
    if (!m_figures) return list;
    for (const model::Group& group : m_figures->snapshot().catalogue->groups) {
        list << QVariantMap{{"key", fromUtf8(group.id)}, {"text", titleOf(group.title)}};
    }
    return list;
}

void BoardModel::refresh() {
    const FiguresSource::Figures figures = m_source ? m_source->figures() : nullptr;
    if (!figures) {
        m_job.cancel();
        beginResetModel();
        m_cards.clear();
        m_figures.reset();
        endResetModel();
        m_busy = false;
        emit changed();
        return;
    }
    m_busy = true;
    m_job.start<std::shared_ptr<Answer>>(
        [figures, earlier = m_source->earlier(), unit = m_unit.toStdString(), words = foldQuery(m_query),
         group = m_group.toStdString()](const base::Progress& progress) {
            return std::make_shared<Answer>(
                Answer{figures, cardsOf(*figures, earlier.get(), unit, words, group, progress)});
        },
        [this](const std::shared_ptr<Answer>& answer) {
            const auto sameCards = [](const Card& a, const Card& b) { return a.indicator == b.indicator; };
            const bool same = m_figures && m_figures->snapshot().catalogue == answer->figures->snapshot().catalogue &&
                              std::ranges::equal(m_cards, answer->cards, sameCards);
            if (!same) beginResetModel();
            m_figures = answer->figures;
            m_cards = std::move(answer->cards);
            if (!same)
                endResetModel();
            else if (count() > 0)
                emit dataChanged(index(0), index(count() - 1));
            m_busy = false;
            emit changed();
        });
    emit changed();
}

QString BoardModel::unitTitle() const {
    if (!m_figures) return {};
    const model::Snapshot& snapshot = m_figures->snapshot();
    return xiangtu::app::unitName(snapshot, unitOf(snapshot, m_unit.toStdString()));
}

int BoardModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant BoardModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Card& card = m_cards[std::size_t(at.row())];
    const model::Catalogue& catalogue = *m_figures->snapshot().catalogue;
    const model::IndicatorDef& def = catalogue.indicators[card.indicator];
    const double step = card.value - card.before;
    switch (role) {
    case IdRole: return fromUtf8(def.id);
    case TitleRole: return titleOf(def.title);
    case GroupRole: {
        const auto group = std::ranges::find(catalogue.groups, def.group, &model::Group::id);
        return group == catalogue.groups.end() ? BoardTexts::tr("Others") : titleOf(group->title);
    }
    case ValueRole: return std::isnan(card.value) ? QStringLiteral("–") : plainNumber(card.value, def.decimals);
    case UnitRole: return fromUtf8(def.unit);
    case TargetRole: {
        if (!def.target) return QString();
        const QString words = QStringLiteral("%1 %2").arg(plainNumber(*def.target, def.decimals), fromUtf8(def.unit));
        return def.targetTitle ? QStringLiteral("%1 %2").arg(titleOf(*def.targetTitle), words)
                               : BoardTexts::tr("target %1").arg(words);
    }
    case ShareRole:
        if (!def.target || !(*def.target > 0) || std::isnan(card.value)) return -1.0;
        return std::clamp(card.value / *def.target, 0.0, 1.0);
    case DeltaRole:
        if (std::isnan(step)) return QString();
        return step == 0 ? QStringLiteral("±0")
                         : (step > 0 ? QStringLiteral("+") : QString()) + plainNumber(step, def.decimals);
    case TurnRole: {
        if (std::isnan(step) || step == 0 || def.direction == model::Direction::none) return 0;
        return (step > 0) == (def.direction == model::Direction::up) ? 1 : -1;
    }
    default: return {};
    }
}

QHash<int, QByteArray> BoardModel::roleNames() const {
    return {{IdRole, "indicatorId"}, {TitleRole, "title"}, {GroupRole, "groupTitle"},
            {ValueRole, "value"},    {UnitRole, "unit"},   {TargetRole, "target"},
            {ShareRole, "share"},    {DeltaRole, "delta"}, {TurnRole, "turn"}};
}

}  // namespace xiangtu::app
