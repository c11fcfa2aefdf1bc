// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/image_draw.h"

#include <QSGImageNode>
#include <QSGNode>

#include <memory>
#include <unordered_map>
#include <vector>

class QQuickWindow;

namespace xiangtu::app {

/// Shows a list of images, in order. Built of the nodes the window makes, so it draws on every Qt
/// Quick backend. A texture is made once per image and kept while the image is in use, and a while
/// longer. Render thread only.
class ImageNodes : public QSGOpacityNode {
public:
    /// Small images share one texture (TextureSharing::atlas); tiles are better off alone.
    enum class TextureSharing { none, atlas };
    explicit ImageNodes(TextureSharing sharing) : m_sharing(sharing) {}
    ~ImageNodes() override;

    /// `pixelRatio` = device pixels per interface pixel.
    void show(QQuickWindow& window, const std::vector<ImageDraw>& draws, double pixelRatio);

private:
    struct Texture {
        std::unique_ptr<QSGTexture> texture;
        int lastFrame = 0;
    };
    [[nodiscard]] QSGTexture* textureOf(QQuickWindow& window, const QImage& image);
    void forgetOld();

    const TextureSharing m_sharing;
    std::unordered_map<qint64, Texture> m_textures;  // by QImage::cacheKey
    std::vector<QSGImageNode*> m_nodes;              // owned by the scene graph while shown
    std::size_t m_shown = 0;
    int m_frame = 0;
};

}  // namespace xiangtu::app
