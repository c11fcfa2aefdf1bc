// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/question.h"

#include "base/error.h"
#include "geom/measure.h"
#include "query/asked.h"

#include <algorithm>

namespace xiangtu::query {

namespace {

using enum ParamKind;

/// A question and who answers it.
struct Entry {
    QuestionDef def;
    Answer (*answer)(const Asked&);
};

Param levelParam(std::string_view preset) { return {"level", level, "层级", "Level", preset, false}; }
const Param kWithin{"within", unit, "在此单元内", "Inside the unit of this code", "", false};
const Param kWhere{"where", condition, "条件", "Condition on its records", "", false};
const Param kUnit{"unit", unit, "单元代码", "Code of a unit", "", false};
const Param kAt{"at", place, "地点", "Place, \"LON LAT\"", "", false};
const Param kArea{"area", polygon, "圈定范围", "Drawn polygon, \"LON LAT, …\" or WKT", "", false};
const Param kRecord{"record", record, "登记编号", "Id of a record", "", false};
const Param kMetres{"metres", number, "米数", "Metres", "", true};

const Param kLonColumn{"lon-column", column, "经度列", "Column of the longitude, by name or as \"#3\"", "", false};
const Param kLatColumn{"lat-column", column, "纬度列", "Column of the latitude", "", false};

Param fromParam(std::string_view preset, bool required) {
    return {"from",       from,
            "由哪些地点", "Register, or kind of Party organisation (member_household, party_group, branch …)",
            preset,       required};
}
Param registerParam(std::string_view preset) { return {"register", registerId, "登记表", "Register", preset, false}; }

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all{
        {{"locate",
          "Q1",
          "这个点在哪个镇、村、自然村、网格？",
          "In which unit of every level is this place?",
          {{"lon", number, "经度", "Longitude", "", true}, {"lat", number, "纬度", "Latitude", "", true}}},
         locate},
        {{"join",
          "Q1",
          "这些点各落在哪个单元、每个单元几个？",
          "How many of these points has every unit?",
          {{"points", points, "点位表", "CSV with columns lon and lat", "", true},
           levelParam("grid"),
           kLonColumn,
           kLatColumn}},
         join},
        {{"holes",
          "Q2",
          "哪些自然村没有党小组？哪些网格没有党员中心户？",
          "Which units have no Party organisation, or no record of a register?",
          {levelParam("natural_village"),
           kWithin,
           {"of", registerId, "登记表", "Instead: units without a record of it", "", false},
           kWhere}},
         holes},
        {{"around",
          "Q3",
          "中心户 500 米内覆盖多少户？",
          "How many households are within so many metres?",
          {{"metres", number, "米数", "Metres", "500", false},
           kAt,
           kUnit,
           fromParam("", false),
           kWhere,
           levelParam("grid")}},
         around},
        {{"adjacent",
          "Q4",
          "相邻网格里有没有红色？",
          "What is next to a unit, or to units of a class?",
          {kUnit,
           levelParam("grid"),
           {"scheme", scheme, "配色方案", "Colour scheme", "risk5", false},
           {"class", classCode, "颜色", "Only neighbours of this class", "", false}}},
         adjacent},
        {{"overlay",
          "Q5",
          "圈一块地，里面果园、防雹网、玉米各多少亩？",
          "How much land of what lies in an area or in every unit?",
          {registerParam("industry_base"),
           {"bases", text, "类别", "Only this kind (code or name)", "", false},
           kWhere,
           {"by", level, "按层级", "By units of this level", "village", false},
           kUnit,
           kArea}},
         overlayLand},
        {{"cover-share",
          "Q6",
          "防雹网覆盖了多少果园？",
          "What share of some land is covered by other land?",
          {{"of", registerId, "被覆盖的登记表", "Register of the land", "industry_base", false},
           kWhere,
           {"by", registerId, "覆盖它的登记表", "Register of what covers it", "industry_base", false},
           {"by-where", condition, "覆盖者条件", "Condition on what covers", "", false}}},
         coverShare},
        {{"contract",
          "Q7",
          "流转合同亩数、户数对得上图吗？",
          "Do contracts agree with the map?",
          {registerParam("land_contract"),
           kWhere,
           {"value", field, "合同亩数字段", "Field of the area in mu", "contract_mu", false},
           {"households", field, "户数字段", "Field of the households", "households", false},
           {"tolerance", number, "容差 %", "Per cent the areas may differ", "2", false}}},
         contract},
        {{"border-faults",
          "Q8",
          "边界有没有压盖、空隙？",
          "Do borders overlap or gap?",
          {levelParam("village"), kWithin, {"least", number, "最小平方米", "Square metres worth a line", "1", false}}},
         borderFaults},
        {{"children-sum",
          "Q9",
          "网格并起来是不是正好等于村？",
          "Do children make up their parent, in land and households?",
          {levelParam("village"), kUnit}},
         childrenSum},
        {{"what-if-split",
          "Q10",
          "拆分后户数、亩数怎么变？",
          "What if this unit were split along a line?",
          {{"unit", unit, "单元代码", "Code of the unit", "", true},
           {"line", line, "切分线", "Line across it, \"LON LAT, LON LAT\" or WKT", "", true}}},
         whatIfSplit},
        {{"what-if-merge",
          "Q10",
          "合并后户数、亩数怎么变？",
          "What if these units were merged?",
          {levelParam("grid"),
           {"units", units, "单元代码", "Codes with commas between", "", true},
           {"into", units, "并入", "The one that stays", "", false}}},
         whatIfMerge},
        {{"nearest",
          "Q11",
          "离这块地最近的专家站、合作社、加工厂？",
          "Which places are nearest?",
          {{"of", from, "找什么", "Register, or kind of Party organisation", "", true},
           kWhere,
           kAt,
           kUnit,
           {"count", count, "几个", "How many", "3", false}}},
         nearest},
        {{"further-than",
          "Q12",
          "哪些户到助餐点超过 1 公里？",
          "Who is further away than so many metres?",
          {kMetres,
           fromParam("", true),
           kWhere,
           {"of", level, "哪一级", "Units of this level, or household", "grid", false},
           kWithin}},
         furtherThan},
        {{"groups",
          "Q13",
          "五户一组怎么分最近？",
          "Groups of at most five nearest households around leaders",
          {{"leaders", from, "组长", "Register, or kind of Party organisation", "member_household", false},
           kWhere,
           {"households", points, "户的位置", "CSV with columns lon and lat; else the middles of grids", "", false},
           kLonColumn,
           kLatColumn,
           {"size", count, "每组至多", "Households in a group at most", "5", false},
           {"least", count, "每组至少", "Fewer is undersized", "3", false},
           {"metres", number, "至多多远", "Nobody is put to a leader further away", "1000", false},
           kWithin}},
         groups},
        {{"along",
          "Q14",
          "线路经过哪些村？顺序？",
          "Which units does a line pass, in what order?",
          {{"line", line, "线", "\"LON LAT, LON LAT, …\" or WKT", "", false},
           registerParam("route"),
           kRecord,
           levelParam("village")}},
         along},
        {{"inside",
          "Q15",
          "片区里有几个示范村、几个直播基地？",
          "What lies in an area, and what share of every unit?",
          {kArea,
           kUnit,
           registerParam("tourism_belt"),
           kRecord,
           levelParam("village"),
           {"of", registerId, "数什么", "Count records of this register", "", false},
           kWhere}},
         insideArea},
        {{"share-of-parents",
          "Q16",
          "跨镇的地块归谁？",
          "Whose is a plot that lies across borders?",
          {registerParam("industry_base"), kWhere, levelParam("township")}},
         shareOfParents},
        {{"below-line",
          "Q17",
          "哪些村不到 12 万？集中在哪片？",
          "Which units are below a line, and where together?",
          {{"line", number, "线", "The line", "120000", false},
           registerParam("collective_income"),
           {"value", field, "字段", "Field that is summed", "amount", false},
           kWhere,
           levelParam("village")}},
         belowLine},
        {{"compare",
          "Q18",
          "某日期的边界和今天差在哪？",
          "What is different about the borders of two days?",
          {{"from", day, "较早日期", "Earlier day", "", true},
           {"to", day, "较晚日期", "Later day; default the file's", "", false},
           {"level", level, "层级", "Only units of this level", "", false}}},
         compareDays},
        {{"propose-points",
          "",
          "新点放哪里覆盖最多的户？",
          "Where would new points reach most households?",
          {{"count", count, "几个", "How many", "3", false},
           {"metres", number, "服务半径", "Metres a point reaches", "1000", false},
           fromParam("", false),
           kWhere,
           {"level", level, "候选单元", "Candidates: middles of units of this level", "natural_village", false},
           kWithin}},
         proposePoints},
        {{"tour",
          "",
          "拉练怎么走最近？",
          "A short order of villages and bases to inspect",
          {{"units", units, "单元代码", "Codes with commas between", "", false},
           levelParam("village"),
           {"of", from, "登记", "Records of this register as stops", "", false},
           kWhere,
           {"start", place, "出发地", "Where it starts, \"LON LAT\"; else the first stop", "", false}}},
         tour},
    };
    return all;
}

/// Whether a place, line or area asked about is nowhere near a unit.
bool liesOutside(const Asked& asked, const QuestionDef& def) {
    geom::GridBox county;
    for (const model::Level level : model::kLevels) county.extend(asked.ground.table(level).shapes.extent());
    for (const Param& param : def.params) {
        if (!asked.has(param.name)) continue;
        geom::GeoShape shape;
        if (param.kind == ParamKind::place) shape = asked.place(param.name);
        if (param.kind == ParamKind::line) shape = geom::GeoMultiLine{asked.line(param.name)};
        if (param.kind == ParamKind::polygon) shape = asked.polygon(param.name);
        if (shape.index() != 0 && !geom::boxOf(shape).intersects(county)) return true;
    }
    return false;
}

}  // namespace

