// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/expression.h"
#include "query/places.h"
#include "query/question.h"

#include <optional>
#include <string>
#include <vector>

namespace xiangtu::query {

// Used inside this folder only.

/// Records of a register a question is about.
struct Chosen {
    const model::RegisterTable* table = nullptr;
    std::vector<const model::Record*> records;
};

/// Places to be near to: where they are and what they are called. Positions are the same in all three.
struct Sources {
    Places places;
    std::vector<std::int64_t> ids;  ///< of records or organisations
    std::vector<std::string> names;
    std::string registerId;  ///< empty = Party organisations
};

/// The parameters of a question, read and checked. Every function throws Error{usage} naming the parameter.
class Asked {
public:
    Asked(const Ground& ground, const Question& question, const QuestionDef& def, Shapes shapes,
          const base::Progress& progress)
        : ground(ground),
          snapshot(ground.snapshot()),
          shapes(shapes),
          progress(progress),
          m_question(question),
          m_def(def) {}

    const Ground& ground;
    const model::Snapshot& snapshot;
    const Shapes shapes;
    const base::Progress& progress;

    [[nodiscard]] bool has(std::string_view name) const { return !text(name).empty(); }
    /// As given, else the preset, else "".
    [[nodiscard]] std::string text(std::string_view name) const;
    [[nodiscard]] double number(std::string_view name, double least, double most) const;
    /// Metres: more than 0, at most kFurthestMetres.
    [[nodiscard]] double metres(std::string_view name) const { return number(name, 1e-3, kFurthestMetres); }
    [[nodiscard]] std::size_t count(std::string_view name, std::size_t most) const;
    [[nodiscard]] model::Level level(std::string_view name) const;
    /// Invalid when not given.
    [[nodiscard]] model::UnitRef unit(std::string_view name) const;
    [[nodiscard]] std::vector<model::UnitRef> units(std::string_view name, model::Level level) const;
    [[nodiscard]] geom::GeoPoint place(std::string_view name) const;
    [[nodiscard]] geom::GeoLine line(std::string_view name) const;
    [[nodiscard]] geom::GeoMultiPolygon polygon(std::string_view name) const;
    [[nodiscard]] base::Date day(std::string_view name) const;
    [[nodiscard]] std::size_t scheme(std::string_view name) const;
    /// Position of a class of that scheme.
    [[nodiscard]] std::uint8_t classOf(std::string_view name, std::size_t scheme) const;
    [[nodiscard]] std::size_t field(std::string_view name, const model::RegisterDef& def) const;
    [[nodiscard]] const model::RegisterTable& registerTable(std::string_view name) const;
    /// Records of the register `name` for which the condition `where` holds; all of them without one.
    [[nodiscard]] Chosen records(std::string_view name, std::string_view where) const;
    /// Polygons only; refuses a register that has none.
    [[nodiscard]] Chosen polygons(std::string_view name, std::string_view where) const;
    /// Places of a register's records (or of the units they stand on) or of Party organisations of a kind.
    [[nodiscard]] Sources sources(std::string_view name, std::string_view where) const;
    /// A place inside a unit (Ground::seats); none for one without polygon.
    [[nodiscard]] geom::GeoShape seat(model::UnitRef unit) const;
    /// Whether a unit lies in (or is) the one asked for; any does when none was.
    [[nodiscard]] bool isWithin(model::UnitRef unit, model::UnitRef within) const;

    [[noreturn]] void refuse(std::string_view name, const std::string& why) const;

private:
    [[nodiscard]] std::vector<double> numbers(std::string_view name) const;
    [[nodiscard]] geom::GeoShape wellKnown(std::string_view name) const;

    const Question& m_question;
    const QuestionDef& m_def;
};

/// What a record is called: its label field, else its number.
[[nodiscard]] std::string labelOf(const model::RegisterDef& def, const model::Record& record);
/// Households recorded on a unit; 0 when none are.
[[nodiscard]] std::int64_t householdsOf(const model::Snapshot& snapshot, model::UnitRef unit);
/// What two pieces of land have in common, where shapes are wanted. An overlay that fails its check (geom/overlay.h)
/// leaves the row without shape, and the answer says so; its area is measured otherwise.
[[nodiscard]] geom::GeoShape commonShape(const Asked& in, Lines& lines, const geom::GeoMultiPolygon& a,
                                         const geom::GeoMultiPolygon& b);
/// m² in mu.
[[nodiscard]] double mu(double squareMetres);

// The questions, by their files.
[[nodiscard]] Answer locate(const Asked& in);
[[nodiscard]] Answer join(const Asked& in);
[[nodiscard]] Answer holes(const Asked& in);
[[nodiscard]] Answer around(const Asked& in);
[[nodiscard]] Answer adjacent(const Asked& in);
[[nodiscard]] Answer overlayLand(const Asked& in);
[[nodiscard]] Answer coverShare(const Asked& in);
[[nodiscard]] Answer contract(const Asked& in);
[[nodiscard]] Answer borderFaults(const Asked& in);
[[nodiscard]] Answer childrenSum(const Asked& in);
[[nodiscard]] Answer whatIfSplit(const Asked& in);
[[nodiscard]] Answer whatIfMerge(const Asked& in);
[[nodiscard]] Answer nearest(const Asked& in);
[[nodiscard]] Answer furtherThan(const Asked& in);
[[nodiscard]] Answer groups(const Asked& in);
[[nodiscard]] Answer along(const Asked& in);
[[nodiscard]] Answer insideArea(const Asked& in);
[[nodiscard]] Answer shareOfParents(const Asked& in);
[[nodiscard]] Answer belowLine(const Asked& in);
[[nodiscard]] Answer compareDays(const Asked& in);
[[nodiscard]] Answer proposePoints(const Asked& in);
[[nodiscard]] Answer tour(const Asked& in);

}  // namespace xiangtu::query
