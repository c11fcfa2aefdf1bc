// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/shared_array.h"
#include "model/party.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace xiangtu::model {

/// An organisation as it lies in PartyOrgs and in a sidecar. Texts lie one after the other in the order
/// of the rows and, inside a row, of the fields; a text ends where the row says.
struct PartyOrgRow {
    std::int64_t id = 0;
    std::int64_t parent = 0;
    double lon = 0, lat = 0;
    std::uint32_t nameEnd = 0;
    std::uint32_t chainEnd = 0;
    std::uint32_t unit = UINT32_MAX;
    std::int32_t established = 0, dissolved = 0;  ///< base::Date::days
    std::uint8_t kind = 0;
    std::uint8_t unitLevel = 0;
    std::uint8_t hasPlace = 0;
    std::uint8_t unused = 0;
};
static_assert(sizeof(PartyOrgRow) == 56);

/// A list of organisations in flat memory: there is one for nearly every household grid. Append only, or
/// made whole of arrays that lie elsewhere (a mapped file).
class PartyOrgs {
public:
    struct Arrays {
        base::SharedArray<PartyOrgRow> rows;
        base::SharedArray<char> texts;
    };

    PartyOrgs() = default;
    /// Nothing when a row's texts do not lie in `texts`, or its kind or level is none. Units and parents are
    /// not looked at. Such a list cannot be added to.
    [[nodiscard]] static std::optional<PartyOrgs> of(Arrays arrays);

    [[nodiscard]] std::size_t size() const noexcept { return rows().size(); }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    /// Its texts are valid until the list is added to or destroyed. Precondition: i < size().
    [[nodiscard]] PartyOrg operator[](std::size_t i) const noexcept;
    /// By binary search. Precondition: they were added by ascending id.
    [[nodiscard]] std::optional<PartyOrg> find(PartyOrgId id) const noexcept;
    void add(const PartyOrg& org);

    /// Goes over the list; what it points at is made when asked for.
    class Iterator {
    public:
        // NOLINTBEGIN(readability-identifier-naming): the names are the standard's
        using iterator_concept = std::input_iterator_tag;
        using difference_type = std::ptrdiff_t;
        using value_type = PartyOrg;
        // NOLINTEND(readability-identifier-naming)

        Iterator() = default;
        Iterator(const PartyOrgs& list, std::size_t at) noexcept : m_list(&list), m_at(at) {}
        PartyOrg operator*() const noexcept { return (*m_list)[m_at]; }
        Iterator& operator++() noexcept {
            ++m_at;
            return *this;
        }
        Iterator operator++(int) noexcept { return {*m_list, m_at++}; }
        bool operator==(const Iterator& other) const noexcept { return m_at == other.m_at; }

    private:
        const PartyOrgs* m_list = nullptr;
        std::size_t m_at = 0;
    };
    [[nodiscard]] Iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] Iterator end() const noexcept { return {*this, size()}; }

    // The arrays themselves; valid until the list is added to or destroyed.
    [[nodiscard]] std::span<const PartyOrgRow> rows() const noexcept {
        return m_whole ? m_whole->rows.span() : std::span(m_rows);
    }
    [[nodiscard]] std::span<const char> texts() const noexcept {
        return m_whole ? m_whole->texts.span() : std::span(m_texts);
    }

private:
    std::shared_ptr<const Arrays> m_whole;  ///< null = what was added
    std::vector<PartyOrgRow> m_rows;
    std::vector<char> m_texts;
};

/// Organisations existing on the snapshot's day.
struct PartyTable {
    PartyOrgs orgs;  ///< by ascending id
    /// Per level and row: index into orgs of the organisation serving that unit, or kNone.
    static constexpr std::uint32_t kNone = UINT32_MAX;
    std::array<std::vector<std::uint32_t>, kLevelCount> servedBy;
};

/// Fills servedBy from orgs; each level must have as many entries as units. Where several serve one unit the
/// highest in rank is named, of equal ones the first.
void nameServing(PartyTable& party);

}  // namespace xiangtu::model
