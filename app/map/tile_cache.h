// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/tile.h"

#include <QImage>

#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <unordered_map>
#include <vector>

namespace xiangtu::app {

/// A tile at hand: what it is made of and how it looks, with the numbers of the Picture each was
/// made for. A blank tile has a null image.
struct CachedTile {
    std::shared_ptr<const raster::Tile> tile;
    QImage image;
    std::uint64_t shapes = 0;
    std::uint64_t colours = 0;

    [[nodiscard]] std::size_t bytes() const noexcept;
};

/// Tiles by key, the least recently used dropped first when their bytes exceed the budget. What is in
/// use stays, even beyond the budget: a screen larger than the budget must not fetch for ever. Single
/// thread. Pointers stay valid until the next put, trim or drop.
class TileCache {
public:
    explicit TileCache(std::size_t budgetBytes) : m_budget(budgetBytes) {}

    void put(CachedTile tile);
    [[nodiscard]] const CachedTile* find(scene::TileKey key) const;
    /// A new round of use begins; tiles touched or put from here on are in use.
    void beginUse() noexcept { ++m_round; }
    void touch(scene::TileKey key);
    /// Drops tiles not in use until the budget holds again.
    void trim();
    /// Tiles drawn for the shapes `before` count as drawn for `now`, except where `moved` says so.
    template <class Moved>
    void renumberShapes(std::uint64_t before, std::uint64_t now, Moved&& moved) {
        for (Entry& entry : m_entries) {
            if (entry.tile.shapes == before && !moved(entry.tile.tile->key)) entry.tile.shapes = now;
        }
    }
    /// The same for colours.
    template <class Touched>
    void renumberColours(std::uint64_t before, std::uint64_t now, Touched&& touched) {
        for (Entry& entry : m_entries) {
            if (entry.tile.colours == before && !touched(entry.tile.tile->key)) entry.tile.colours = now;
        }
    }
    /// Drops tiles drawn for other shapes.
    void dropOtherShapes(std::uint64_t shapes);
    void clear();

    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }
    /// Zoom steps that have tiles, with their number.
    [[nodiscard]] const std::map<int, int>& steps() const noexcept { return m_steps; }
    /// Most recently used first.
    template <class F>
    void forEach(F&& visit) const {
        for (const Entry& entry : m_entries) visit(entry.tile);
    }

private:
    struct Entry {
        CachedTile tile;
        std::uint64_t lastRound = 0;
    };
    using Entries = std::list<Entry>;
    void erase(Entries::iterator entry);

    std::size_t m_budget;
    std::size_t m_bytes = 0;
    std::uint64_t m_round = 0;
    Entries m_entries;  // most recently used first
    std::unordered_map<scene::TileKey, Entries::iterator> m_byKey;
    std::map<int, int> m_steps;
};

}  // namespace xiangtu::app
