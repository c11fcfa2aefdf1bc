// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "app/query/geojson.h"
#include "base/json.h"
#include "geodesy/distance.h"
#include "geom/wkt.h"
#include "model/field_rules.h"
#include "project/project.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace xiangtu::cli {

namespace {

struct ReadArguments {
    std::string file, registerId, where, near, within, order, date;
    std::vector<std::string> columns;
    SignInArguments signIn;
    bool csv = false, json = false, geojson = false, sensitive = false;
};

/// "lon,lat" or "lon,lat,metres".
std::vector<double> numbers(const std::string& text, std::size_t least, std::size_t most) {
    std::vector<double> out;
    const char *at = text.data(), *end = at + text.size();
    while (at < end) {
        double n = 0;
        const auto [next, error] = std::from_chars(at, end, n);
        if (error != std::errc() || (next != end && *next != ',')) break;
        out.push_back(n);
        at = next == end ? end : next + 1;
    }
    if (at != end || out.size() < least || out.size() > most) {
        throw base::Error(base::Fault::usage, "\"" + text + "\" is not a list of numbers like 109.6,27.95");
    }
    return out;
}

/// Metres from a place to a record, or to the middle of its unit when it has no place of its own.
double distanceTo(const model::Snapshot& snapshot, const model::Record& record, geom::GeoPoint from) {
    if (record.shape.index() != 0) return geodesy::distance(from, record.shape);
    if (!record.unit.valid()) return HUGE_VAL;
    const geom::GridBox& box = snapshot.table(record.unit.level).shapes.box(record.unit.row);
    if (box.empty()) return HUGE_VAL;
    const geom::GridPoint middle{std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)};
    return geodesy::distance(from, geom::toGeo(middle));
}

/// Nearest first, with the distance as last column; what is further than the limit is left out.
void keepNear(const model::Snapshot& snapshot, indicators::Table& table, const std::string& near) {
    const std::vector<double> n = numbers(near, 2, 3);
    const model::RegisterTable& source = *snapshot.findRegister(table.registerId);
    const double limit = n.size() > 2 ? n[2] : HUGE_VAL;
    table.columns.push_back({"distance_m", {"距离", "Distance"}, "米", 0, true, false});
    for (auto& row : table.rows) { row.cells.push_back(distanceTo(snapshot, *source.find(row.record), {n[0], n[1]})); }
    std::erase_if(table.rows, [&](const auto& row) {
        const double d = std::get<double>(row.cells.back());
        return !std::isfinite(d) || d > limit;
    });
    std::ranges::stable_sort(table.rows, {}, [](const auto& row) { return std::get<double>(row.cells.back()); });
}

/// In a file with accounts sensitive values are shown to who may see them, of records in the scope, and it is kept
/// who saw them.
void uncover(const ReadArguments& in, const model::Snapshot& snapshot, const model::RegisterTable& source,
             indicators::Table& table) {
    if (store::open(in.file, store::OpenMode::readOnly)->accounts().empty()) return;
    auto project = openedForWriting(in.file, in.signIn);
    const auto account = project.session();
    if (!account)
        refuse({edit::RefusalReason::notSignedIn, "sensitive values are shown to who signs in (--as)", {}, {}});
    if (!model::mayUncover(account->role, model::Uncovered::table)) {
        refuse({edit::RefusalReason::notAllowed,
                account->name + " is a " + std::string(model::roleName(account->role)) +
                    ": that role sees sensitive values one record at a time",
                {},
                {}});
    }
    if (auto refusal = project.noteUncovering({in.registerId, {}, account->name, base::nowIso()})) refuse(*refusal);
    mask(table, [&](const indicators::Table::Row& row) {
        return !account->scope.covers(snapshot, source.find(row.record)->unit);
    });
}

void records(const ReadArguments& in) {
    const model::Snapshot snapshot = store::open(in.file, store::OpenMode::readOnly)->load(dayOrToday(in.date), {});
    const model::RegisterTable* source = snapshot.findRegister(in.registerId);
    if (!source) throw base::Error(base::Fault::usage, in.file + ": there is no register \"" + in.registerId + "\"");
    indicators::RecordQuery query{in.registerId, model::Expression::parse(in.where, &source->def),
                                  unitOrNone(snapshot, in.within), in.columns, in.order};
    if (in.geojson && in.columns.empty()) {
        for (const auto& field : source->def.fields) query.columns.push_back(field.name);
    }
    indicators::Table table = indicators::recordTable(snapshot, query);
    if (!in.near.empty()) keepNear(snapshot, table, in.near);
    if (in.sensitive)
        uncover(in, snapshot, *source, table);
    else
        mask(table);
    if (in.geojson)
        std::printf("%s\n", app::recordsGeoJson(snapshot, table).dump().c_str());
    else
        print(snapshot, table, in.csv ? TableForm::csv : in.json ? TableForm::json : TableForm::text);
}

struct WriteArguments {
    std::string file, registerId, unit, level, at, wkt, action, note, day, role = "planner", author;
    SignInArguments signIn;
    std::vector<std::string> set;
    std::int64_t id = 0;
    bool end = false;
};

