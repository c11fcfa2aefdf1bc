// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/file_summary.h"
#include "app/cli/output.h"
#include "app/cli/place_text.h"
#include "base/error.h"
#include "base/json.h"
#include "edit/compare.h"
#include "edit/declared.h"
#include "geodesy/area.h"
#include "project/project.h"
#include "project/timeline.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::cli {

namespace {

struct HistoryArguments {
    std::string file, code, level, day, day2, within;
    std::size_t limit = 100;
    bool json = false, csv = false, verify = false;
};

base::Json logJson(const store::LogEntry& entry) {
    base::Json json{{"seq", entry.seq},
                    {"title", entry.set.title},
                    {"author", entry.set.author},
                    {"at", entry.set.at},
                    {"changes", edit::toJson(entry.set.changes)}};
    if (!entry.set.reason.empty()) json["reason"] = entry.set.reason;
    if (entry.undoes) json["undoes"] = *entry.undoes;
    if (entry.undoneBy) json["undone_by"] = *entry.undoneBy;
    return json;
}

/// What a line of the catalogue declares differently: the first few of it.
std::string declaredText(const edit::ChangeSet& set) {
    constexpr std::size_t kNamed = 4;
    const auto declared = edit::declaredOf(set);
    std::string text;
    for (std::size_t i = 0; i < std::min(kNamed, declared.size()); ++i)
        text.append(i == 0 ? "  " : "; ").append(edit::inWords(declared[i]));
    if (declared.size() > kNamed) text += "; and " + std::to_string(declared.size() - kNamed) + " more";
    return text;
}

void printLog(const std::vector<store::LogEntry>& entries, bool asJson) {
    if (asJson) {
        base::Json list = base::Json::array();
        for (const store::LogEntry& entry : entries) list.push_back(logJson(entry));
        std::printf("%s\n", list.dump(2).c_str());
        return;
    }
    for (const store::LogEntry& entry : entries) {
        std::string note;
        if (entry.undoes) {
            note = entry.kind == store::LogEntry::Kind::redo ? "  brings back what " : "  takes back ";
            note += std::to_string(*entry.undoes);
            if (entry.kind == store::LogEntry::Kind::redo) note += " took back";
        }
        if (entry.undoneBy) note += "  taken back by " + std::to_string(*entry.undoneBy);
        if (!entry.set.reason.empty()) note += "  " + entry.set.reason;
        note += declaredText(entry.set);
        std::printf("%6lld  %s  %-12s %s, %zu row(s)%s\n", static_cast<long long>(entry.seq), entry.set.at.c_str(),
                    entry.set.title.c_str(), entry.set.author.c_str(), entry.set.changes.size(), note.c_str());
    }
    if (entries.empty()) std::printf("no edits yet\n");
}

void verify(store::Store& store, bool asJson) {
    const store::ChainCheck check = store.checkChain();
    if (asJson) {
        base::Json json{{"lines", check.lines}, {"head", check.head}, {"whole", !check.brokenAt.has_value()}};
        if (check.brokenAt) {
            json["broken_at"] = *check.brokenAt;
            json["reason"] = check.reason;
        }
        std::printf("%s\n", json.dump(2).c_str());
    } else if (!check.brokenAt) {
        std::printf("%lld line(s), unbroken; newest hash %s\n", static_cast<long long>(check.lines),
                    check.head.empty() ? "none" : check.head.c_str());
    }
    if (!check.brokenAt) return;
    throw base::Error(base::Fault::damaged,
                      "change log, line " + std::to_string(*check.brokenAt) + ": " + check.reason);
}

double inMu(double squareMetres) { return geodesy::muFromSquareMetres(squareMetres); }

std::string happeningText(const project::Happening& h) {
    using What = project::Happening::What;
    char areas[96];
    switch (h.what) {
    case What::began:
        std::snprintf(areas, sizeof areas, ", %.2f mu", inMu(h.areaAfter));
        return "is there as " + h.after + areas;
    case What::ended: return "is no more";
    case What::border:
        std::snprintf(areas, sizeof areas, "border moved, %.2f -> %.2f mu (%+.2f)", inMu(h.areaBefore),
                      inMu(h.areaAfter), inMu(h.areaAfter - h.areaBefore));
        return areas;
    case What::name: return "name " + h.before + " -> " + h.after;
    case What::code: return "code " + h.before + " -> " + h.after;
    case What::parent: return "parent " + h.before + " -> " + h.after;
    case What::unitClass: return "class " + h.after;
    case What::lineage:
        std::snprintf(areas, sizeof areas, ", %.2f mu", inMu(h.areaAfter));
        if (h.kind == "split") return (h.outgoing ? "split off: " : "split from ") + h.after + areas;
        if (h.kind == "merge") return (h.outgoing ? "went into " : "took over ") + h.after + areas;
        return (h.outgoing ? "gave land to " : "took land from ") + h.after + areas;
    }
    return {};
}

base::Json happeningJson(const project::Happening& h) {
    base::Json json{{"what", project::happeningName(h.what)}, {"day", h.day.iso()}, {"text", happeningText(h)}};
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) json[key] = text;
    };
    add("before", h.before);
    add("after", h.after);
    add("kind", h.kind);
    add("reason", h.reason);
    add("author", h.author);
    add("at", h.at);
    if (h.areaBefore > 0) json["area_before_mu"] = inMu(h.areaBefore);
    if (h.areaAfter > 0) json["area_after_mu"] = inMu(h.areaAfter);
    if (h.seq > 0) json["seq"] = h.seq;
    return json;
}