std::span<const QuestionDef> questions() {
    static const std::vector<QuestionDef> defs = [] {
        std::vector<QuestionDef> out;
        for (const Entry& entry : entries()) out.push_back(entry.def);
        return out;
    }();
    return defs;
}

const QuestionDef* findQuestion(std::string_view id) {
    const auto found = std::ranges::find(questions(), id, &QuestionDef::id);
    return found == questions().end() ? nullptr : &*found;
}

Answer ask(const Ground& ground, const Question& question, Shapes shapes, const base::Progress& progress) {
    const auto entry = std::ranges::find_if(entries(), [&](const Entry& e) { return e.def.id == question.id; });
    if (entry == entries().end()) {
        throw base::Error(base::Fault::usage, "there is no question \"" + question.id + "\"");
    }
    const Asked asked(ground, question, entry->def, shapes, progress);
    for (const auto& [name, value] : question.params) {
        if (std::ranges::find(entry->def.params, name, &Param::name) == entry->def.params.end()) {
            asked.refuse(name, "is not asked here");
        }
    }
    for (const Param& param : entry->def.params) {
        if (param.required && !asked.has(param.name)) asked.refuse(param.name, "is needed");
    }
    Answer answer = entry->answer(asked);
    if (liesOutside(asked, entry->def)) {
        answer.notes.push_back({"所给的位置不在县域内", "the place asked about lies outside the county"});
    }
    return answer;
}

std::vector<geom::GeoShape> placesFrom(const Ground& ground, const Question& question) {
    const QuestionDef* def = findQuestion(question.id);
    if (!def) throw base::Error(base::Fault::usage, "there is no question \"" + question.id + "\"");
    const base::Progress progress;
    return Asked(ground, question, *def, Shapes::none, progress).sources("from", "where").places.shapes();
}

}  // namespace xiangtu::query
