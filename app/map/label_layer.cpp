// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/label_layer.h"

#include "app/map/sprite_painter.h"
#include "scene/labels.h"

#include <cmath>

namespace xiangtu::app {

namespace {
constexpr int kBeyondPx = 256;  // labels are placed so far outside the view …
constexpr int kStrayPx = 128;   // … and anew when it has moved so far

std::vector<ImageDraw> draws(const std::vector<Sprite>& sprites, const scene::View& view) {
    std::vector<ImageDraw> result;
    result.reserve(sprites.size());
    for (const Sprite& sprite : sprites) {
        const double width = sprite.image.width();
        const double height = sprite.image.height();
        const scene::ScreenPoint at = view.toScreen(sprite.at);
        const double left = std::round(at.x - width / 2);
        const double top = std::round(at.y - height / 2);
        if (left >= view.widthPx || top >= view.heightPx || left + width <= 0 || top + height <= 0) continue;
        result.push_back({sprite.image, {left, top, left + width, top + height}, {0, 0, width, height}});
    }
    return result;
}

bool same(const scene::View& a, const scene::View& b) {
    return a.centre.x == b.centre.x && a.centre.y == b.centre.y && a.scale == b.scale && a.widthPx == b.widthPx &&
           a.heightPx == b.heightPx;
}
}  // namespace

/// All that says where labels go.
struct LabelLayer::Placing {
    std::weak_ptr<const scene::Geometry> geometry;
    std::weak_ptr<const style::StyleSheet> style;
    scene::View view;  ///< with its surroundings
    std::vector<scene::Mark> marks;
    bool records = false;  ///< of shapes have names
    bool visible = false;
    double textScale = 0, pixelRatio = 0;

    [[nodiscard]] bool operator==(const Placing& other) const {
        return geometry.lock() == other.geometry.lock() && style.lock() == other.style.lock() &&
               same(view, other.view) && records == other.records && visible == other.visible &&
               textScale == other.textScale && pixelRatio == other.pixelRatio && marks == other.marks;
    }
};

/// Touched by the running work only.
struct LabelLayer::Memory {
    std::vector<scene::Label> labels;
    Placing placing;  ///< what the labels were placed for
    SpritePainter painter;
    std::uint64_t shapes = 0;
};

LabelLayer::LabelLayer(QThreadPool& pool, QObject* parent)
    : QObject(parent),
      m_memory(std::make_shared<Memory>()),
      m_worker(
          pool,
          [this](Placed placed) {
              if (placed.number <= m_forgotten) return;
              m_placed = std::move(placed);
              // Nobody asked for another view meanwhile: there is time for what comes into it next.
              if (m_placed.number == m_asked && m_placed.reach == Reach::view) start(Reach::beyond);
              emit changed();
          },
          [this](const QString& text) {
              // Nothing better will come for this request; the view counts as labelled.
              m_placed.number = m_asked;
              emit failed(text);
              emit changed();
          }) {}

LabelLayer::Placed LabelLayer::place(const Picture& picture, const scene::View& view, Reach reach, Memory& memory) {
    if (memory.shapes != picture.shapes) {
        memory.labels.clear();  // rows may have moved: the old labels name other units now
        memory.placing = {};
        memory.shapes = picture.shapes;
    }
    scene::View wide = view;
    wide.widthPx += 2 * kBeyondPx;
    wide.heightPx += 2 * kBeyondPx;
    if (reach == Reach::view && !same(memory.placing.view, wide)) wide = view;
    const scene::Options& options = picture.options;
    auto marks = scene::placeMarks(*picture.geometry, *picture.snapshot, *picture.style, options, wide);
    Placing placing{picture.geometry,
                    picture.style,
                    wide,
                    std::move(marks),
                    options.registersShown || options.theme == scene::Theme::industry,
                    options.layers[std::size_t(scene::Layer::labels)].visible,
                    options.textScale,
                    options.pixelRatio};
    // Other classes and another theme colour the map and leave its names where they are.
    if (placing != memory.placing) {
        memory.labels =
            scene::placeLabels(*picture.geometry, *picture.style, options, wide, placing.marks, memory.labels);
        memory.placing = std::move(placing);
    }
    memory.painter.begin(*picture.style, picture.options);
    Placed placed;
    placed.reach = reach;
    if (picture.options.layers[std::size_t(scene::Layer::marks)].visible) {
        placed.marks.reserve(memory.placing.marks.size());
        for (const scene::Mark& mark : memory.placing.marks)
            placed.marks.push_back({memory.painter.paint(mark), mark.at});
    }
    if (picture.options.layers[std::size_t(scene::Layer::labels)].visible) {
        placed.labels.reserve(memory.labels.size());
        for (const scene::Label& label : memory.labels)
            placed.labels.push_back({memory.painter.paint(label), label.at});
    }
    memory.painter.end();
    return placed;
}

bool LabelLayer::covers(const scene::View& asked, const scene::View& view) {
    return asked.widthPx == view.widthPx && asked.heightPx == view.heightPx &&
           std::abs(asked.scale / view.scale - 1) < 1e-9 &&
           std::abs(asked.centre.x - view.centre.x) * view.scale < kStrayPx &&
           std::abs(asked.centre.y - view.centre.y) * view.scale < kStrayPx;
}

void LabelLayer::follow(const PicturePtr& picture, const scene::View& heading) {
    if (!picture || heading.widthPx <= 0) return;
    if (m_asked != m_forgotten && m_askedColours == picture->colours && covers(m_askedView, heading)) return;
    m_askedPicture = picture;
    m_askedColours = picture->colours;
    m_askedView = heading;
    ++m_asked;
    start(Reach::view);
}

void LabelLayer::start(Reach reach) {
    m_worker.start([picture = m_askedPicture, view = m_askedView, number = m_asked, reach, memory = m_memory] {
        Placed placed = place(*picture, view, reach, *memory);
        placed.number = number;
        return placed;
    });
    if (reach == Reach::beyond) m_askedPicture.reset();  // not kept longer than it is worked with
}

void LabelLayer::clear() {
    m_worker.forgetWaiting();
    m_placed = {};
    m_askedPicture.reset();
    m_forgotten = m_asked;
}

bool LabelLayer::final(const PicturePtr& picture, const scene::View& view) const {
    return picture && m_asked != m_forgotten && m_placed.number == m_asked && m_askedColours == picture->colours &&
           covers(m_askedView, view);
}

std::vector<ImageDraw> LabelLayer::marksIn(const scene::View& view) const { return draws(m_placed.marks, view); }
std::vector<ImageDraw> LabelLayer::labelsIn(const scene::View& view) const { return draws(m_placed.labels, view); }

}  // namespace xiangtu::app
