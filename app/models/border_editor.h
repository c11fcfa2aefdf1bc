// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/map/map_item.h"
#include "app/project/project_object.h"
#include "borders/proposal.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QVariantList>

#include <memory>
#include <optional>

namespace xiangtu::app {

/// Editing borders: what is drawn on the map becomes a proposal, shown on the map and as a list of every
/// unit touched with its area before and after; nothing is written until save(). Proposals are made by a
/// worker, the newest one wins. Lives on the interface thread.
class BorderEditor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(xiangtu::app::MapItem* map READ map WRITE setMap NOTIFY mapChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// "" | split | reshape | vertices | merge | give | fit: what is being done to the unit.
    Q_PROPERTY(QString task READ task NOTIFY taskChanged)
    Q_PROPERTY(QString code READ code NOTIFY taskChanged)
    Q_PROPERTY(QString name READ name NOTIFY taskChanged)
    /// Children that the new border crosses are cut; else each goes whole to where most of it lies.
    Q_PROPERTY(bool cutsChildren READ cutsChildren WRITE setCutsChildren NOTIFY taskChanged)
    /// Handing land over: code of the unit that gets it; empty = not chosen yet. And which it may be, [{ code, name }].
    Q_PROPERTY(QString taker READ taker WRITE setTaker NOTIFY taskChanged)
    Q_PROPERTY(QString takerName READ takerName NOTIFY taskChanged)
    Q_PROPERTY(QVariantList takers READ takers NOTIFY taskChanged)
    /// Handing land over: it is drawn around; else a line cuts it off.
    Q_PROPERTY(bool byArea READ byArea WRITE setByArea NOTIFY taskChanged)
    /// Fitting into the unit above: borders that miss by no more than so many metres follow.
    Q_PROPERTY(double tolerance READ tolerance WRITE setTolerance NOTIFY taskChanged)
    /// A proposal is being made or saved.
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// There is a proposal that can be saved.
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    /// touchedList(): every unit with its area before and after, largest level first.
    Q_PROPERTY(QVariantList touched READ touched NOTIFY changed)
    /// How many more get or lose points of a border that runs as before.
    Q_PROPERTY(int besides READ besides NOTIFY changed)
    /// What moves with the land, what a person should look at first (reviewList()).
    Q_PROPERTY(QVariantList review READ review NOTIFY changed)
    /// Why what was drawn cannot be done; empty = it can, or nothing was drawn.
    Q_PROPERTY(QString refusal READ refusal NOTIFY changed)
    Q_PROPERTY(bool refusalHasPlace READ refusalHasPlace NOTIFY changed)
    Q_PROPERTY(double refusalLon READ refusalLon NOTIFY changed)
    Q_PROPERTY(double refusalLat READ refusalLat NOTIFY changed)
    /// What acceptOffer() would do; empty = nothing is offered.
    Q_PROPERTY(QString offer READ offer NOTIFY changed)
    /// Vertices stand too close together at this scale to be taken hold of.
    Q_PROPERTY(bool tooFar READ tooFar NOTIFY changed)
    /// Names the new units would get.
    Q_PROPERTY(QStringList newNames READ newNames NOTIFY changed)

public:
    explicit BorderEditor(QObject* parent = nullptr);
    ~BorderEditor() override;

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] MapItem* map() const { return m_map; }
    void setMap(MapItem* map);
    void setLanguage(const QString& language);
    [[nodiscard]] QString task() const { return m_task; }
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool cutsChildren() const { return m_options.children == borders::ChildPolicy::cut; }
    void setCutsChildren(bool cuts);
    [[nodiscard]] QString taker() const { return m_taker; }
    void setTaker(const QString& code);
    [[nodiscard]] QString takerName() const { return nameOf(m_taker); }
    [[nodiscard]] QVariantList takers() const;
    [[nodiscard]] bool byArea() const { return m_byArea; }
    void setByArea(bool byArea);
    [[nodiscard]] double tolerance() const { return m_tolerance; }
    void setTolerance(double metres);
    [[nodiscard]] QVariantList review() const { return m_review; }
    [[nodiscard]] bool busy() const { return m_job.busy() || m_saving; }
    [[nodiscard]] bool ready() const { return m_proposal && !busy(); }
    [[nodiscard]] QVariantList touched() const;
    [[nodiscard]] int besides() const;
    [[nodiscard]] QString refusal() const;
    [[nodiscard]] bool refusalHasPlace() const { return m_refusal && m_refusal->place; }
    [[nodiscard]] double refusalLon() const { return refusalHasPlace() ? m_refusal->place->lon : 0; }
    [[nodiscard]] double refusalLat() const { return refusalHasPlace() ? m_refusal->place->lat : 0; }
    [[nodiscard]] QString offer() const;
    [[nodiscard]] bool tooFar() const { return m_tooFar; }
    [[nodiscard]] QStringList newNames() const;

    /// Begins with the unit; a merge is proposed at once with `others`.
    Q_INVOKABLE void begin(const QString& task, const QString& code, const QStringList& others = {});
    /// A line was drawn: longitude and latitude by turns.
    Q_INVOKABLE void takeLine(const QList<double>& places);
    /// The map was tapped: the unit that gets land, or the piece of a cut that goes over.
    Q_INVOKABLE void tap(double lon, double lat);
    /// Proposes what the refusal offered.
    Q_INVOKABLE void acceptOffer();
    /// Throws the proposal away and lets one draw anew.
    Q_INVOKABLE void drawAnew();
    Q_INVOKABLE void save(const QString& reason, const QString& day, const QStringList& names);
    Q_INVOKABLE void cancel();

signals:
    void projectChanged();
    void mapChanged();
    void languageChanged();
    void taskChanged();
    void changed();
    void saved();
    void failed(const QString& text);

private:
    struct Answer;
    void propose(borders::Request request);
    void take(const std::shared_ptr<Answer>& answer);
    void handOver(const geom::GeoLine& drawn);
    void fit();
    void lookWhatMoves(const project::State& state);
    /// Draws the line or area anew, with points that hold on to borders and references.
    void draw(const QString& tool);
    void forget();
    void showPreview();
    void showHandles();
    void moveHandle(int index, geom::GeoPoint to);
    void removeVertex(int index);
    void takeState();
    void takeSnapper();
    [[nodiscard]] std::optional<borders::UnitName> unit() const;
    [[nodiscard]] QString nameOf(const QString& code) const;

    QPointer<ProjectObject> m_project;
    QPointer<MapItem> m_map;
    QString m_language;
    QString m_task;
    QString m_code;
    QStringList m_others;
    QString m_taker;
    bool m_byArea = false;
    double m_tolerance = 2;
    borders::Options m_options;
    std::shared_ptr<const model::Snapshot> m_snapshot;  ///< the one the proposal was made from
    std::optional<borders::Request> m_request;
    std::optional<borders::Proposal> m_proposal;
    std::optional<borders::Refusal> m_refusal;
    QString m_saveRefusal;  ///< why saving was refused although it was proposed
    std::vector<EditHandle> m_handles;
    bool m_tooFar = false;
    bool m_saving = false;
    QVariantList m_review;
    LatestJob m_job;
    LatestJob m_reviewJob;
};

}  // namespace xiangtu::app