void history(const HistoryArguments& in) {
    const auto store = store::open(in.file, store::OpenMode::readOnly);
    if (in.verify) return verify(*store, in.json);
    if (in.code.empty()) return printLog(store->log(in.limit), in.json);
    const auto level = in.level.empty() ? std::nullopt : model::parseLevel(in.level);
    if (!in.level.empty() && !level) throw base::Error(base::Fault::usage, "\"" + in.level + "\" is not a level");
    const auto unit = store->unitOfCode(codeOf(in.code), level);
    if (!unit) refuse({edit::RefusalReason::unknownUnit, "no unit ever had code " + in.code, {codeOf(in.code)}, {}});
    auto line = project::timeline(*store, *unit);
    if (line.size() > in.limit) line.resize(in.limit);
    if (in.json) {
        base::Json list = base::Json::array();
        for (const auto& happening : line) list.push_back(happeningJson(happening));
        std::printf("%s\n", list.dump(2).c_str());
        return;
    }
    for (const auto& h : line) {
        std::string who = h.author.empty() ? "" : "  " + h.author;
        if (!h.at.empty()) who += " " + h.at;
        if (!h.reason.empty()) who += "  " + h.reason;
        std::printf("%s  %s%s\n", h.day.iso().c_str(), happeningText(h).c_str(), who.c_str());
    }
}

base::Date dayOf(const std::string& text) {
    const auto day = base::Date::parse(text);
    if (!day) throw base::Error(base::Fault::usage, "\"" + text + "\" is not a day in the form YYYY-MM-DD");
    return *day;
}

void asOf(const HistoryArguments& in) {
    const auto snapshot = store::open(in.file, store::OpenMode::readOnly)->load(dayOf(in.day), {});
    if (in.level.empty() && in.within.empty()) {
        const base::Json summary = summarise(snapshot, in.file);
        std::printf("%s\n", in.json ? summary.dump(2).c_str() : asText(summary).c_str());
        return;
    }
    const auto within = unitOrNone(snapshot, in.within);
    base::Json list = base::Json::array();
    for (const model::Level level : model::kLevels) {
        if (!in.level.empty() && in.level != model::levelName(level)) continue;
        const model::LevelTable& table = snapshot.table(level);
        for (std::uint32_t row = 0; row < table.units.size(); ++row) {
            if (within.valid() && snapshot.ancestor({level, row}, within.level) != within) continue;
            const model::Unit& unit = table.units[row];
            const double area = inMu(geodesy::area(table.shapes, row));
            const std::string parent = unit.parent.valid() ? snapshot.unit(unit.parent).code.text() : "";
            if (in.json) {
                list.push_back({{"level", model::levelName(level)},
                                {"code", unit.code.text()},
                                {"name", unit.name},
                                {"parent", parent},
                                {"area_mu", area},
                                {"since", unit.from.iso()}});
            } else {
                std::printf("%-15s %-18s %s  %.2f mu  since %s\n", std::string(model::levelName(level)).c_str(),
                            unit.code.text().c_str(), unit.name.c_str(), area, unit.from.iso().c_str());
            }
        }
    }
    if (in.json) std::printf("%s\n", list.dump(2).c_str());
}

/// What is different, as words and as fields for JSON and CSV.
struct Row {
    std::string level, code, name, change, detail;
    double before = 0, after = 0;
};

