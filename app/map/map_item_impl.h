// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/asked_overlay.h"
#include "app/map/map_content.h"
#include "app/map/map_input.h"
#include "app/map/map_item.h"
#include "app/map/view_controller.h"
#include "app/tools/measure_tool.h"
#include "app/tools/reference_overlay.h"
#include "app/tools/tool_overlay.h"

#include <QAbstractAnimation>
#include <QElapsedTimer>
#include <QPointer>

#include <functional>
#include <optional>

namespace xiangtu::app {

/// Calls back once per frame while it runs, in step with the window's animations.
class FrameTicker : public QAbstractAnimation {
public:
    explicit FrameTicker(std::function<void()> tick) : m_tick(std::move(tick)) {}
    [[nodiscard]] int duration() const override { return -1; }

protected:
    void updateCurrentTime(int) override { m_tick(); }

private:
    std::function<void()> m_tick;
};

/// The parts of a MapItem and how they are wired.
struct MapItem::Impl {
    explicit Impl(MapItem& item);

    /// A frame is wanted: something moved or arrived.
    void wake();
    /// The data or its place in the file changed.
    void takeState();
    void takePicture();
    void takeOptions(PictureBuilder::Redraw redraw);
    void takePixelRatio();
    void takeSize();
    void takeInsets();
    void takeUnits();
    /// One frame on the interface thread: move, ask for content, compose.
    void advance();
    void announceView();
    /// Gives what the map derived from the borders to the file's sidecar, once per file.
    void keepDetail();
    void tapAt(const QPointF& at);
    void endTap(const QPointF& at);
    void endLasso(const QPolygonF& ring);
    void connectHandles();
    /// What a point that is drawn, or a handle that is carried there is meant to hold on to.
    [[nodiscard]] std::optional<SnapMark> snappedAt(const QPointF& at) const;
    /// Where a drawn point is meant to stand.
    [[nodiscard]] geom::GeoPoint drawnAt(const QPointF& at) const;
    void showSnap(std::optional<SnapMark> mark);
    /// The handle that was grabbed stands there, or on what it holds on to.
    [[nodiscard]] geom::GeoPoint carryTo(const QPointF& at);
    void hoverAt(std::optional<QPointF> at);
    void measureChanged();
    /// Points are being set one after another, be it to measure or to draw.
    [[nodiscard]] bool measuring() const { return tool >= Tool::measureLength; }
    [[nodiscard]] bool drawing() const { return tool >= Tool::drawPoint; }
    [[nodiscard]] bool spansArea() const { return tool == Tool::measureArea || tool == Tool::drawPolygon; }
    void endPoints();
    [[nodiscard]] geom::GeoPoint placeAt(const QPointF& at) const;
    [[nodiscard]] double now() const { return double(clock.nsecsElapsed()) * 1e-9; }
    [[nodiscard]] scene::ScreenPoint middle() const;

    enum class Tool { pan, boxZoom, lasso, measureLength, measureArea, drawPoint, drawLine, drawPolygon };

    MapItem& q;
    QPointer<ProjectObject> project;
    QPointer<MapOptions> options;
    QString styleDir;
    QString selected;
    QStringList highlighted;
    Overlay overlayAsked;
    QStringList shownRegisters;
    void takeShownRegisters();
    QString linksFrom;
    QString waitingFor;  ///< code to go to once it is loaded
    Tool tool = Tool::pan;
    QElapsedTimer clock;
    ViewController controller;
    MapInput input;
    MapContent content;
    MeasureTool measure;
    ToolOverlay* overlay;
    AskedOverlay* asked;
    EditOverlay* edits;
    DifferenceOverlay* differences;
    ReferenceOverlay* references;
    std::optional<SnapMark> snapMark;
    QPointer<MapItem> linked;
    /// At the same place as the other map.
    void look(const MapItem* other);
    std::optional<std::size_t> grabbed;
    bool freehand = false;  ///< Shift is held: nothing holds on to anything
    MapItem::Snapper snapper;
    FrameTicker ticker;
    DrawFrame frame;
    std::shared_ptr<const scene::Geometry> geometry;
    double pixelRatio = 1;
    bool resized = false;  ///< since the last frame
    std::optional<QPointF> pointer;
    bool complete = false;
    const topology::Topology* keptBorders = nullptr;  ///< those whose detail was given to the sidecar
    // What viewChanged() was last sent for.
    scene::View toldView;
    bool toldBack = false;
    bool toldForward = false;
};

}  // namespace xiangtu::app
