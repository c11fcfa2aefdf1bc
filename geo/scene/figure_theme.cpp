// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/figure_theme.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace xiangtu::scene {

namespace {

constexpr std::size_t kClasses = 5;
// A limit may move past so many of a class's units to be rounder.
constexpr std::size_t kSlack = 8;

/// The number in (low, high] with the fewest digits.
double roundest(double low, double high) noexcept {
    if (low < 0 && high >= 0) return 0;
    double power = std::pow(10.0, std::ceil(std::log10(std::max(std::abs(low), std::abs(high)))));
    for (int i = 0; i < 16; ++i, power /= 10) {
        for (const double step : {power, power / 2, power / 5}) {
            const double candidate = std::floor(high / step + 1e-9) * step;
            if (candidate > low && candidate <= high) return candidate;
        }
    }
    return high;
}

bool usesThreshold(const model::Measure& measure) {
    return measure.byThreshold || std::ranges::any_of(measure.parts, usesThreshold);
}

std::vector<double> breaksOf(const model::IndicatorDef& indicator, std::span<const double> column,
                             std::optional<double> threshold) {
    if (indicator.thresholds.empty() || usesThreshold(indicator.measure)) return roundBreaks(column, kClasses);
    std::vector<double> breaks = indicator.thresholds;
    if (threshold) breaks.front() = *threshold;
    std::ranges::sort(breaks);
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    return breaks;
}

std::string number(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

/// Decimals that show a limit as it is.
int decimalsFor(double value) noexcept {
    int decimals = 0;
    for (double scaled = value; decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6; ++decimals) scaled *= 10;
    return decimals;
}

/// Titles of the classes; whole figures are named by their first and last number.
std::vector<model::Titles> titlesOf(const model::IndicatorDef& indicator, const std::vector<double>& breaks,
                                    std::span<const double> column) {
    std::vector<double> known;
    std::ranges::copy_if(column, std::back_inserter(known), [](double v) { return !std::isnan(v); });
    const bool whole = std::ranges::all_of(known, [](double v) { return v == std::round(v); }) &&
                       std::ranges::all_of(breaks, [](double v) { return v == std::round(v); });
    const std::string unit = indicator.unit.empty() ? "" : " " + indicator.unit;
    int decimals = breaks.empty() ? indicator.decimals : 0;
    for (const double limit : breaks) decimals = std::max(decimals, decimalsFor(limit));
    const auto text = [&](double v) { return number(v, whole ? 0 : decimals); };
    std::vector<model::Titles> titles;
    if (known.empty()) known = breaks;
    if (known.empty()) return titles;
    const auto [least, most] = std::ranges::minmax(known);
    for (std::size_t c = 0; c <= breaks.size(); ++c) {
        const bool first = c == 0, last = c == breaks.size();
        const double low = first ? least : breaks[c - 1];
        const double high = last ? most : whole ? breaks[c] - 1 : breaks[c];
        model::Titles& title = titles.emplace_back();
        if (low == high && (whole || (first && last))) {
            title = {text(low) + unit, text(low) + unit};
        } else if (first && !last) {
            title = {text(breaks[c]) + unit + "以下", "below " + text(breaks[c]) + unit};
        } else if (last && !first) {
            title = {text(low) + unit + "及以上", text(low) + unit + " and more"};
        } else {
            title = {text(low) + "～" + text(high) + unit, text(low) + " to " + text(high) + unit};
        }
    }
    return titles;
}

}  // namespace

std::vector<double> roundBreaks(std::span<const double> column, std::size_t classes) {
    std::vector<double> sorted;
    sorted.reserve(column.size());
    std::ranges::copy_if(column, std::back_inserter(sorted), [](double v) { return !std::isnan(v); });
    std::ranges::sort(sorted);
    std::vector<double> breaks;
    for (std::size_t from = 0, left = classes; left > 1 && from < sorted.size(); --left) {
        // Equal figures stay together: the cut lies before the first or behind the last of them.
        const std::size_t share = (sorted.size() - from) / left;
        const double there = sorted[from + share];
        auto at = std::size_t(std::ranges::lower_bound(sorted, there) - sorted.begin());
        const bool alone = at <= from;
        if (alone) at = std::size_t(std::ranges::upper_bound(sorted, there) - sorted.begin());
        if (at >= sorted.size()) break;
        const std::size_t slack = alone ? 0 : share / kSlack;
        const double low = sorted[at - 1 - std::min(slack, at - 1 - from)];
        const double high = sorted[std::min(at + slack, sorted.size() - 1)];
        breaks.push_back(roundest(low, high));
        from = std::size_t(std::ranges::lower_bound(sorted, breaks.back()) - sorted.begin());
    }
    return breaks;
}

FigureTheme figureTheme(const model::IndicatorDef& indicator, model::Level level, std::span<const double> column,
                        std::optional<double> threshold) {
    FigureTheme theme;
    theme.level = level;
    theme.title = indicator.title;
    theme.direction = indicator.direction;
    theme.breaks = breaksOf(indicator, column, threshold);
    theme.titles = titlesOf(indicator, theme.breaks, column);
    theme.counts.assign(theme.classes() + 1, 0);
    theme.classOf.reserve(column.size());
    for (const double value : column) {
        const auto above = std::ranges::upper_bound(theme.breaks, value) - theme.breaks.begin();
        const bool known = !std::isnan(value);
        theme.classOf.push_back(known ? std::uint8_t(above) : FigureTheme::kNoValue);
        ++(known ? theme.counts[std::size_t(above)] : theme.counts.back());
    }
    return theme;
}

}  // namespace xiangtu::scene
