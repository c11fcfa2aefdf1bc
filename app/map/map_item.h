// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_options.h"
#include "app/project/project_object.h"
#include "app/render/asked_painter.h"
#include "app/tools/difference_overlay.h"
#include "app/tools/edit_overlay.h"
#include "app/tools/reference_shapes.h"
#include "scene/geometry.h"
#include "scene/view.h"

#include <QPointer>
#include <QQuickItem>
#include <QString>
#include <QStringList>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::app {

/// The map: shows a project through raster tiles made by workers, and turns gestures into views.
/// Item coordinates are interface pixels; view() is in device pixels. Everything here lives on the
/// interface thread and never waits: geometry, tiles, labels and outlines arrive from workers.
class MapItem : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(xiangtu::app::MapOptions* mapOptions READ mapOptions WRITE setMapOptions NOTIFY mapOptionsChanged)
    /// Folder of the style sheets light and dark.
    Q_PROPERTY(QString styleDir READ styleDir WRITE setStyleDir NOTIFY styleDirChanged)
    Q_PROPERTY(QString selectedCode READ selectedCode WRITE setSelectedCode NOTIFY selectedCodeChanged)
    Q_PROPERTY(
        QStringList highlightedCodes READ highlightedCodes WRITE setHighlightedCodes NOTIFY highlightedCodesChanged)
    /// Ids of the registers whose records stand on the map; none = those of the theme.
    Q_PROPERTY(QStringList shownRegisters READ shownRegisters WRITE setShownRegisters NOTIFY overlayChanged)
    /// Code of the unit whose responsibility links are drawn (scene::responsibilityLinks); empty = none.
    Q_PROPERTY(QString linksFrom READ linksFrom WRITE setLinksFrom NOTIFY overlayChanged)
    /// Another map that shows the same place at the same scale: whichever of the two is moved, both move.
    Q_PROPERTY(xiangtu::app::MapItem* linkedTo READ linkedTo WRITE setLinkedTo NOTIFY linkedToChanged)
    /// pan | boxZoom | lasso | measureLength | measureArea | drawPoint | drawLine | drawPolygon
    Q_PROPERTY(QString tool READ tool WRITE setTool NOTIFY toolChanged)
    Q_PROPERTY(double measureLengthM READ measureLengthM NOTIFY measureChanged)
    Q_PROPERTY(double measureAreaM2 READ measureAreaM2 NOTIFY measureChanged)
    Q_PROPERTY(bool drawing READ drawing NOTIFY toolChanged)
    Q_PROPERTY(int measurePointCount READ measurePointCount NOTIFY measureChanged)
    /// How much of each side panels cover, in interface pixels: goTo() and fitAll() frame what they show
    /// in the rest. A change moves nothing by itself.
    Q_PROPERTY(double insetLeft MEMBER m_insetLeft NOTIFY insetsChanged)
    Q_PROPERTY(double insetTop MEMBER m_insetTop NOTIFY insetsChanged)
    Q_PROPERTY(double insetRight MEMBER m_insetRight NOTIFY insetsChanged)
    Q_PROPERTY(double insetBottom MEMBER m_insetBottom NOTIFY insetsChanged)
    /// Ground metres per interface pixel at the centre.
    Q_PROPERTY(double metresPerPixel READ metresPerPixel NOTIFY viewChanged)
    Q_PROPERTY(int zoomStep READ zoomStep NOTIFY viewChanged)
    Q_PROPERTY(double centreLon READ centreLon NOTIFY viewChanged)
    Q_PROPERTY(double centreLat READ centreLat NOTIFY viewChanged)
    Q_PROPERTY(bool hovering READ hovering NOTIFY hoverChanged)
    Q_PROPERTY(double hoverLon READ hoverLon NOTIFY hoverChanged)
    Q_PROPERTY(double hoverLat READ hoverLat NOTIFY hoverChanged)
    /// What the point that is drawn next holds on to: corner | border | reference; empty = nothing.
    Q_PROPERTY(QString snappedTo READ snappedTo NOTIFY snapChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY viewChanged)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY viewChanged)
    /// True exactly while the data is loaded and all that the view shows is final.
    Q_PROPERTY(bool complete READ complete NOTIFY completeChanged)

