// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "edit/change_set.h"
#include "edit/plan.h"
#include "model/account.h"
#include "model/draft.h"
#include "model/snapshot.h"
#include "store/arrivals.h"
#include "store/kept.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::store {

/// One line of the append-only change log.
struct LogEntry {
    std::int64_t seq = 0;
    edit::ChangeSet set;
    std::optional<std::int64_t> undoes;    ///< this entry takes back that one
    std::optional<std::int64_t> undoneBy;  ///< this entry was taken back by that one
    /// An edit; the taking back of one; the taking back of that, so that the edit stands again.
    enum class Kind { edit, undo, redo } kind = Kind::edit;
};

/// Which lines of the change log are asked for; what is empty leaves all in.
struct LogFilter {
    std::string author;               ///< exactly so
    std::vector<std::string> titles;  ///< ChangeSet::title
    bool takingBack = false;          ///< only lines that take back another
    std::string within;               ///< what the code of a unit it is about begins with
    std::string from, to;             ///< ISO instants, [from, to)
};

/// A unit a line of the log is about, as it is called today.
struct LogUnit {
    model::UnitId id;
    model::Level level = model::Level::grid;
    std::string code, name;
};

/// A line of the log with what a reader wants to know of it.
struct LogLine {
    LogEntry entry;
    /// The first few: those that were split, merged or handed over, then the largest.
    std::vector<LogUnit> units;
    std::size_t unitCount = 0;
    std::string organisation;  ///< name of the first organisation it is about
};

/// One class a unit had in a scheme.
struct ClassRecord {
    std::string scheme;
    std::string classCode;  ///< empty = class taken away
    std::string from;       ///< ISO date
    std::string reason;
    std::string author;
    std::string at;       ///< ISO instant it was recorded
    std::string photo{};  ///< Attachment::hash; empty = none
};

/// How a unit was from a day on until another.
struct UnitState {
    base::Date from{};
    base::Date to = base::Date::open();
    edit::UnitNow::State state;
    double areaM2 = 0;       ///< on the ellipsoid
    std::string parentCode;  ///< of today; empty = none
};

/// How a unit came out of another, or went into it.
struct LineageRecord {
    model::UnitId from;
    model::UnitId to;
    std::string fromCode, toCode, fromName, toName;  ///< as they are, or last were
    model::Level level = model::Level::grid;
    std::string kind;  ///< split, merge, piece, recode
    base::Date day{};
    double areaM2 = 0;  ///< that passed; 0 = not said
    std::string author;
    std::string at;
};

/// What the hashes of the change log say.
struct ChainCheck {
    std::int64_t lines = 0;
    std::string head;                      ///< hash of the newest line; empty for an empty log
    std::optional<std::int64_t> brokenAt;  ///< the first line that is not as it was written
    std::string reason;                    ///< what is wrong there
};

/// An edit that is to happen on a day to come.
struct PlannedEdit {
    std::int64_t id = 0;
    base::Date day{};
    std::string command;  ///< JSON, edit/command_json.h
    std::string author;
    std::string at;
    std::string state;  ///< planned, applied, conflict, withdrawn
    std::string note;   ///< why it could not be applied, or the line of the log that did
};

/// What a commit leaves: its number in the log, and what now holds of the classes and records it named.
struct Committed {
    std::int64_t seq = 0;
    edit::Now now;
};

/// One step of a matter along its lifecycle.
struct StepRecord {
    std::string action;  ///< empty: the matter began
    std::string from;
    std::string to;
    std::string day;  ///< ISO date
    std::string role;
    std::string note;
    std::string author;
    std::string at;  ///< ISO instant
};

/// A photo or paper, named by the SHA-256 of its bytes in small hexadecimal digits.
struct Attachment {
    std::string hash;
    std::string name;  ///< file name it came with
    std::string mime;
    std::vector<std::byte> bytes;
    std::vector<std::byte> thumbnail;     ///< JPEG; may be empty
    std::optional<geom::GeoPoint> place;  ///< where a photo was taken, as its own data say
    std::string taken;                    ///< ISO instant as the photo says; may be empty
    std::string author;
    std::string at;
};

/// Somebody had sensitive values shown.
struct Uncovering {
    std::string registerId;
    std::optional<std::int64_t> record;  ///< nothing = a whole table
    std::string author;
    std::string at;  ///< ISO instant
};

