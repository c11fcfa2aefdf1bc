// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/comparison.h"

#include "app/models/figures.h"
#include "app/models/terms.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace xiangtu::app {

namespace {

struct ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(ComparisonWords)
};

constexpr std::array<const char*, kDifferenceKinds> kNames{"other", "classes", "moved", "new", "gone"};
// The legend writes them in the language of the data.
const std::array<model::Titles, kDifferenceKinds> kTitles{{{"其他变动", "Other changes"},
                                                           {"定级变了", "Class changed"},
                                                           {"边界变了", "Border moved"},
                                                           {"新设", "New"},
                                                           {"已撤并", "Gone"}}};
const model::Titles kSame{"没有变动", "No change"};

QString arrow(const QString& before, const QString& after) { return QStringLiteral("%1 → %2").arg(before, after); }

QString classTitle(const model::Snapshot& snapshot, std::optional<std::size_t> scheme, model::UnitRef unit) {
    const std::string code = scheme ? edit::classCode(snapshot, *scheme, unit) : std::string();
    if (code.empty()) return ComparisonWords::tr("none");
    const auto& classes = (*snapshot.schemes)[*scheme].classes;
    const auto found = std::ranges::find(classes, code, &model::SchemeClass::code);
    return found == classes.end() ? fromUtf8(code) : titleOf(found->meaning);
}

QString parentName(const model::Snapshot& snapshot, model::UnitRef unit) {
    const model::UnitRef parent = snapshot.unit(unit).parent;
    return parent.valid() ? fromUtf8(snapshot.unit(parent).name) : ComparisonWords::tr("none");
}

}  // namespace

DifferenceKind kindOf(const edit::UnitDifference& difference) noexcept {
    if (difference.isNew()) return DifferenceKind::fresh;
    if (difference.isGone()) return DifferenceKind::gone;
    if (difference.borderMoved) return DifferenceKind::moved;
    return difference.classes.empty() ? DifferenceKind::other : DifferenceKind::classes;
}

QString kindName(DifferenceKind kind) { return QString::fromLatin1(kNames[std::size_t(kind)]); }
QString kindTitle(DifferenceKind kind) { return titleOf(kTitles[std::size_t(kind)]); }

Comparison compareDays(std::shared_ptr<const model::Snapshot> earlier, std::shared_ptr<const model::Snapshot> later) {
    Comparison comparison;
    comparison.all = edit::compare(*earlier, *later);
    comparison.earlier = std::move(earlier);
    comparison.later = std::move(later);
    return comparison;
}

Comparison::Sums Comparison::sums(model::Level level) const {
    Sums sums;
    for (const edit::UnitDifference& difference : all) {
        if (difference.level != level) continue;
        ++sums.counts[std::size_t(kindOf(difference))];
        const double change = difference.areaAfter - difference.areaBefore;
        (change > 0 ? sums.gained : sums.lost) += std::abs(change);
    }
    return sums;
}

std::int64_t Comparison::count(model::Level level) const {
    return std::ranges::count(all, level, &edit::UnitDifference::level);
}

QString whatDiffers(const Comparison& comparison, const edit::UnitDifference& d) {
    const model::Snapshot& a = *comparison.earlier;
    const model::Snapshot& b = *comparison.later;
    QStringList words;
    if (d.isNew() || d.isGone() || d.borderMoved) words << kindTitle(kindOf(d));
    if (d.isNew() || d.isGone()) return words.first();
    const model::Unit& before = a.unit(d.before);
    const model::Unit& after = b.unit(d.after);
    for (const std::size_t s : d.classes) {
        const model::Scheme& scheme = (*b.schemes)[s];
        words << ComparisonWords::tr("%1: %2").arg(
            titleOf(scheme.name), arrow(classTitle(a, a.findScheme(scheme.key), d.before), classTitle(b, s, d.after)));
    }
    if (d.renamed) words << ComparisonWords::tr("was called %1").arg(fromUtf8(before.name));
    if (d.recoded)
        words << ComparisonWords::tr("code %1").arg(arrow(fromUtf8(before.code.text()), fromUtf8(after.code.text())));
    if (d.reparented)
        words << ComparisonWords::tr("belongs to %1").arg(arrow(parentName(a, d.before), parentName(b, d.after)));
    if (d.households) {
        const auto number = [](std::int32_t n) { return n < 0 ? ComparisonWords::tr("none") : countText(n); };
        words << ComparisonWords::tr("households %1").arg(arrow(number(before.households), number(after.households)));
    }
    return words.join(QStringLiteral(" · "));
}

scene::FigureTheme differenceTheme(const Comparison& comparison, model::Level level,
                                   const std::array<std::uint32_t, kDifferenceKinds>& rgb, std::uint32_t same) {
    scene::FigureTheme theme;
    theme.level = level;
    theme.title = {"与 " + comparison.earlier->day.iso() + " 相比", "Compared with " + comparison.earlier->day.iso()};
    const std::size_t rows = comparison.later->table(level).units.size();
    theme.classOf.assign(rows, std::uint8_t(kDifferenceKinds));
    theme.rgb.assign(rgb.begin(), rgb.end());
    theme.titles.assign(kTitles.begin(), kTitles.end());
    theme.rgb.push_back(same);
    theme.titles.push_back(kSame);
    theme.counts.assign(kDifferenceKinds + 1, 0);
    for (const edit::UnitDifference& difference : comparison.all) {
        if (difference.level != level) continue;
        const auto kind = std::size_t(kindOf(difference));
        ++theme.counts[kind];
        if (!difference.isGone()) theme.classOf[difference.after.row] = std::uint8_t(kind);
    }
    const std::int64_t differing = comparison.count(level) - theme.counts[std::size_t(DifferenceKind::gone)];
    theme.counts[kDifferenceKinds] = std::int64_t(rows) - differing;
    return theme;
}

std::vector<DifferenceShape> differenceShapes(const Comparison& comparison, model::Level level) {
    std::vector<DifferenceShape> shapes;
    const auto& before = comparison.earlier->levels[model::indexOf(level)];
    const auto& after = comparison.later->levels[model::indexOf(level)];
    for (const edit::UnitDifference& d : comparison.all) {
        if (d.level != level) continue;
        DifferenceShape shape;
        switch (kindOf(d)) {
        case DifferenceKind::moved:
            shape = {DifferenceShape::Kind::moved, before, after, d.before.row, d.after.row};
            break;
        case DifferenceKind::fresh: shape = {DifferenceShape::Kind::fresh, nullptr, after, 0, d.after.row}; break;
        case DifferenceKind::gone: shape = {DifferenceShape::Kind::gone, before, nullptr, d.before.row, 0}; break;
        default: continue;
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

}  // namespace xiangtu::app
