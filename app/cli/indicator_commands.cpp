// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/query/geojson.h"
#include "base/json.h"
#include "indicators/checks.h"
#include "indicators/due.h"
#include "store/store.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::cli {

namespace {

using indicators::Figures;

struct Arguments {
    std::string file, level = "county", date, within, rank;
    std::vector<std::string> ids;
    double threshold = 0;
    bool json = false, csv = false, hasThreshold = false;
    [[nodiscard]] TableForm form() const { return json ? TableForm::json : csv ? TableForm::csv : TableForm::text; }
};

model::Snapshot load(const std::string& file, const std::string& date) {
    return store::open(file, store::OpenMode::readOnly)->load(dayOrToday(date), {});
}

model::Level levelOf(const std::string& text) {
    const auto level = model::parseLevel(text);
    if (!level)
        throw base::Error(base::Fault::usage,
                          "\"" + text + "\" is not a level (county, township, village, natural_village, grid)");
    return *level;
}

std::size_t need(const Figures& figures, const std::string& id) {
    const auto at = figures.find(id);
    if (!at) throw base::Error(base::Fault::usage, "there is no indicator \"" + id + "\" (xiangtu catalogue list)");
    return *at;
}

/// One line an indicator for one unit: what a county is asked for.
indicators::Table listed(const Figures& figures, const std::vector<std::size_t>& wanted, model::UnitRef unit,
                         std::optional<double> threshold) {
    indicators::Table table;
    table.columns = {{"indicator", {"指标", "Indicator"}, {}, -1, false, false},
                     {"title", {"名称", "Title"}, {}, -1, false, false},
                     {"value", {"数值", "Value"}, {}, -1, true, false},
                     {"unit", {"单位", "Unit"}, {}, -1, false, false},
                     {"target", {"目标", "Target"}, {}, -1, true, false}};
    for (const std::size_t i : wanted) {
        const model::IndicatorDef& def = figures.snapshot().catalogue->indicators[i];
        const double value = figures.value(i, unit, threshold);
        const double scale = std::pow(10.0, def.decimals);
        indicators::Table::Row row{unit, 0, {def.id, def.title.zh, {}, def.unit, {}}};
        if (!std::isnan(value)) row.cells[2] = std::round(value * scale) / scale;
        if (def.target) row.cells[4] = *def.target;
        table.rows.push_back(std::move(row));
    }
    return table;
}

void indicatorsCommand(const Arguments& in) {
    const Figures figures(load(in.file, in.date));
    const model::Snapshot& snapshot = figures.snapshot();
    const model::Level level = levelOf(in.level);
    std::vector<std::size_t> wanted;
    for (const std::string& id : in.ids) wanted.push_back(need(figures, id));
    for (std::size_t i = 0; in.ids.empty() && i < snapshot.catalogue->indicators.size(); ++i) {
        if (std::ranges::count(snapshot.catalogue->indicators[i].levels, level)) wanted.push_back(i);
    }
    const auto threshold = in.hasThreshold ? std::optional(in.threshold) : std::nullopt;
    const model::UnitRef within = unitOrNone(snapshot, in.within);
    const bool one = snapshot.table(level).units.size() == 1 || (within.valid() && within.level == level);
    if (one) {
        print(snapshot, listed(figures, wanted, within.valid() ? within : model::UnitRef{level, 0}, threshold),
              in.form());
        return;
    }
    std::optional<std::size_t> rank;
    if (!in.rank.empty()) rank = need(figures, in.rank);
    print(snapshot, indicators::unitTable(figures, wanted, level, within, rank), in.form());
}

void checkCommand(const Arguments& in) {
    const Figures figures(load(in.file, in.date));
    const model::Snapshot& snapshot = figures.snapshot();
    indicators::Table table;
    table.columns = {
        {"rule", {"规则", "Rule"}, {}, -1, false, false},      {"title", {"内容", "Title"}, {}, -1, false, false},
        {"unit_code", {"代码", "Code"}, {}, -1, false, false}, {"unit", {"单位", "Unit"}, {}, -1, false, false},
        {"value", {"实际", "Value"}, {}, -1, true, false},     {"limit", {"应为", "Limit"}, {}, -1, true, false},
        {"who", {"责任人", "Who"}, {}, -1, false, false}};
    for (const indicators::Finding& f : indicators::checkAll(figures)) {
        const model::RuleDef& rule = snapshot.catalogue->rules[f.rule];
        if (!in.ids.empty() && !std::ranges::count(in.ids, rule.id)) continue;
        const model::Unit& unit = snapshot.unit(f.unit);
        const auto figure = [](double d) {
            return std::isnan(d) ? model::Value() : model::Value(std::round(d * 100) / 100);
        };
        table.rows.push_back(
            {f.unit,
             0,
             {rule.id, rule.title.zh, unit.code.text(), unit.name, figure(f.value), figure(f.limit), f.text}});
    }
    print(snapshot, table, in.form());
    if (in.form() == TableForm::text) std::printf("%zu finding(s)\n", table.rows.size());
}

void reportCommand(const Arguments& in) {
    const Figures figures(load(in.file, in.date));
    const model::Snapshot& snapshot = figures.snapshot();
    const model::ReportDef* report = snapshot.catalogue->findReport(in.ids.front());
    if (!report)
        throw base::Error(base::Fault::usage, "there is no report \"" + in.ids.front() + "\" (xiangtu catalogue list)");
    std::vector<indicators::Table> tables = indicators::reportTables(figures, *report, unitOrNone(snapshot, in.within));
    for (indicators::Table& table : tables) mask(table);
    if (in.json) {
        base::Json all = base::Json::array();
        for (const auto& table : tables) all.push_back({{"title", table.title.zh}, {"rows", app::tableJson(table)}});
        std::printf("%s\n", all.dump(2).c_str());
        return;
    }
    if (in.csv) {
        std::printf("%s", indicators::reportCsv(snapshot, *report, tables, indicators::Language::chinese).c_str());
        return;
    }
    std::printf("%s  %s\n", report->title.zh.c_str(), snapshot.day.iso().c_str());
    for (const auto& table : tables) {
        std::printf("\n%s\n", table.title.zh.c_str());
        print(snapshot, table, in.form());
    }
}

void worklistCommand(const Arguments& in) {
    const model::Snapshot snapshot = load(in.file, in.date);
    indicators::Table table;
    table.columns = {{"register", {"台账", "Register"}, {}, -1, false, false},
                     {"id", {"编号", "No."}, {}, -1, false, false},
                     {"unit", {"所在", "Unit"}, {}, -1, false, false},
                     {"state", {"状态", "State"}, {}, -1, false, false},
                     {"due", {"期限", "Due"}, {}, -1, false, false},
                     {"days_left", {"剩余天数", "Days left"}, {}, 0, true, false},
                     {"urgency", {"时限", "Urgency"}, {}, -1, false, false},
                     {"escalated", {"上报", "Escalated"}, {}, -1, false, false}};
    static constexpr const char* kUrgency[] = {"closed", "open", "nearly_due", "overdue"};
    for (const indicators::Matter& m : indicators::matters(snapshot, unitOrNone(snapshot, in.within))) {
        const char* urgency = kUrgency[std::size_t(m.urgency)];
        if (!in.ids.empty() && !std::ranges::count(in.ids, std::string(urgency))) continue;
        const model::RegisterTable& source = *snapshot.registers[m.registerIndex];
        const model::Record& record = *source.find(m.record);
        const model::Lifecycle* lifecycle = snapshot.catalogue->findLifecycle(source.def.lifecycle);
        const bool clock = !record.due.isOpen();
        table.rows.push_back(
            {record.unit,
             m.record,
             {source.def.title.zh, m.record,
              record.unit.valid() ? model::Value(snapshot.unit(record.unit).name) : model::Value(),
              record.state < lifecycle->states.size() ? model::Value(lifecycle->states[record.state].title.zh)
                                                      : model::Value(),
              clock ? model::Value(record.due.iso()) : model::Value(),
              clock ? model::Value(std::int64_t(m.daysLeft)) : model::Value(), std::string(urgency),
              m.escalatedTo ? model::Value(std::string(model::levelName(*m.escalatedTo))) : model::Value()}});
    }
    print(snapshot, table, in.form());
}

CLI::App* add(CLI::App& app, const char* name, const char* help, const std::shared_ptr<Arguments>& in,
              void (*run)(const Arguments&)) {
    auto* command = app.add_subcommand(name, help);
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("--date", in->date, "As of this day, YYYY-MM-DD; default today");
    command->add_flag("--json", in->json, "As JSON");
    command->add_flag("--csv", in->csv, "As CSV with a byte order mark");
    command->callback([in, run] { run(*in); });
    return command;
}

}  // namespace