/// A row is no longer what the change set's `before` says: somebody changed it in the meantime.
class RowChanged : public base::Error {
public:
    explicit RowChanged(const std::string& what) : Error(base::Fault::busy, what) {}
};

/// Rows written in one transaction: everything or, without commit(), nothing.
class BulkWriter : public model::Sink {
public:
    virtual void commit() = 0;
};

/// How often an account's PIN was given wrongly since it was given right, and until when no try is listened to.
struct PinTries {
    std::int64_t wrong = 0;
    std::int64_t waitUntil = 0;  ///< seconds since 1970-01-01T00:00Z
};
struct Pin {
    std::string hash;  ///< base::hashPin
    PinTries tries;
};

/// What a row belongs to, for whoever asks who may change it: a unit, or for an organisation that serves none the
/// one above it.
struct Belongs {
    model::UnitId unit;     ///< not stored() = none
    model::PartyOrgId org;  ///< table party_org: the one above; not stored() = none
};

/// What a file answers. One store belongs to one thread. Every function throws base::Error on a fault.
class Reader {
public:
    virtual ~Reader() = default;

    [[nodiscard]] virtual model::FileInfo info() const = 0;
    [[nodiscard]] virtual bool readOnly() const = 0;

    /// The units of county and township level only: quick, true, enough for a first picture.
    [[nodiscard]] virtual model::Snapshot loadOverview(base::Date day) = 0;
    /// Everything; tables that `recall` answers with and that still hold are not read again.
    /// Both functions may be empty.
    [[nodiscard]] virtual Loaded load(base::Date day, const base::Progress& progress, const Recall& recall,
                                      const Drawable& drawable) = 0;
    [[nodiscard]] model::Snapshot load(base::Date day, const base::Progress& progress) {
        return load(day, progress, {}, {}).snapshot;
    }
    /// What the file's rows are known by at the moment; see Loaded::identity.
    [[nodiscard]] virtual std::optional<Identity> identity() = 0;

    /// The snapshot with catalogue and registers read anew; everything else stays.
    [[nodiscard]] virtual model::Snapshot reloadRegisters(const model::Snapshot& snapshot) = 0;

    [[nodiscard]] virtual edit::PlanContext planContext(const std::string& author) = 0;
    /// Newest first.
    [[nodiscard]] virtual std::vector<LogEntry> log(std::size_t limit) = 0;
    /// Newest first, those numbered below `before` (0 = from the newest on).
    [[nodiscard]] virtual std::vector<LogLine> logLines(const LogFilter& filter, std::int64_t before,
                                                        std::size_t limit) = 0;
    [[nodiscard]] virtual std::int64_t countLog(const LogFilter& filter) = 0;
    /// Everybody who is named in the log, by name.
    [[nodiscard]] virtual std::vector<std::string> logAuthors() = 0;
    /// The newest entry that stands: an edit or a redo that was not taken back; with an author, of that author.
    /// Changes of accounts are never taken back.
    [[nodiscard]] virtual std::optional<LogEntry> lastUndoable(std::string_view author) = 0;
    [[nodiscard]] std::optional<LogEntry> lastUndoable() { return lastUndoable({}); }
    /// The newest undo that was not taken back; nothing once another edit was made after it. With an author, only
    /// what that author did counts.
    [[nodiscard]] virtual std::optional<LogEntry> lastRedoable(std::string_view author) = 0;
    [[nodiscard]] std::optional<LogEntry> lastRedoable() { return lastRedoable({}); }
    /// Lines about a unit: its own rows, its classes, its organisations and records. Newest first.
    [[nodiscard]] virtual std::vector<LogEntry> unitLog(model::UnitId unit, std::size_t limit) = 0;
    /// Goes through the whole log, and holds the accounts against what it says of them.
    [[nodiscard]] virtual ChainCheck checkChain() = 0;
    /// What was done to a record, oldest first.
    [[nodiscard]] virtual std::vector<StepRecord> steps(const std::string& registerId, std::int64_t record) = 0;
    [[nodiscard]] virtual std::optional<Attachment> attachment(const std::string& hash) = 0;
    /// Newest first; of all schemes.
    [[nodiscard]] virtual std::vector<ClassRecord> classHistory(model::UnitId unit) = 0;

