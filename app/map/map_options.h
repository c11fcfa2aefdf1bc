// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/options.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QStringList>

#include <memory>

namespace xiangtu::app {

/// Everything the user can switch about the picture, as QML sees it. Lives on the interface thread;
/// workers get copies of options(). Layers are named fill, bases, borders, marks, labels; levels as
/// in model::levelName. Unknown names are ignored with a warning in the log: they are slips of the
/// caller, not of the user.
class MapOptions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// five_colour | party_coverage | demonstration | industry | indicator
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged)
    /// Position of the colour scheme in the file.
    Q_PROPERTY(int scheme READ scheme WRITE setScheme NOTIFY schemeChanged)
    Q_PROPERTY(bool hatching READ hatching WRITE setHatching NOTIFY hatchingChanged)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    /// Level the Party coverage theme judges; empty = the one fitting the scale.
    Q_PROPERTY(QString coverageLevel READ coverageLevel WRITE setCoverageLevel NOTIFY coverageLevelChanged)

public:
    explicit MapOptions(QObject* parent = nullptr);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString& name);
    [[nodiscard]] int scheme() const;
    void setScheme(int position);
    [[nodiscard]] bool hatching() const;
    void setHatching(bool on);
    [[nodiscard]] bool dark() const;
    void setDark(bool on);
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    [[nodiscard]] QString coverageLevel() const;
    void setCoverageLevel(const QString& level);

    /// What the theme "indicator" shows; null = nothing. Recolours, draws no tile.
    void setFigures(std::shared_ptr<const scene::FigureTheme> figures);
    /// Ids of the registers drawn; without a choice those that belong to the theme.
    Q_INVOKABLE void setRegistersShown(const QStringList& ids);
    Q_INVOKABLE void showRegistersOfTheme();
    [[nodiscard]] Q_INVOKABLE bool registerShown(const QString& id) const;

    Q_INVOKABLE void setClassShown(int classIndex, bool shown);
    [[nodiscard]] Q_INVOKABLE bool classShown(int classIndex) const;
    Q_INVOKABLE void setLayerVisible(const QString& layer, bool visible);
    [[nodiscard]] Q_INVOKABLE bool layerVisible(const QString& layer) const;
    Q_INVOKABLE void setLayerOpacity(const QString& layer, double opacity);
    [[nodiscard]] Q_INVOKABLE double layerOpacity(const QString& layer) const;
    /// Position 0 = bottom.
    Q_INVOKABLE void moveLayer(const QString& layer, int newPosition);
    [[nodiscard]] Q_INVOKABLE QStringList layerOrder() const;
    Q_INVOKABLE void setBorderShown(const QString& level, bool shown);
    [[nodiscard]] Q_INVOKABLE bool borderShown(const QString& level) const;

    [[nodiscard]] const scene::Options& options() const { return m_options; }

signals:
    void themeChanged();
    void schemeChanged();
    void hatchingChanged();
    void darkChanged();
    void textScaleChanged();
    void coverageLevelChanged();
    void registersShownChanged();
    /// Colours, labels or marks differ; tiles keep their shapes.
    void changed();
    /// Tiles must be drawn anew.
    void structureChanged();

private:
    scene::Options m_options;
};

}  // namespace xiangtu::app
