// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/fault.h"
#include "project/project.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::app {

/// The open file as the client sees it: the Qt face of project::Project. Lives on the interface
/// thread; the Project itself lives on a worker thread of its own, so nothing here ever waits for
/// the disk. `state()` is an immutable value any worker may hold.
class ProjectObject : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(QString file READ file NOTIFY fileChanged)
    Q_PROPERTY(QString title READ title NOTIFY stateChanged)
    Q_PROPERTY(bool demo READ demo NOTIFY stateChanged)
    Q_PROPERTY(bool empty READ empty NOTIFY stateChanged)
    Q_PROPERTY(bool readOnly READ readOnly NOTIFY fileChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY canUndoChanged)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY canUndoChanged)
    Q_PROPERTY(QString author READ author WRITE setAuthor NOTIFY authorChanged)
    /// As what the author acts: model::roleName. In a file without accounts declared by the user, proved by nothing.
    Q_PROPERTY(QString role READ role WRITE setRole NOTIFY roleChanged)
    /// The file is written only by who signs in.
    Q_PROPERTY(bool hasAccounts READ hasAccounts NOTIFY sessionChanged)
    /// Name of the account signed in; "" = nobody.
    Q_PROPERTY(QString signedIn READ signedIn NOTIFY sessionChanged)
    /// Somebody may write at all; classes and records.
    Q_PROPERTY(bool mayWrite READ mayWrite NOTIFY sessionChanged)
    Q_PROPERTY(bool mayRecord READ mayRecord NOTIFY sessionChanged)
    /// Borders, names, organisations, plans.
    Q_PROPERTY(bool mayStructure READ mayStructure NOTIFY sessionChanged)
    /// Where the account may write, by names; "" = everywhere.
    Q_PROPERTY(QString scopeText READ scopeText NOTIFY sessionChanged)
    Q_PROPERTY(QString errorKind READ errorKind NOTIFY phaseChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY phaseChanged)
    Q_PROPERTY(QString progressStage READ progressStage NOTIFY progressChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged)

public:
    enum class Phase { Closed, Opening, Overview, Ready, Failed };
    Q_ENUM(Phase)

    explicit ProjectObject(QObject* parent = nullptr);
    ~ProjectObject() override;

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] QString file() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool demo() const;
    /// Loaded, and no unit of any level in it.
    [[nodiscard]] bool empty() const;
    /// Opened without the right to write; edits are refused.
    [[nodiscard]] bool readOnly() const;
    /// An edit that still stands can be taken back, also one of an earlier run.
    [[nodiscard]] bool canUndo() const;
    /// An undo can be taken back; until the next edit, also after a restart.
    [[nodiscard]] bool canRedo() const;
    /// Written into every edit: who is signed in, else what was set.
    [[nodiscard]] QString author() const;
    void setAuthor(const QString& author);
    [[nodiscard]] QString role() const;
    /// An unknown name is taken for the one with the fewest rights.
    void setRole(const QString& role);
    [[nodiscard]] bool hasAccounts() const;
    [[nodiscard]] QString signedIn() const;
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] bool mayRecord() const;
    [[nodiscard]] bool mayStructure() const;
    [[nodiscard]] QString scopeText() const;
    /// Why a unit may not be changed, as a sentence; "" = it may. `deed`: "record" (classes, records), "structure"
    /// (borders, names, organisations) or "declare". The gate in the core asks once more.
    Q_INVOKABLE QString whyNot(const QString& code, const QString& deed) const;
    /// Whether sensitive values of a record (0 = of the whole table) may be shown to who is signed in.
    Q_INVOKABLE bool mayUncover(const QString& registerId, qint64 record) const;
    /// Keeps in the file that they were shown.
    Q_INVOKABLE void noteUncovering(const QString& registerId, qint64 record);
    /// base::faultName of the fault that ended opening; empty unless phase is Failed.
    [[nodiscard]] QString errorKind() const;
    [[nodiscard]] QString errorText() const;
    [[nodiscard]] QString progressStage() const;
    /// 0 … 1, or -1 while unknown.
    [[nodiscard]] double progress() const;

    /// What workers draw from; never null members once phase is Overview or Ready, else null members.
    [[nodiscard]] const project::State& state() const;

    /// Closes what is open and starts loading; a path or a file URL.
    Q_INVOKABLE void open(const QUrl& file);
    /// The same file as it was on another day, for reading only; canUndo() stays false.
    void openDay(const QString& file, base::Date day);
    /// The day state() is of; open() means today.
    [[nodiscard]] base::Date day() const;
    /// The same file once more, after it failed or was closed.
    Q_INVOKABLE void reopen();
    Q_INVOKABLE void close();
    /// Stops the running load; the phase goes back to Closed.
    Q_INVOKABLE void cancel();
    // Edits need something on the map: before Overview they are ignored. During Overview they wait until the
    // file is read and are applied then.
    /// Codes, Scheme::key, SchemeClass::code ("" = take away); `photo`: what addAttachment() answered. The
    /// answer comes as applied() or refused().
    Q_INVOKABLE void setClass(const QStringList& codes, const QString& scheme, const QString& classCode,
                              const QString& reason, const QString& photo = {});
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// Reads all classes the unit ever had; the answer comes as historyLoaded().
    void loadHistory(model::UnitRef unit);

    /// What became of an edit; neither refused nor failed = it is saved.
    struct Answer {
        std::optional<edit::Refusal> refusal;
        std::optional<Fault> fault;
        std::vector<edit::RecordNow> records;  ///< that came, changed or went

        [[nodiscard]] bool saved() const { return !refusal && !fault; }
    };
    using Listener = std::function<void(const Answer&)>;
    /// The signals of a saved or failed edit come as for every other; a refusal goes to the listener
    /// only, which shows it where the user typed. `asker` may be gone by then: nobody is called.
    void apply(const edit::Command& command, QObject* asker, Listener listener);
    /// Keeps an edit of borders or of a name for the day it names; planSaved() instead of changeSaved().
    void plan(const edit::Command& command, QObject* asker, Listener listener);
    /// Work on the open file, on its thread, and what is to be done here afterwards; neither when another file was
    /// opened meanwhile. Who is signed in and what can be taken back are looked at anew in between.
    void ask(std::function<void(project::Project&)> work, QObject* asker,
             std::function<void(const std::optional<Fault>&)> then);
    /// Plans whose day is there and that waited for somebody to sign in; the answer comes as plansMade().
    void makeDuePlans();
    /// Makes a plan that waits now; changeSaved() as for every edit. A refusal stays with the plan.
    void makePlan(qint64 id, QObject* asker, Listener listener);
    /// The plan is not to be made; planDropped() instead of changeSaved().
    void dropPlan(qint64 id, QObject* asker, Listener listener);
    /// Makes the file follow the catalogue; catalogueSaved() instead of changeSaved().
    void setCatalogue(const model::Catalogue& catalogue, QObject* asker, Listener listener);
    /// Reasons given lately for classes of the scheme, newest first, each once.
    void loadReasons(const QString& scheme, QObject* asker, std::function<void(const QStringList&)> listener);
    /// Reads what was done to a record; the answer comes as stepsLoaded().
    void loadSteps(const QString& registerId, qint64 record);
    /// Reads the file as it was on another day; the answer comes as dayLoaded(). The map stays.
    void loadDay(base::Date day);
    /// Once the user has the picture: writes what opening the file once more can start from, if that is
    /// not there already, on a thread of low priority that ends with the file. `extras` is what the next
    /// State::extras shall be.
    void keepDisplay(std::vector<display::Section> extras);
    /// Keeps a photo or paper in the file. The answer is its fingerprint, empty where that failed.
    void addAttachment(const QString& file, QObject* asker, std::function<void(const QString& hash)> listener);
    /// What is kept under a fingerprint; null where there is nothing, or it could not be read.
    using AttachmentListener = std::function<void(const std::shared_ptr<const store::Attachment>&)>;
    void loadAttachment(const QString& hash, QObject* asker, AttachmentListener listener);

