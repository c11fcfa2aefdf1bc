// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_cache.h"

namespace xiangtu::app {

std::size_t CachedTile::bytes() const noexcept {
    return sizeof(CachedTile) + (tile ? tile->bytes() : 0) + std::size_t(image.sizeInBytes());
}

void TileCache::put(CachedTile tile) {
    const scene::TileKey key = tile.tile->key;
    if (const auto old = m_byKey.find(key); old != m_byKey.end()) erase(old->second);
    m_bytes += tile.bytes();
    ++m_steps[key.step];
    m_entries.push_front({std::move(tile), m_round});
    m_byKey[key] = m_entries.begin();
}

const CachedTile* TileCache::find(scene::TileKey key) const {
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : &found->second->tile;
}

void TileCache::touch(scene::TileKey key) {
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end()) return;
    found->second->lastRound = m_round;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
}

void TileCache::trim() {
    while (m_bytes > m_budget && !m_entries.empty() && m_entries.back().lastRound != m_round) {
        erase(std::prev(m_entries.end()));
    }
}

void TileCache::dropOtherShapes(std::uint64_t shapes) {
    for (auto entry = m_entries.begin(); entry != m_entries.end();) {
        const auto next = std::next(entry);
        if (entry->tile.shapes != shapes) erase(entry);
        entry = next;
    }
}

void TileCache::clear() {
    m_entries.clear();
    m_byKey.clear();
    m_steps.clear();
    m_bytes = 0;
}

void TileCache::erase(Entries::iterator entry) {
    const scene::TileKey key = entry->tile.tile->key;
    m_bytes -= entry->tile.bytes();
    if (--m_steps[key.step] == 0) m_steps.erase(key.step);
    m_byKey.erase(key);
    m_entries.erase(entry);
}

}  // namespace xiangtu::app