std::vector<Row> rowsOf(const model::Snapshot& a, const model::Snapshot& b) {
    std::vector<Row> rows;
    for (const edit::UnitDifference& d : edit::compare(a, b)) {
        const model::Unit& unit = d.isGone() ? a.unit(d.before) : b.unit(d.after);
        const auto add = [&](const char* change, std::string detail) {
            rows.push_back({std::string(model::levelName(d.level)), unit.code.text(), unit.name, change,
                            std::move(detail), inMu(d.areaBefore), inMu(d.areaAfter)});
        };
        const auto parent = [](const model::Snapshot& s, model::UnitRef ref) {
            return s.unit(ref).parent.valid() ? s.unit(s.unit(ref).parent).code.text() : std::string("none");
        };
        if (d.isNew()) add("new", "");
        if (d.isGone()) add("gone", "");
        if (d.borderMoved) add("border", "");
        if (d.renamed) add("name", a.unit(d.before).name + " -> " + unit.name);
        if (d.recoded) add("code", a.unit(d.before).code.text() + " -> " + unit.code.text());
        if (d.reparented) add("parent", parent(a, d.before) + " -> " + parent(b, d.after));
        if (d.households) {
            add("households", std::to_string(a.unit(d.before).households) + " -> " + std::to_string(unit.households));
        }
        for (const std::size_t s : d.classes) {
            const auto was = a.findScheme((*b.schemes)[s].key);
            const std::string from = was ? edit::classCode(a, *was, d.before) : "";
            const std::string to = edit::classCode(b, s, d.after);
            add("class", (*b.schemes)[s].key + ": " + (from.empty() ? "-" : from) + " -> " + (to.empty() ? "-" : to));
        }
    }
    return rows;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

void compareDays(const HistoryArguments& in) {
    const auto store = store::open(in.file, store::OpenMode::readOnly);
    const auto earlier = store->load(dayOf(in.day), {});
    const auto later = store->load(dayOf(in.day2), {});
    const auto rows = rowsOf(earlier, later);
    if (in.json) {
        base::Json list = base::Json::array();
        for (const Row& row : rows) {
            base::Json json{{"level", row.level}, {"code", row.code}, {"name", row.name}, {"change", row.change}};
            if (!row.detail.empty()) json["detail"] = row.detail;
            if (row.before > 0) json["area_before_mu"] = row.before;
            if (row.after > 0) json["area_after_mu"] = row.after;
            list.push_back(std::move(json));
        }
        std::printf("%s\n", list.dump(2).c_str());
        return;
    }
    if (in.csv) {
        std::printf("\xEF\xBB\xBFlevel,code,name,change,detail,area_before_mu,area_after_mu\r\n");
        for (const Row& row : rows) {
            std::printf("%s,\"%s\",%s,%s,%s,%.2f,%.2f\r\n", row.level.c_str(), row.code.c_str(),
                        quoted(row.name).c_str(), row.change.c_str(), quoted(row.detail).c_str(), row.before,
                        row.after);
        }
        return;
    }
    for (const Row& row : rows) {
        std::printf("%-15s %-18s %s  %s", row.level.c_str(), row.code.c_str(), row.name.c_str(), row.change.c_str());
        if (!row.detail.empty()) std::printf("  %s", row.detail.c_str());
        if (row.change == "border" || row.change == "new" || row.change == "gone") {
            std::printf("  %.2f -> %.2f mu (%+.2f)", row.before, row.after, row.after - row.before);
        }
        std::printf("\n");
    }
    if (rows.empty()) std::printf("nothing is different\n");
}

CLI::App* addFileCommand(CLI::App& app, const char* name, const char* help,
                         const std::shared_ptr<HistoryArguments>& in) {
    auto* command = app.add_subcommand(name, help);
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    return command;
}

}  // namespace

void addHistoryCommands(CLI::App& app) {
    const auto listing = std::make_shared<HistoryArguments>();
    auto* command = addFileCommand(app, "history", "The edits of a file or the life of a unit, newest first", listing);
    command->add_option("CODE", listing->code, "A unit of today or of former days");
    command->add_option("--level", listing->level, "Level of that unit where several have the code");
    command->add_option("--limit", listing->limit, "At most so many")->capture_default_str();
    command->add_flag("--json", listing->json, "As JSON, edits with every row before and after");
    command->add_flag("--verify", listing->verify,
                      "Check the hashes of all lines and name the first that does not fit");
    command->callback([listing] { history(*listing); });

    const auto past = std::make_shared<HistoryArguments>();
    command = addFileCommand(app, "as-of", "What stood on a day", past);
    command->add_option("DAY", past->day, "YYYY-MM-DD")->required();
    command->add_option("--level", past->level, "List the units of this level");
    command->add_option("--within", past->within, "List the units inside the one of this code");
    command->add_flag("--json", past->json, "As JSON");
    command->callback([past] { asOf(*past); });

    const auto two = std::make_shared<HistoryArguments>();
    command = addFileCommand(app, "compare", "What is different between two days", two);
    command->add_option("DAY1", two->day, "YYYY-MM-DD")->required();
    command->add_option("DAY2", two->day2, "YYYY-MM-DD")->required();
    auto* json = command->add_flag("--json", two->json, "As JSON");
    command->add_flag("--csv", two->csv, "As CSV with a byte order mark")->excludes(json);
    command->callback([two] { compareDays(*two); });
}

}  // namespace xiangtu::cli
