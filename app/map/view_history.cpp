// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_history.h"

#include <cassert>

namespace xiangtu::app {

namespace {
constexpr std::size_t kMost = 100;

bool same(const scene::View& a, const scene::View& b) {
    return std::abs(a.centre.x - b.centre.x) * a.scale < 1 && std::abs(a.centre.y - b.centre.y) * a.scale < 1 &&
           std::abs(a.scale / b.scale - 1) < 1e-6;
}
}  // namespace

void ViewHistory::leave(const scene::View& view) {
    m_forward.clear();
    if (!m_back.empty() && same(m_back.back(), view)) return;
    m_back.push_back(view);
    if (m_back.size() > kMost) m_back.erase(m_back.begin());
}

scene::View ViewHistory::goBack(const scene::View& current) {
    assert(canGoBack());
    m_forward.push_back(current);
    const scene::View view = m_back.back();
    m_back.pop_back();
    return view;
}

scene::View ViewHistory::goForward(const scene::View& current) {
    assert(canGoForward());
    m_back.push_back(current);
    const scene::View view = m_forward.back();
    m_forward.pop_back();
    return view;
}

void ViewHistory::clear() {
    m_back.clear();
    m_forward.clear();
}

}  // namespace xiangtu::app