signals:
    void phaseChanged();
    void fileChanged();
    void stateChanged();
    void progressChanged();
    void canUndoChanged();
    void authorChanged();
    /// After stateChanged; the units whose look may differ.
    void applied(const std::vector<xiangtu::model::UnitRef>& touched, qint64 logNumber);
    /// After applied(): which of the two it was.
    void changeSaved();
    void changeTakenBack();
    void changeMadeAgain();
    void catalogueSaved();
    void planSaved();
    void planDropped();
    /// On opening, of plans whose day was there: so many were made, so many no longer fit.
    void plansMade(int made, int conflicts);
    void roleChanged();
    /// Somebody signed in or out, the accounts of the file are others, or it may be written or not.
    void sessionChanged();
    /// reason: edit::refusalName; detail: sentence; lon/lat: place on the map when hasPlace.
    void refused(const QString& reason, const QString& detail, bool hasPlace, double lon, double lat);
    /// A fault during an edit (disk full …): nothing was changed.
    void failed(const QString& kind, const QString& text);
    /// Newest first, of all schemes.
    void historyLoaded(const QString& code, const std::vector<xiangtu::store::ClassRecord>& records);
    /// Oldest first.
    void stepsLoaded(const QString& registerId, qint64 record, const std::vector<xiangtu::store::StepRecord>& steps);
    void dayLoaded(base::Date day, const std::shared_ptr<const xiangtu::model::Snapshot>& snapshot);

private:
    struct Impl;
    /// An edit on its way: what to do, which signal says it is done, who wants to hear of it.
    struct Order {
        std::function<project::Outcome(project::Project&, const std::string& author, model::Role role)> edit;
        void (ProjectObject::*done)();
        Listener listener;
    };
    /// Posts an edit to the file's thread and its answer back.
    void run(Order order);
    void take(const Order& order, const std::optional<project::Outcome>& outcome, const std::optional<Fault>& fault);
    /// Forgets the open file; answers still on their way are dropped.
    void reset();
    void load(const QUrl& file, std::optional<base::Date> day);
    void show(const project::State& state, Phase phase);
    /// What the file's thread found of accounts and of edits to take back.
    struct Standing;
    void take(const Standing& standing);
    /// The sentence shown for a refusal; of the gate in the user's language.
    [[nodiscard]] QString sentenceOf(const edit::Refusal& refusal) const;
    void stopKeeping();
    void fail(const QString& kind, const QString& text);
    void setPhase(Phase phase);
    void setCanUndo(bool canUndo, bool canRedo);

    std::unique_ptr<Impl> m_impl;
};

}  // namespace xiangtu::app
