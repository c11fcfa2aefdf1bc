// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "query/answer.h"
#include "query/ground.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::query {

/// What a parameter is, so that a form can ask for it.
enum class ParamKind : std::uint8_t {
    number,
    count,  ///< whole number, at least 1
    level,  ///< county, township, village, natural_village, grid
    unit,   ///< code of a unit
    units,  ///< codes with commas between
    from,   ///< id of a register, or a kind of Party organisation
    registerId,
    record,     ///< id of a record of the register asked about
    condition,  ///< model::Expression over the register's fields
    field,      ///< name of a field of the register asked about
    scheme,
    classCode,
    place,    ///< "LON LAT" in degrees
    line,     ///< "LON LAT, LON LAT, …" or well-known text
    polygon,  ///< the same; a ring need not be closed
    text,
    day,     ///< ISO day
    points,  ///< text of a CSV, see readPoints()
    column,  ///< name of a column of those points, or "#3"
};

struct Param {
    std::string_view name;
    ParamKind kind = ParamKind::number;
    std::string_view zh, en;
    std::string_view preset;  ///< empty = none
    bool required = false;
};

/// A question as it is offered.
struct QuestionDef {
    std::string_view id;
    std::string_view number;  ///< Q1 … Q18 of the questions offices ask; empty for proposals
    std::string_view zh, en;  ///< in the user's words
    std::vector<Param> params;
};

/// All of them, in the order they are shown.
[[nodiscard]] std::span<const QuestionDef> questions();
/// Null when there is none of that name.
[[nodiscard]] const QuestionDef* findQuestion(std::string_view id);

/// A question as it is asked, kept and sent: its id and the text of its parameters.
struct Question {
    std::string id;
    std::map<std::string, std::string> params;
    bool operator==(const Question&) const = default;
};

/// Whether land that no row's unit or record has as a whole (the part of a base in a village) is made as a shape.
enum class Shapes { none, made };

/// Asks. Throws Error{usage} that names the parameter which is missing, unreadable, out of its range or of something
/// the file does not have, and Error{cancelled}.
[[nodiscard]] Answer ask(const Ground& ground, const Question& question, Shapes shapes = Shapes::none,
                         const base::Progress& progress = {});

/// The places that the parameters "from" and "where" of a question name. Throws like ask().
[[nodiscard]] std::vector<geom::GeoShape> placesFrom(const Ground& ground, const Question& question);

}  // namespace xiangtu::query
