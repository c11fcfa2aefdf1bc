// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/view.h"

#include <vector>

namespace xiangtu::app {

/// Views the user has rested on, like the pages of a browser. Bounded; plain values.
class ViewHistory {
public:
    /// The user leaves `view` for somewhere new: what lay ahead is forgotten.
    void leave(const scene::View& view);
    [[nodiscard]] bool canGoBack() const noexcept { return !m_back.empty(); }
    [[nodiscard]] bool canGoForward() const noexcept { return !m_forward.empty(); }
    /// The previous view; `current` becomes the next one. Precondition: canGoBack().
    scene::View goBack(const scene::View& current);
    /// Precondition: canGoForward().
    scene::View goForward(const scene::View& current);
    void clear();

private:
    std::vector<scene::View> m_back;
    std::vector<scene::View> m_forward;
};

}  // namespace xiangtu::app