void addIndicatorCommands(CLI::App& app) {
    auto in = std::make_shared<Arguments>();
    auto* figures = add(app, "indicators", "The office's figures, per unit and day", in, indicatorsCommand);
    figures->add_option("--level", in->level, "Units of this level")->capture_default_str();
    figures->add_option("--indicator", in->ids, "Only these");
    figures->add_option("--within", in->within, "Only units inside the one of this code");
    figures->add_option("--rank", in->rank, "Order by this indicator, best first");
    figures->add_option("--threshold", in->threshold, "Instead of the indicator's first threshold")
        ->each([in](const std::string&) { in->hasThreshold = true; });
    in = std::make_shared<Arguments>();
    auto* checking = add(app, "check", "Where the rules of the catalogue do not hold", in, checkCommand);
    checking->add_option("--rule", in->ids, "Only these");
    in = std::make_shared<Arguments>();
    auto* report = add(app, "report", "The tables of a report", in, reportCommand);
    report->add_option("REPORT", in->ids, "Id of the report")->required()->expected(1);
    report->add_option("--within", in->within, "Only the unit of this code and what lies in it");
    in = std::make_shared<Arguments>();
    auto* worklist = add(app, "worklist", "Matters with a clock: overdue first", in, worklistCommand);
    worklist->add_option("--urgency", in->ids, "Only these: overdue, nearly_due, open, closed");
    worklist->add_option("--within", in->within, "Only the unit of this code and what lies in it");
}

}  // namespace xiangtu::cli
