// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

namespace xiangtu::app {

/// The Party organisations of one unit, and changing them: set up, rename, dissolve, serve another unit. The news
/// of a saved change come from the project object; what is refused stands in `refusal`. Interface thread.
class OrgEditor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Code of the unit; of several levels with it the largest.
    Q_PROPERTY(QString unit MEMBER m_unit WRITE setUnit NOTIFY unitChanged)
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed)
    /// model::levelName of the unit.
    Q_PROPERTY(QString level READ level NOTIFY changed)
    /// [{ id, name, kind, since, below, above, belowNames }] of all that serve the unit; `below`: how many stand
    /// under it, the first of them by name; `above`: what they would come under.
    Q_PROPERTY(QVariantList orgs READ orgs NOTIFY changed)
    /// [{ key, text }]: kinds that serve units of this level.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    /// A name for the one to be set up, by the custom of its kind.
    Q_PROPERTY(QString proposedName READ proposedName NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString refusal READ refusal NOTIFY refusalChanged)

public:
    explicit OrgEditor(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    void setUnit(const QString& code);
    [[nodiscard]] QString unitName() const;
    [[nodiscard]] QString level() const;
    [[nodiscard]] QVariantList orgs() const;
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QString proposedName() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString refusal() const { return m_refusal; }

    /// It comes under the organisation that serves the unit above.
    Q_INVOKABLE void setUp(const QString& name, const QString& kind, const QString& reason);
    Q_INVOKABLE void rename(qint64 org, const QString& name, const QString& reason);
    Q_INVOKABLE void dissolve(qint64 org, const QString& reason);
    /// No code = it serves no unit.
    Q_INVOKABLE void serve(qint64 org, const QString& code, const QString& reason);
    Q_INVOKABLE void forgetRefusal();

signals:
    void projectChanged();
    void languageChanged();
    void unitChanged();
    void changed();
    void busyChanged();
    void refusalChanged();
    void saved();

private:
    void apply(const edit::Command& command);
    void setBusy(bool busy);
    void setRefusal(const QString& words);
    [[nodiscard]] model::UnitRef ref() const;

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_unit;
    QString m_refusal;
    bool m_busy = false;
};

}  // namespace xiangtu::app
