// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/references.h"

#include "base/date.h"
#include "geom/wkt.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace xiangtu::project {

namespace {

using edit::Change;
using edit::Refusal;
using edit::RefusalReason;
using model::Fields;

std::size_t pointsOf(const geom::GeoShape& shape) {
    if (std::holds_alternative<geom::GeoPoint>(shape)) return 1;
    std::size_t points = 0;
    if (const auto* lines = std::get_if<geom::GeoMultiLine>(&shape)) {
        for (const geom::GeoLine& line : *lines) points += line.size();
    }
    if (const auto* land = std::get_if<geom::GeoMultiPolygon>(&shape)) {
        for (const geom::GeoPolygon& part : *land) {
            points += part.outer.size();
            for (const geom::GeoRing& hole : part.holes) points += hole.size();
        }
    }
    return points;
}

std::optional<Refusal> whyNot(const NewReference& layer, const store::References& there) {
    if (layer.name.find_first_not_of(" \t\r\n") == std::string::npos)
        return Refusal{RefusalReason::nameMissing, "a reference layer needs a name", {}, {}};
    if (std::ranges::find(there.layers, layer.name, &store::ReferenceLayer::name) != there.layers.end())
        return Refusal{RefusalReason::badValue, "there is a reference layer \"" + layer.name + "\" already", {}, {}};
    if (layer.shapes.empty())
        return Refusal{RefusalReason::nothingToDo, layer.source + ": there is nothing to be drawn in it", {}, {}};
    std::size_t points = 0;
    for (const geom::GeoShape& shape : layer.shapes) points += pointsOf(shape);
    if (layer.shapes.size() <= kMostReferences && points <= kMostReferencePoints) return std::nullopt;
    return Refusal{RefusalReason::badShape,
                   layer.source + ": " + std::to_string(layer.shapes.size()) + " shapes of " + std::to_string(points) +
                       " points; at most " + std::to_string(kMostReferences) + " of " +
                       std::to_string(kMostReferencePoints) + " can be traced. Cut out what is needed first",
                   {},
                   {}};
}

Fields rowOf(const store::ReferenceLayer& layer) {
    return {
        {"name", layer.name}, {"source", layer.source}, {"crs", layer.crs}, {"author", layer.author}, {"at", layer.at}};
}

Fields rowOf(std::int64_t layer, const geom::GeoShape& shape) {
    return {{"layer_id", layer}, {"geom", geom::wkt(shape)}};
}

}  // namespace

ReferenceDesk::ReferenceDesk(const std::filesystem::path& file)
    : m_file(file), m_gate(store::open(file, store::OpenMode::readWrite)) {}

SignIn ReferenceDesk::signIn(std::string_view name, std::string_view pin) {
    return m_gate.signIn(name, pin, std::int64_t(std::time(nullptr)));
}

std::optional<Refusal> ReferenceDesk::add(const NewReference& layer, const Actor& said) {
    const auto actor = m_gate.enter(said, model::Deed::structure);
    if (!actor.ok()) return actor.error();
    const store::References there = store::references(m_file);
    if (auto refusal = whyNot(layer, there)) return refusal;
    const std::string author = actor.value().author, at = base::nowIso();
    edit::ChangeSet set{"add_reference", author, at, {}, layer.name};
    set.changes.push_back(
        {"reference_layer", there.nextLayer, std::nullopt,
         rowOf(store::ReferenceLayer{there.nextLayer, layer.name, layer.source, layer.crs, author, at, 0})});
    std::int64_t id = there.nextFeature;
    for (const geom::GeoShape& shape : layer.shapes)
        set.changes.push_back({"reference_feature", id++, std::nullopt, rowOf(there.nextLayer, shape)});
    const auto done = m_gate.commit(set, std::nullopt, base::Date::today());
    return done.ok() ? std::nullopt : std::optional(done.error());
}

std::optional<Refusal> ReferenceDesk::remove(std::string_view name, const Actor& said) {
    const auto actor = m_gate.enter(said, model::Deed::structure);
    if (!actor.ok()) return actor.error();
    const store::References there = store::references(m_file);
    const auto layer = std::ranges::find(there.layers, name, &store::ReferenceLayer::name);
    if (layer == there.layers.end())
        return Refusal{RefusalReason::badValue, "there is no reference layer \"" + std::string(name) + "\"", {}, {}};
    edit::ChangeSet set{"remove_reference", actor.value().author, base::nowIso(), {}, layer->name};
    // What lies in a layer goes before it, and comes back after it.
    for (const store::ReferenceFeature& feature : store::referenceFeatures(m_file, layer->id))
        set.changes.push_back({"reference_feature", feature.id, rowOf(layer->id, feature.shape), std::nullopt});
    set.changes.push_back({"reference_layer", layer->id, rowOf(*layer), std::nullopt});
    const auto done = m_gate.commit(set, std::nullopt, base::Date::today());
    return done.ok() ? std::nullopt : std::optional(done.error());
}

}  // namespace xiangtu::project
