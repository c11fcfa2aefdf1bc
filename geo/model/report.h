// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/indicator.h"

namespace xiangtu::model {

/// What must hold; where it does not is a finding with a place.
struct RuleDef {
    enum class Kind : std::uint8_t {
        minimum,  // every unit's measure is at least `number`
        maximum,  // … at most
        load,     // one value of `field` stands on at most `number` units
        equal,    // measure and other agree within `number` percent
    };
    std::string id;
    Titles title;
    std::string group;
    Kind kind = Kind::minimum;
    Level level = Level::village;
    std::string unitWhere;  ///< Expression; which units are judged
    Measure measure;
    Measure other;           ///< equal only
    std::string registerId;  ///< load only
    std::string field;
    std::string where;
    double number = 0;
    std::vector<int> mechanisms;
    std::string definition;
};

/// A table of a report: figures per unit, or an extract of a register.
struct ReportTable {
    Titles title;
    std::vector<std::string> indicators;  ///< ids; then `level` and `rankedBy` count
    Level level = Level::township;
    std::string rankedBy;
    std::string registerId;  ///< then `where`, `columns` and `order` count
    std::string where;
    std::vector<std::string> columns;
    std::string order;
};

/// 周调度 月排名 季通报 年考核.
struct ReportDef {
    std::string id;
    Titles title;
    Rhythm rhythm = Rhythm::month;
    std::vector<ReportTable> tables;
    std::vector<int> mechanisms;
    std::string definition;
};

}  // namespace xiangtu::model
