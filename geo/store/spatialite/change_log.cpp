// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/change_log.h"

#include "base/json.h"
#include "base/sha256.h"
#include "store/spatialite/statement.h"

#include <set>
#include <string>
#include <string_view>

namespace xiangtu::store::spatialite {

namespace {

constexpr const char* kSelectLines =
    "SELECT seq, title, author, at, changes, undoes, reason, hash FROM change_log ORDER BY seq";
constexpr const char* kSelectNext =
    "SELECT seq, title, author, at, changes, undoes, reason, hash FROM change_log WHERE seq > ? ORDER BY seq LIMIT 1";
constexpr const char* kLastSeq = "SELECT seq FROM sqlite_sequence WHERE name = 'change_log'";

/// A line's content without doubt where one field ends and the next begins: each as "length:bytes,".
class Content {
public:
    void add(std::string_view field) {
        m_text.append(std::to_string(field.size())).append(":").append(field).append(",");
    }
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

private:
    std::string m_text;
};

std::string hashOf(std::string_view before, std::int64_t seq, std::string_view title, std::string_view author,
                   std::string_view at, std::string_view changes, std::optional<std::int64_t> undoes,
                   std::string_view reason) {
    Content content;
    content.add(before);
    content.add(std::to_string(seq));
    for (const std::string_view field : {title, author, at, changes}) content.add(field);
    content.add(undoes ? std::to_string(*undoes) : "");
    content.add(reason);
    return base::sha256(content.text());
}

std::string hashOf(std::string_view before, const Query& line) {
    const auto undoes = line.isNull(5) ? std::nullopt : std::optional(line.integer(5));
    return hashOf(before, line.integer(0), line.text(1), line.text(2), line.text(3), line.text(4), undoes,
                  line.text(6));
}

/// The change set as the log keeps it; text that is not UTF-8 is a fault of the caller's input.
std::string logText(const Database& database, const edit::ChangeSet& set) {
    try {
        return edit::toJson(set.changes).dump();
    } catch (const base::Json::type_error&) {
        throw base::Error(base::Fault::format, database.name() + ": " + set.title + ": a text is not UTF-8");
    }
}

void addUnits(const std::optional<model::Fields>& row, std::string_view column, std::set<std::int64_t>& units) {
    if (!row) return;
    if (const auto* id = std::get_if<std::int64_t>(&model::field(*row, column))) units.insert(*id);
}

}  // namespace

std::set<std::int64_t> unitsOf(const Database& database, const std::vector<edit::Change>& changes) {
    std::set<std::int64_t> units;
    for (const edit::Change& change : changes) {
        if (change.table == "unit") {
            units.insert(change.id);
            continue;
        }
        const bool linked = change.table == "party_org" || change.table.starts_with("reg_");
        if (!linked && change.table != "unit_class" && change.table != "unit_past") continue;
        addUnits(change.before, "unit_id", units);
        addUnits(change.after, "unit_id", units);
        // An update that leaves the unit as it is does not name it.
        if (linked && change.before && change.after) {
            Statement select(database, "SELECT unit_id FROM " + quotedName(change.table) + " WHERE id = ?");
            Query row(select, change.id);
            if (row.next() && !row.isNull(0)) units.insert(row.integer(0));
        }
    }
    return units;
}

namespace {

void writeUnits(Database& database, std::int64_t seq, const std::vector<edit::Change>& changes) {
    Statement insert(database, "INSERT OR IGNORE INTO unit_log (unit_id, seq) VALUES (?, ?)");
    for (const std::int64_t unit : unitsOf(database, changes)) insert.run(unit, seq);
}

}  // namespace

std::int64_t appendLine(Database& database, const edit::ChangeSet& set, std::optional<std::int64_t> undoes) {
    const std::int64_t seq = database.integer(kLastSeq) + 1;
    const std::string before = database.text("SELECT hash FROM change_log ORDER BY seq DESC LIMIT 1");
    const std::string changes = logText(database, set);
    const std::string hash = hashOf(before, seq, set.title, set.author, set.at, changes, undoes, set.reason);
    Statement insert(database,
                     "INSERT INTO change_log (seq, title, author, at, changes, undoes, reason, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.run(seq, set.title, set.author, set.at, changes, undoes, set.reason, hash);
    writeUnits(database, seq, set.changes);
    return seq;
}

ChainCheck checkLines(const Database& database) {
    ChainCheck check;
    const auto broken = [&](std::int64_t seq, std::string reason) {
        check.brokenAt = seq;
        check.reason = std::move(reason);
        return check;
    };
    Statement select(database, kSelectLines);
    Query line(select);
    while (line.next()) {
        const std::int64_t seq = line.integer(0);
        if (seq != check.lines + 1) return broken(check.lines + 1, "the line is missing");
        const std::string hash = hashOf(check.head, line);
        if (hash != line.text(7)) return broken(seq, "the line or its hash is not as it was written");
        check.head = hash;
        check.lines = seq;
    }
    const std::int64_t written = database.integer(kLastSeq);
    if (written > check.lines) return broken(check.lines + 1, "the newest lines are missing");
    return check;
}

void chainOldLines(Database& database) {
    const std::string guard =
        database.text("SELECT sql FROM sqlite_master WHERE name = 'change_log_is_append_only_update'");
    database.execute("DROP TRIGGER IF EXISTS change_log_is_append_only_update", "chaining the change log");
    std::string before;
    Statement select(database, kSelectNext);
    Statement update(database, "UPDATE change_log SET hash = ? WHERE seq = ?");
    for (std::int64_t seq = 0;;) {
        std::vector<edit::Change> changes;
        {
            Query line(select, seq);
            if (!line.next()) break;
            seq = line.integer(0);
            before = hashOf(before, line);
            const std::string origin = database.name() + ": table change_log, row " + std::to_string(seq);
            changes = edit::changesFromJson(base::parseJson(line.text(4), origin), origin);
        }
        update.run(before, seq);
        writeUnits(database, seq, changes);
    }
    if (!guard.empty()) database.execute(guard, "chaining the change log");
}

}  // namespace xiangtu::store::spatialite