public:
    explicit MapItem(QQuickItem* parent = nullptr);
    ~MapItem() override;

    [[nodiscard]] ProjectObject* project() const;
    void setProject(ProjectObject* project);
    [[nodiscard]] MapOptions* mapOptions() const;
    void setMapOptions(MapOptions* options);
    [[nodiscard]] QString styleDir() const;
    void setStyleDir(const QString& dir);
    [[nodiscard]] QString selectedCode() const;
    void setSelectedCode(const QString& code);
    [[nodiscard]] QStringList highlightedCodes() const;
    void setHighlightedCodes(const QStringList& codes);
    [[nodiscard]] QStringList shownRegisters() const;
    void setShownRegisters(const QStringList& ids);
    [[nodiscard]] QString linksFrom() const;
    void setLinksFrom(const QString& code);
    [[nodiscard]] MapItem* linkedTo() const;
    void setLinkedTo(MapItem* other);
    [[nodiscard]] bool drawing() const;
    [[nodiscard]] QString tool() const;
    void setTool(const QString& name);
    [[nodiscard]] double measureLengthM() const;
    [[nodiscard]] double measureAreaM2() const;
    [[nodiscard]] int measurePointCount() const;
    [[nodiscard]] double metresPerPixel() const;
    [[nodiscard]] int zoomStep() const;
    [[nodiscard]] double centreLon() const;
    [[nodiscard]] double centreLat() const;
    [[nodiscard]] bool hovering() const;
    [[nodiscard]] double hoverLon() const;
    [[nodiscard]] double hoverLat() const;
    [[nodiscard]] QString snappedTo() const;
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;
    [[nodiscard]] bool complete() const;

    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    /// Zooms by quarter zoom steps about a point of the item.
    Q_INVOKABLE void zoomBy(double steps, double x, double y);
    Q_INVOKABLE void fitAll();
    /// Flies to the unit of that code; an unknown code or a unit without polygon moves nothing.
    Q_INVOKABLE void goTo(const QString& code);
    Q_INVOKABLE void goToPlace(double lon, double lat, double metresPerPixel);
    /// Points at a record and flies to it; no id points at none.
    Q_INVOKABLE void showRecord(const QString& registerId, qint64 record);
    /// Ends drawing with the points there are, when they are enough: answered by drawn().
    Q_INVOKABLE void finishDrawing();
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goForward();
    Q_INVOKABLE void clearMeasure();
    Q_INVOKABLE void undoMeasurePoint();

    /// Shows a state that belongs to no open file: another day, a plan, a test.
    void showState(const project::State& state);

    /// Units of an edit as they would be, above the map; empty = none.
    void setPreview(std::vector<PreviewShape> shapes);
    /// What a question was asked with, above the map and below edits; empty = nothing.
    void setAsked(AskedPlace asked);
    [[nodiscard]] const AskedPlace& asked() const;
    /// Units whose land differs between two days, above the map; empty = none. One colour per
    /// DifferenceShape::Kind.
    void setDifferences(std::vector<DifferenceShape> shapes, const std::array<QColor, 3>& colours);
    /// Vertices to take hold of; empty = none. Their indices are those of handleTapped() and handleMoved().
    void setHandles(std::vector<EditHandle> handles);
    /// Asked for every point that is drawn: what is meant within so many degrees of latitude; nothing, and an empty
    /// function, = as drawn.
    using Snapper = std::function<std::optional<SnapMark>(geom::GeoPoint, double degrees)>;
    void setSnapper(Snapper snapper);
    /// Marks the place for which an edit was refused; nothing = none.
    void setFault(std::optional<geom::GeoPoint> place);
    /// Reference layers to trace, above the map; null = none.
    void setReferences(std::shared_ptr<const ReferenceShapes> shapes);
    [[nodiscard]] std::shared_ptr<const ReferenceShapes> references() const;

    /// What is drawn; null until the first state has been prepared.
    [[nodiscard]] std::shared_ptr<const scene::Geometry> geometry() const;
    [[nodiscard]] const scene::View& view() const;
    /// Tiles drawn and coloured since the start, for tests and benchmarks.
    struct Work {
        int rasterised = 0;
        int coloured = 0;
        bool running = false;  ///< more is under way, be it beyond the view
    };
    [[nodiscard]] Work work() const;

signals:
    void projectChanged();
    void mapOptionsChanged();
    void styleDirChanged();
    void selectedCodeChanged();
    void highlightedCodesChanged();
    void toolChanged();
    void insetsChanged();
    void measureChanged();
    void overlayChanged();
    void linkedToChanged();
    /// A place, line or ring was drawn to its end: longitude and latitude by turns.
    void drawn(const QList<double>& places);
    void handleTapped(int index);
    /// A handle is being carried; `done` when it was let go.
    void handleMoved(int index, double lon, double lat, bool done);
    void handleLeft(int index);
    void viewChanged();
    void hoverChanged();
    void snapChanged();
    void completeChanged();
    void geometryChanged();
    /// The user tapped without moving, with the panning tool.
    void tapped(double lon, double lat);
    /// Held, or tapped with the control key: one of several.
    void longPressed(double lon, double lat);
    /// A ring was drawn around things with the lasso: longitude and latitude by turns.
    void lassoed(const QList<double>& ring);
    /// A worker met a fault (a style sheet that cannot be read …).
    void failed(const QString& text);

protected:
    bool event(QEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void updatePolish() override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;
    void touchEvent(QTouchEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;

private:
    struct Impl;
    double m_insetLeft = 0;
    double m_insetTop = 0;
    double m_insetRight = 0;
    double m_insetBottom = 0;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace xiangtu::app