/// "field=value" in the field's own type.
model::Fields given(const model::RegisterDef& def, const std::vector<std::string>& texts) {
    model::Fields out;
    for (const std::string& text : texts) {
        const auto sign = text.find('=');
        if (sign == std::string::npos) throw base::Error(base::Fault::usage, "\"" + text + "\" is not field=value");
        const std::string name = text.substr(0, sign), value = text.substr(sign + 1);
        const model::FieldDef* field = def.findField(name);
        if (!field) {
            refuse({edit::RefusalReason::unknownField,
                    "register " + def.id + ": there is no field \"" + name + "\"",
                    {},
                    {},
                    name});
        }
        const auto parsed = model::valueFromText(*field, value);
        if (!parsed) {
            refuse({edit::RefusalReason::badValue,
                    "register " + def.id + ": field " + name + ": \"" + value + "\" is not of type " +
                        std::string(model::fieldTypeName(field->type)),
                    {},
                    {},
                    name});
        }
        out.emplace_back(name, *parsed);
    }
    return out;
}

geom::GeoShape shapeOf(const WriteArguments& in) {
    if (!in.wkt.empty()) return geom::shapeFromWkt(in.wkt);
    if (in.at.empty()) return {};
    const std::vector<double> n = numbers(in.at, 2, 2);
    return geom::GeoPoint{n[0], n[1]};
}

edit::Command commandOf(const WriteArguments& in, const model::RegisterDef& def) {
    const model::Fields values = given(def, in.set);
    std::optional<model::Code> unit;
    if (!in.unit.empty()) {
        unit = model::Code::parse(in.unit);
        if (!unit) refuse({edit::RefusalReason::unknownUnit, "\"" + in.unit + "\" is not a unit code", {}, {}, "unit"});
    }
    const auto level = model::parseLevel(in.level);
    if (!in.level.empty() && !level) throw base::Error(base::Fault::usage, "\"" + in.level + "\" is not a level");
    if (in.id == 0) return edit::AddRecord{in.registerId, unit, level, shapeOf(in), values, in.day};
    if (in.end) return edit::EndRecord{in.registerId, in.id, in.day};
    if (!in.action.empty()) return edit::MoveRecord{in.registerId, in.id, in.action, in.note, values, in.day};
    const bool moves = !in.wkt.empty() || !in.at.empty();
    return edit::SetRecord{in.registerId, in.id, values, moves ? std::optional(shapeOf(in)) : std::nullopt,
                           unit,          level};
}

void record(const WriteArguments& in) {
    if (in.id == 0 && (in.end || !in.action.empty())) throw base::Error(base::Fault::usage, "--do and --end need --id");
    const auto role = model::parseRole(in.role);
    if (!role)
        throw base::Error(base::Fault::usage,
                          "\"" + in.role + "\" is not a role (grid_worker, leader, planner, administrator)");
    auto project = loadedForWriting(in.file, in.signIn);
    const model::RegisterTable* source = project.state().snapshot->findRegister(in.registerId);
    if (!source)
        refuse({edit::RefusalReason::unknownRegister, "there is no register \"" + in.registerId + "\"", {}, {}, {}});
    const auto outcome = project.apply(commandOf(in, source->def), in.author, *role);
    if (!outcome) refuse(outcome.error());
    for (const edit::RecordNow& now : outcome.value().records) {
        std::printf("%lld: record %lld of %s%s\n", static_cast<long long>(outcome.value().logNumber),
                    static_cast<long long>(now.id), now.registerId.c_str(), now.record ? "" : ", not valid today");
    }
}

void addRecords(CLI::App& app) {
    auto* command = app.add_subcommand("records", "The records of a register");
    auto in = std::make_shared<ReadArguments>();
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("REGISTER", in->registerId, "Id of the register (xiangtu catalogue list)")->required();
    command->add_option("--where", in->where, "Condition, e.g. \"amount >= 200000 and year = 2022\"");
    command->add_option("--near", in->near, "LON,LAT or LON,LAT,METRES: nearest first");
    command->add_option("--within", in->within, "Only inside the unit of this code");
    command->add_option("--columns", in->columns, "Fields to show")->delimiter(',');
    command->add_option("--order", in->order, "Field to order by; -field turns it");
    command->add_option("--date", in->date, "As of this day, YYYY-MM-DD; default today");
    command->add_flag("--csv", in->csv, "As CSV with a byte order mark");
    command->add_flag("--json", in->json, "As JSON");
    command->add_flag("--geojson", in->geojson, "As GeoJSON (RFC 7946)");
    command->add_flag("--sensitive", in->sensitive, "Show sensitive fields instead of masking them");
    addSignIn(command, in->signIn);
    command->callback([in] { records(*in); });
}

}  // namespace

void addRecordCommands(CLI::App& app) {
    addRecords(app);
    auto* command = app.add_subcommand("record", "Put a record into a register, change it, move it or end it");
    auto in = std::make_shared<WriteArguments>();
    in->author = accountName();
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("REGISTER", in->registerId, "Id of the register")->required();
    command->add_option("--set", in->set, "field=value; choices by code or name");
    command->add_option("--id", in->id, "The record to change; without it a new one is made");
    command->add_option("--unit", in->unit, "Code of the unit it stands on");
    command->add_option("--level", in->level, "Level of that unit where several have the code");
    command->add_option("--at", in->at, "LON,LAT of a point");
    command->add_option("--wkt", in->wkt, "Geometry as well-known text, EPSG:4490");
    command->add_option("--do", in->action, "Move it along its lifecycle by this action");
    command->add_option("--note", in->note, "Note of the step");
    command->add_flag("--end", in->end, "It no longer counts from --day on");
    command->add_option("--day", in->day, "Day, YYYY-MM-DD; default today");
    command->add_option("--role", in->role, "As what you act")->capture_default_str();
    command->add_option("--author", in->author, "Who does it")->capture_default_str();
    addSignIn(command, in->signIn);
    command->callback([in] { record(*in); });
}

}  // namespace xiangtu::cli
