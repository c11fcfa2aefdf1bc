// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/image_nodes.h"

#include <QQuickWindow>

namespace xiangtu::app {

namespace {
constexpr int kKeepFrames = 90;

QRectF scaled(const PixelRect& rect, double factor) {
    return {rect.left * factor, rect.top * factor, rect.width() * factor, rect.height() * factor};
}
}  // namespace

ImageNodes::~ImageNodes() {
    // Nodes refer to textures that die with this object.
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i]->parent() != nullptr) removeChildNode(m_nodes[i]);
        delete m_nodes[i];
    }
}

QSGTexture* ImageNodes::textureOf(QQuickWindow& window, const QImage& image) {
    Texture& entry = m_textures[image.cacheKey()];
    if (!entry.texture) {
        QQuickWindow::CreateTextureOptions options;
        if (m_sharing == TextureSharing::atlas) options |= QQuickWindow::TextureCanUseAtlas;
        if (image.hasAlphaChannel()) options |= QQuickWindow::TextureHasAlphaChannel;
        entry.texture.reset(window.createTextureFromImage(image, options));
    }
    entry.lastFrame = m_frame;
    return entry.texture.get();
}

void ImageNodes::show(QQuickWindow& window, const std::vector<ImageDraw>& draws, double pixelRatio) {
    ++m_frame;
    const double toInterface = 1 / pixelRatio;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        const ImageDraw& draw = draws[i];
        QSGTexture* texture = textureOf(window, draw.image);
        if (i == m_nodes.size()) {
            m_nodes.push_back(window.createImageNode());
            m_nodes.back()->setOwnsTexture(false);
            m_nodes.back()->setFlag(QSGNode::OwnedByParent, false);
        }
        QSGImageNode* node = m_nodes[i];
        if (node->texture() != texture) node->setTexture(texture);
        const auto filtering = draw.exact() ? QSGTexture::Nearest : QSGTexture::Linear;
        if (node->filtering() != filtering) node->setFiltering(filtering);
        const QRectF source = scaled(draw.source, 1);
        if (node->sourceRect() != source) node->setSourceRect(source);
        const QRectF target = scaled(draw.target, toInterface);
        if (node->rect() != target) node->setRect(target);
        if (i >= m_shown) appendChildNode(node);
    }
    for (std::size_t i = draws.size(); i < m_shown; ++i) removeChildNode(m_nodes[i]);
    m_shown = draws.size();
    forgetOld();
}

void ImageNodes::forgetOld() {
    for (auto entry = m_textures.begin(); entry != m_textures.end();) {
        if (m_frame - entry->second.lastFrame <= kKeepFrames) {
            ++entry;
            continue;
        }
        // A hidden node may still point at it; it gets a new texture before it is shown again.
        for (std::size_t i = m_shown; i < m_nodes.size(); ++i) {
            if (m_nodes[i]->texture() != entry->second.texture.get()) continue;
            delete m_nodes[i];
            m_nodes[i] = m_nodes.back();
            m_nodes.pop_back();
            --i;
        }
        entry = m_textures.erase(entry);
    }
}

}  // namespace xiangtu::app
