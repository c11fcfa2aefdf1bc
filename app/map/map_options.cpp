// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_options.h"

#include "scene/register_look.h"

#include <QLoggingCategory>

#include <algorithm>
#include <optional>

namespace xiangtu::app {

namespace {

Q_LOGGING_CATEGORY(log, "xiangtu.map.options")

std::optional<scene::Layer> parseLayer(const QString& name) {
    const auto layer = scene::parseLayer(name.toStdString());
    if (!layer) qCWarning(log) << "unknown layer" << name;
    return layer;
}

std::optional<model::Level> parseLevel(const QString& name) {
    const auto level = model::parseLevel(name.toStdString());
    if (!level) qCWarning(log) << "unknown level" << name;
    return level;
}

QString text(std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); }

}  // namespace

MapOptions::MapOptions(QObject* parent) : QObject(parent) {}

QString MapOptions::theme() const { return text(scene::themeName(m_options.theme)); }

void MapOptions::setTheme(const QString& name) {
    const auto parsed = scene::parseTheme(name.toStdString());
    if (!parsed) {
        qCWarning(log) << "unknown theme" << name;
        return;
    }
    if (*parsed == m_options.theme) return;
    m_options.theme = *parsed;
    emit themeChanged();
    emit changed();
}

int MapOptions::scheme() const { return int(m_options.scheme); }

void MapOptions::setScheme(int position) {
    if (position < 0 || std::size_t(position) == m_options.scheme) return;
    m_options.scheme = std::size_t(position);
    emit schemeChanged();
    emit changed();
}

bool MapOptions::hatching() const { return m_options.hatching; }

void MapOptions::setHatching(bool on) {
    if (on == m_options.hatching) return;
    m_options.hatching = on;
    emit hatchingChanged();
    emit changed();
}

bool MapOptions::dark() const { return m_options.appearance == scene::Appearance::dark; }

void MapOptions::setDark(bool on) {
    if (on == dark()) return;
    m_options.appearance = on ? scene::Appearance::dark : scene::Appearance::light;
    emit darkChanged();
    emit changed();
}

double MapOptions::textScale() const { return m_options.textScale; }

void MapOptions::setTextScale(double scale) {
    const double bounded = std::clamp(scale, 0.5, 4.0);
    if (bounded == m_options.textScale) return;
    m_options.textScale = bounded;
    emit textScaleChanged();
    emit changed();
}

QString MapOptions::coverageLevel() const {
    return m_options.coverageLevel ? text(model::levelName(*m_options.coverageLevel)) : QString();
}

void MapOptions::setCoverageLevel(const QString& level) {
    const auto parsed = level.isEmpty() ? std::nullopt : parseLevel(level);
    if (parsed == m_options.coverageLevel) return;
    m_options.coverageLevel = parsed;
    emit coverageLevelChanged();
    emit changed();
}

void MapOptions::setFigures(std::shared_ptr<const scene::FigureTheme> figures) {
    if (figures == m_options.figures) return;
    m_options.figures = std::move(figures);
    if (m_options.theme == scene::Theme::indicator) emit changed();
}

void MapOptions::setRegistersShown(const QStringList& ids) {
    std::set<std::string, std::less<>> wanted;
    for (const QString& id : ids) wanted.insert(id.toStdString());
    if (m_options.registersShown == wanted) return;
    m_options.registersShown = std::move(wanted);
    emit registersShownChanged();
    emit structureChanged();
}

void MapOptions::showRegistersOfTheme() {
    if (!m_options.registersShown) return;
    m_options.registersShown.reset();
    emit registersShownChanged();
    emit structureChanged();
}

bool MapOptions::registerShown(const QString& id) const { return scene::registerShown(m_options, id.toStdString()); }

void MapOptions::setClassShown(int classIndex, bool shown) {
    if (classIndex < 0 || std::size_t(classIndex) >= m_options.classShown.size()) return;
    bool& slot = m_options.classShown[std::size_t(classIndex)];
    if (slot == shown) return;
    slot = shown;
    emit changed();
}

bool MapOptions::classShown(int classIndex) const {
    return classIndex >= 0 && std::size_t(classIndex) < m_options.classShown.size() &&
           m_options.classShown[std::size_t(classIndex)];
}

void MapOptions::setLayerVisible(const QString& layer, bool visible) {
    const auto parsed = parseLayer(layer);
    if (!parsed) return;
    bool& slot = m_options.layers[std::size_t(*parsed)].visible;
    if (slot == visible) return;
    slot = visible;
    emit changed();
}

bool MapOptions::layerVisible(const QString& layer) const {
    const auto parsed = parseLayer(layer);
    return parsed && m_options.layers[std::size_t(*parsed)].visible;
}

void MapOptions::setLayerOpacity(const QString& layer, double opacity) {
    const auto parsed = parseLayer(layer);
    if (!parsed) return;
    double& slot = m_options.layers[std::size_t(*parsed)].opacity;
    const double bounded = std::clamp(opacity, 0.0, 1.0);
    if (slot == bounded) return;
    slot = bounded;
    emit changed();
}

double MapOptions::layerOpacity(const QString& layer) const {
    const auto parsed = parseLayer(layer);
    return parsed ? m_options.layers[std::size_t(*parsed)].opacity : 0;
}

void MapOptions::moveLayer(const QString& layer, int newPosition) {
    const auto parsed = parseLayer(layer);
    if (!parsed) return;
    auto& order = m_options.order;
    const auto from = std::find(order.begin(), order.end(), *parsed);
    const auto to = order.begin() + std::clamp(newPosition, 0, int(order.size()) - 1);
    if (from == to) return;
    if (from < to) {
        std::rotate(from, from + 1, to + 1);
    } else {
        std::rotate(to, from, from + 1);
    }
    emit changed();
}

QStringList MapOptions::layerOrder() const {
    QStringList names;
    for (const scene::Layer layer : m_options.order) names.append(text(scene::layerName(layer)));
    return names;
}

void MapOptions::setBorderShown(const QString& level, bool shown) {
    const auto parsed = parseLevel(level);
    if (!parsed) return;
    bool& slot = m_options.borderShown[model::indexOf(*parsed)];
    if (slot == shown) return;
    slot = shown;
    emit structureChanged();
}

bool MapOptions::borderShown(const QString& level) const {
    const auto parsed = parseLevel(level);
    return parsed && m_options.borderShown[model::indexOf(*parsed)];
}

}  // namespace xiangtu::app
