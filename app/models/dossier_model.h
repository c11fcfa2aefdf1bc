// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/models/dossier.h"
#include "app/project/project_object.h"

#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

#include <memory>
#include <optional>

namespace xiangtu::app {

/// The dossier of the unit the user tapped or searched for. Finding the unit is immediate; what is
/// said about it comes from a worker, so the panel opens at once and fills in. Lives on the interface
/// thread.
class DossierModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    /// Position of the active scheme in the file.
    Q_PROPERTY(int scheme READ scheme WRITE setScheme NOTIFY schemeChanged)
    /// "zh" or "en"; a change writes every text anew.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    /// Code of the unit; empty = none. A code that is not in the file selects none.
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY codeChanged)
    Q_PROPERTY(bool active READ active NOTIFY codeChanged)
    /// Still being worked out; what is shown belongs to the unit named, the rest is empty.
    Q_PROPERTY(bool loading READ loading NOTIFY changed)

    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString levelTitle READ levelTitleText NOTIFY changed)
    Q_PROPERTY(QVariantList crumbs READ crumbs NOTIFY changed)
    Q_PROPERTY(QVariantList serving READ serving NOTIFY changed)
    Q_PROPERTY(QVariantList coverage READ coverage NOTIFY changed)
    Q_PROPERTY(QVariantList shares READ shares NOTIFY changed)
    Q_PROPERTY(QString sharesTitle READ sharesTitle NOTIFY changed)
    Q_PROPERTY(QVariantList lying READ lying NOTIFY changed)
    Q_PROPERTY(QVariantList classes READ classes NOTIFY changed)
    Q_PROPERTY(QVariantList history READ history NOTIFY changed)
    Q_PROPERTY(QString households READ households NOTIFY changed)
    Q_PROPERTY(QString householdsNote READ householdsNote NOTIFY changed)
    /// The unit has a border in the file.
    Q_PROPERTY(bool bounded READ bounded NOTIFY changed)
    Q_PROPERTY(QString areaMu READ areaMu NOTIFY changed)
    Q_PROPERTY(QString areaOther READ areaOther NOTIFY changed)

    Q_PROPERTY(QString schemeTitle READ schemeTitle NOTIFY changed)
    /// Meaning of the class that holds; empty when none does.
    Q_PROPERTY(QString className READ className NOTIFY changed)
    Q_PROPERTY(QColor classColour READ classColour NOTIFY changed)
    /// Name and code of the unit above the class was given to; empty when it is the unit's own.
    Q_PROPERTY(QString inheritedFrom READ inheritedFrom NOTIFY changed)
    Q_PROPERTY(QString inheritedCode READ inheritedCode NOTIFY changed)
    /// The unit has a class that was given to itself and can be taken away.
    Q_PROPERTY(bool ownClass READ ownClass NOTIFY changed)
    Q_PROPERTY(QString classReason READ classReason NOTIFY changed)
    Q_PROPERTY(QString classSince READ classSince NOTIFY changed)
    Q_PROPERTY(QString classAuthor READ classAuthor NOTIFY changed)

public:
    explicit DossierModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] int scheme() const { return int(m_scheme); }
    void setScheme(int scheme);
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    [[nodiscard]] QString code() const { return m_code; }
    void setCode(const QString& code);
    [[nodiscard]] bool active() const { return !m_code.isEmpty(); }
    [[nodiscard]] bool loading() const { return active() && !m_dossier; }

    [[nodiscard]] QString name() const;
    [[nodiscard]] QString levelTitleText() const;
    [[nodiscard]] QVariantList crumbs() const;
    [[nodiscard]] QVariantList serving() const;
    [[nodiscard]] QVariantList coverage() const;
    [[nodiscard]] QVariantList shares() const;
    [[nodiscard]] QString sharesTitle() const;
    [[nodiscard]] QVariantList lying() const;
    [[nodiscard]] QVariantList classes() const;
    [[nodiscard]] QVariantList history() const { return m_history; }
    [[nodiscard]] QString households() const;
    [[nodiscard]] QString householdsNote() const;
    [[nodiscard]] bool bounded() const { return m_dossier && m_dossier->areaM2 >= 0; }
    [[nodiscard]] QString areaMu() const;
    [[nodiscard]] QString areaOther() const;
    [[nodiscard]] QString schemeTitle() const;
    [[nodiscard]] QString className() const;
    [[nodiscard]] QColor classColour() const;
    [[nodiscard]] QString inheritedFrom() const;
    [[nodiscard]] QString inheritedCode() const;
    [[nodiscard]] bool ownClass() const { return m_dossier && m_unit.valid() && m_dossier->classFrom == m_unit; }
    [[nodiscard]] QString classReason() const { return newest("reason"); }
    [[nodiscard]] QString classSince() const { return newest("since"); }
    [[nodiscard]] QString classAuthor() const { return newest("author"); }

    /// Selects the smallest unit there; none when nothing lies there.
    Q_INVOKABLE void selectAt(double lon, double lat);
    Q_INVOKABLE void clear();
    /// Gives the unit the class at that position of the active scheme; -1 takes its class away. The
    /// answer comes from the project object.
    Q_INVOKABLE void setClass(int index, const QString& reason, const QString& photo = {});

signals:
    void projectChanged();
    void schemeChanged();
    void languageChanged();
    void codeChanged();
    void changed();
    void failed(const QString& text);

private:
    /// Finds the unit in the newest state and asks a worker and the file about it.
    void refresh();
    void takeHistory(const QString& code, const std::vector<store::ClassRecord>& records);
    [[nodiscard]] const model::Scheme* activeScheme() const;
    [[nodiscard]] QString newest(const char* key) const;

    QPointer<ProjectObject> m_project;
    std::size_t m_scheme = 0;
    QString m_language;
    QString m_code;
    std::shared_ptr<const model::Snapshot> m_snapshot;  ///< the one m_unit and m_dossier belong to
    std::shared_ptr<const model::Children> m_children;  ///< of the snapshot's levels
    model::UnitRef m_unit;
    std::optional<Dossier> m_dossier;
    std::vector<store::ClassRecord> m_records;
    QVariantList m_history;
    LatestJob m_job;
};

}  // namespace xiangtu::app
