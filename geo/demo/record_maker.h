// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/base_sites.h"
#include "demo/record_slots.h"

namespace xiangtu::demo {

/// Turns the facts about records into records. One for a whole file: it counts their numbers.
class RecordMaker {
public:
    RecordMaker(const Phrases& phrases, model::Sink& sink) : m_phrases(phrases), m_sink(sink) {}

    /// The county's own records, then the samples it asks for. Throws Error{Fault::format} naming the
    /// register for facts that cannot be met, Error{Fault::geometry} when there is no room.
    void add(const Roll& roll, BaseSites& sites);

private:
    void addGroup(const RecordFacts& facts, const Roll& roll, BaseSites& sites, std::uint64_t seed);

    const Phrases& m_phrases;
    model::Sink& m_sink;
    MadeRecords m_made;                         ///< of the county at hand
    std::map<std::string, std::int64_t> m_ids;  ///< last number of each register
};

}  // namespace xiangtu::demo
