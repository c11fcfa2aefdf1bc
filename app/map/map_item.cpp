// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_item.h"

#include "app/map/map_item_impl.h"
#include "geodesy/mercator.h"

#include <QCursor>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <string_view>

namespace xiangtu::app {

namespace {

Q_LOGGING_CATEGORY(log, "xiangtu.map")
constexpr double kUnitMarginPx = 48;
constexpr double kButtonSteps = 2;  // zoomIn() and zoomOut(): as a notch of the wheel

}  // namespace

MapItem::MapItem(QQuickItem* parent) : QQuickItem(parent), m_impl(std::make_unique<Impl>(*this)) {
    setFlag(ItemHasContents);
    setClip(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
}

MapItem::~MapItem() = default;

ProjectObject* MapItem::project() const { return m_impl->project; }

void MapItem::setProject(ProjectObject* project) {
    if (project == m_impl->project) return;
    if (m_impl->project) m_impl->project->disconnect(this);
    m_impl->project = project;
    if (project) {
        connect(project, &ProjectObject::stateChanged, this, [this] { m_impl->takeState(); });
        connect(project, &ProjectObject::phaseChanged, this, [this] { m_impl->takeState(); });
        connect(project, &QObject::destroyed, this, [this] { m_impl->takeState(); });
    }
    m_impl->takeState();
    emit projectChanged();
}

MapOptions* MapItem::mapOptions() const { return m_impl->options; }

void MapItem::setMapOptions(MapOptions* options) {
    if (options == m_impl->options) return;
    if (m_impl->options) m_impl->options->disconnect(this);
    m_impl->options = options;
    if (options) {
        connect(options, &MapOptions::changed, this, [this] { m_impl->takeOptions(PictureBuilder::Redraw::colours); });
        connect(options, &MapOptions::structureChanged, this,
                [this] { m_impl->takeOptions(PictureBuilder::Redraw::tiles); });
    }
    m_impl->takeShownRegisters();
    m_impl->takeOptions(PictureBuilder::Redraw::tiles);
    emit mapOptionsChanged();
}

QString MapItem::styleDir() const { return m_impl->styleDir; }

void MapItem::setStyleDir(const QString& dir) {
    if (dir == m_impl->styleDir) return;
    m_impl->styleDir = dir;
    m_impl->content.setStyleDir(dir);
    emit styleDirChanged();
}

QString MapItem::selectedCode() const { return m_impl->selected; }

void MapItem::setSelectedCode(const QString& code) {
    if (code == m_impl->selected) return;
    m_impl->selected = code;
    m_impl->takeUnits();
    emit selectedCodeChanged();
}

QStringList MapItem::highlightedCodes() const { return m_impl->highlighted; }

void MapItem::setHighlightedCodes(const QStringList& codes) {
    if (codes == m_impl->highlighted) return;
    m_impl->highlighted = codes;
    m_impl->takeUnits();
    emit highlightedCodesChanged();
}

namespace {
constexpr std::array<std::string_view, 8> kToolNames{"pan",         "boxZoom",   "lasso",    "measureLength",
                                                     "measureArea", "drawPoint", "drawLine", "drawPolygon"};
}  // namespace

QString MapItem::tool() const { return QString::fromLatin1(kToolNames[std::size_t(m_impl->tool)].data()); }

void MapItem::setTool(const QString& name) {
    if (name == tool()) return;
    const auto found = std::find(kToolNames.begin(), kToolNames.end(), name.toStdString());
    if (found == kToolNames.end()) {
        qCWarning(log) << "unknown tool" << name;
        return;
    }
    m_impl->tool = Impl::Tool(found - kToolNames.begin());
    m_impl->input.setDragMode(m_impl->tool == Impl::Tool::boxZoom ? MapInput::DragMode::box
                              : m_impl->tool == Impl::Tool::lasso ? MapInput::DragMode::lasso
                                                                  : MapInput::DragMode::pan);
    m_impl->measure.setKind(m_impl->spansArea() ? MeasureTool::Kind::area : MeasureTool::Kind::length);
    // Whoever begins to draw starts with nothing.
    if (!m_impl->measuring() || m_impl->drawing()) m_impl->measure.clear();
    setCursor(m_impl->tool == Impl::Tool::pan ? Qt::ArrowCursor : Qt::CrossCursor);
    if (!m_impl->drawing()) m_impl->showSnap(std::nullopt);
    m_impl->measureChanged();
    emit toolChanged();
}

double MapItem::measureLengthM() const { return m_impl->measure.lengthM(); }
double MapItem::measureAreaM2() const { return m_impl->measure.areaM2(); }
int MapItem::measurePointCount() const { return int(m_impl->measure.points().size()); }

double MapItem::metresPerPixel() const {
    return m_impl->controller.placed() ? view().metresPerPixel() * m_impl->pixelRatio : 0;
}
int MapItem::zoomStep() const { return scene::nearestStep(view().scale); }
double MapItem::centreLon() const { return geodesy::fromWorld(view().centre).lon; }
double MapItem::centreLat() const { return geodesy::fromWorld(view().centre).lat; }
bool MapItem::hovering() const { return m_impl->pointer.has_value() && m_impl->controller.placed(); }
double MapItem::hoverLon() const { return hovering() ? m_impl->placeAt(*m_impl->pointer).lon : 0; }
double MapItem::hoverLat() const { return hovering() ? m_impl->placeAt(*m_impl->pointer).lat : 0; }
bool MapItem::canGoBack() const { return m_impl->controller.canGoBack(); }
bool MapItem::canGoForward() const { return m_impl->controller.canGoForward(); }
bool MapItem::complete() const { return m_impl->complete; }

void MapItem::zoomIn() {
    m_impl->controller.zoomAbout(m_impl->middle(), kButtonSteps, m_impl->now());
    m_impl->wake();
}

void MapItem::zoomOut() {
    m_impl->controller.zoomAbout(m_impl->middle(), -kButtonSteps, m_impl->now());
    m_impl->wake();
}

void MapItem::zoomBy(double steps, double x, double y) {
    m_impl->controller.zoomAbout({x * m_impl->pixelRatio, y * m_impl->pixelRatio}, steps, m_impl->now());
    m_impl->wake();
}

void MapItem::fitAll() {
    m_impl->controller.flyToAll(m_impl->now());
    m_impl->wake();
}

void MapItem::goTo(const QString& text) {
    const auto code = model::Code::parse(text.toStdString());
    if (!code) return;
    const PicturePtr& picture = m_impl->content.picture();
    const model::UnitRef unit = picture ? picture->snapshot->findUnit(*code) : model::UnitRef{};
    if (!unit.valid()) {
        if (!picture || !picture->whole) m_impl->waitingFor = text;
        return;
    }
    const geom::PolygonSet& shapes = picture->snapshot->table(unit.level).shapes;
    if (!shapes.hasShape(unit.row)) return;
    m_impl->controller.flyTo(shapes.box(unit.row), kUnitMarginPx, m_impl->now());
    m_impl->wake();
}

void MapItem::goToPlace(double lon, double lat, double metresPerPixel) {
    if (!(metresPerPixel > 0) || !m_impl->controller.placed()) return;
    const geodesy::WorldPoint centre = geodesy::toWorld(geom::GeoPoint{lon, lat});
    scene::View probe = view();
    probe.centre = centre;
    const double scale = probe.scale * probe.metresPerPixel() * m_impl->pixelRatio / metresPerPixel;
    m_impl->controller.flyTo(centre, scale, m_impl->now());
    m_impl->wake();
}

void MapItem::goBack() {
    m_impl->controller.goBack(m_impl->now());
    m_impl->wake();
}

void MapItem::goForward() {
    m_impl->controller.goForward(m_impl->now());
    m_impl->wake();
}

void MapItem::clearMeasure() {
    m_impl->measure.clear();
    m_impl->measureChanged();
}

void MapItem::undoMeasurePoint() {
    m_impl->measure.undo();
    m_impl->measureChanged();
}

void MapItem::showState(const project::State& state) {
    setProject(nullptr);
    m_impl->content.setState(state);
    m_impl->wake();
}

std::shared_ptr<const scene::Geometry> MapItem::geometry() const { return m_impl->geometry; }
const scene::View& MapItem::view() const { return m_impl->controller.view(); }

MapItem::Work MapItem::work() const {
    const TileLoader& loader = m_impl->content.loader();
    return {loader.rasterised(), loader.coloured(), !loader.idle() || m_impl->content.detailing()};
}

}  // namespace xiangtu::app