    /// Reasons given lately for classes of a scheme (all schemes when empty), newest first, each once.
    [[nodiscard]] virtual std::vector<std::string> recentReasons(std::string_view schemeKey, std::size_t limit) = 0;
    /// Every form a unit had, oldest first.
    [[nodiscard]] virtual std::vector<UnitState> unitStates(model::UnitId unit) = 0;
    /// What a unit came out of and what came out of it, oldest first.
    [[nodiscard]] virtual std::vector<LineageRecord> lineage(model::UnitId unit) = 0;
    /// The unit that had a code on any day: of today if there is one, else the one that had it last.
    [[nodiscard]] virtual std::optional<model::UnitId> unitOfCode(model::Code code,
                                                                  std::optional<model::Level> level) = 0;
    /// Code and parent of a unit's own row, of whatever day; nothing when there is no such row.
    struct UnitRow {
        std::string code;
        model::UnitId parent;  ///< not stored() = none
    };
    [[nodiscard]] virtual std::optional<UnitRow> unitRow(model::UnitId unit) = 0;
    /// Tables with a column unit_id; nothing when there is no such row.
    [[nodiscard]] virtual std::optional<Belongs> belongs(const std::string& table, std::int64_t row) = 0;

    /// By day, then by id; all states.
    [[nodiscard]] virtual std::vector<PlannedEdit> plannedEdits() = 0;

    /// By name. None in a file that is open to whoever holds it.
    [[nodiscard]] virtual std::vector<model::Account> accounts() = 0;
    [[nodiscard]] virtual std::optional<Pin> pin(model::AccountId account) = 0;
    /// Newest first.
    [[nodiscard]] virtual std::vector<Uncovering> uncoverings(std::size_t limit) = 0;
};

/// The seam between the program and a database engine; nothing above knows which engine it is. Who may write is
/// not asked here: that is project::Project's to decide, through which all of the program writes.
class Store : public Reader {
public:
    /// Checks each change's `before` against the row on disk, writes all of them and the log entry in
    /// one durable transaction. A row that differs from `before` throws RowChanged naming the row, and
    /// nothing is written. `day` is the day the returned classes are for.
    virtual Committed commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day) = 0;
    /// Writes the changes as commit() does, and the rows that come, in one durable transaction and one line of the log,
    /// which has the title, author and reason of `changed`; see kRowsLogged for what it holds. Answers the line.
    virtual std::int64_t commitImport(const Arrivals& arrivals, const edit::ChangeSet& changed,
                                      const base::Progress& progress) = 0;
    /// As commit(), for rows of table account; `pinHash` becomes the PIN of each, "" = stays. Answers the line.
    virtual std::int64_t commitAccounts(const edit::ChangeSet& set, const std::string& pinHash) = 0;
    /// Lets `change` alter the tries of a PIN, in one durable transaction; answers the PIN as it is then.
    virtual Pin changeTries(model::AccountId account, const std::function<void(PinTries&)>& change) = 0;
    /// Makes the file follow a catalogue, after a dated backup beside it: new registers become tables,
    /// fields are added, renamed (FieldDef::was) and retired, what is no longer declared stays with its
    /// data. A declaration the records cannot live under is refused and nothing is changed. What is different
    /// afterwards is a line of the log, written with it (edit/declared.h); nothing different, no line.
    virtual std::optional<edit::Refusal> setCatalogue(const model::Catalogue& catalogue, const std::string& author) = 0;
    /// Bytes that are there already are not stored again.
    virtual void addAttachment(const Attachment& attachment) = 0;
    /// `id` and `state` of the argument do not matter; answers the new id.
    virtual std::int64_t addPlanned(const PlannedEdit& planned) = 0;
    virtual void setPlanned(std::int64_t id, std::string_view state, std::string_view note) = 0;
    virtual void addUncovering(const Uncovering& uncovering) = 0;

    [[nodiscard]] virtual std::unique_ptr<BulkWriter> beginBulk() = 0;
};

enum class OpenMode { readWrite, readOnly };

/// Opens an existing Xiangtu file. Upgrades an older schema after writing a dated backup beside the
/// file (never in read-only mode). Faults: io, noPermission, notADatabase, foreignFile, newerVersion,
/// damaged, busy, each naming the file.
[[nodiscard]] std::unique_ptr<Store> open(const std::filesystem::path& file, OpenMode mode);

/// Creates a new file with the current schema and the shipped schemes and registers in `dataDir`.
/// Throws Error{Fault::io} when the file exists.
[[nodiscard]] std::unique_ptr<Store> create(const std::filesystem::path& file, const std::filesystem::path& dataDir);

}  // namespace xiangtu::store
