// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/record_slots.h"

#include <set>

namespace xiangtu::demo {

/// The values of a group of records, field by field. A field's values are worked out when first asked
/// for, since one may build on another.
class RecordColumns {
public:
    /// All are kept by reference. `name` tells groups apart in messages and in what is drawn.
    RecordColumns(const RecordFacts& facts, const Roll& roll, const std::vector<std::string>& surnames,
                  const MadeRecords& made, const std::vector<Slot>& slots, std::uint64_t seed);

    /// One value per slot. Throws Error{Fault::format} for a field the facts do not have, one that builds
    /// on itself, and sums that cannot be shared out.
    [[nodiscard]] const std::vector<model::Value>& column(const std::string& field);
    [[nodiscard]] bool has(const std::string& field) const;
    /// Fields of the facts without those that start with "@".
    [[nodiscard]] std::vector<std::string> fields() const;

private:
    using Indices = std::vector<std::uint32_t>;
    [[nodiscard]] const ValueSpec* specFor(const std::string& field, std::size_t part) const;
    [[noreturn]] void fail(const std::string& field, const std::string& reason) const;
    void fill(const std::string& field, const ValueSpec& spec, const Indices& at, std::vector<model::Value>& out);
    void share(const std::string& field, const ValueSpec& spec, const Indices& at, std::vector<model::Value>& out,
               std::uint64_t seed);
    [[nodiscard]] model::Value one(const std::string& field, const ValueSpec& spec, std::uint32_t slot,
                                   std::size_t position, std::size_t size, std::uint64_t random);
    [[nodiscard]] model::Value texted(const model::Value& value, std::uint32_t slot);
    [[nodiscard]] std::string word(const std::string& key, std::uint32_t slot);
    [[nodiscard]] std::string person(std::uint64_t which, std::uint32_t slot) const;

    const RecordFacts& m_facts;
    const Roll& m_roll;
    const std::vector<std::string>& m_surnames;
    const MadeRecords& m_made;
    const std::vector<Slot>& m_slots;
    std::uint64_t m_seed;
    std::map<std::string, std::vector<model::Value>> m_columns;
    std::set<std::string> m_open;  ///< being worked out
};

/// The same number for the same text on every machine.
[[nodiscard]] std::uint64_t textHash(std::string_view text) noexcept;

}  // namespace xiangtu::demo
