// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QVariantList>

namespace xiangtu::app {

/// Who answers for a unit, and for which others the same people answer: the map draws lines to them.
/// For a county or township also who answers for the units right below it.
class Responsibility : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY unitChanged)
    /// [{ person, role, office, count, codes }], the unit's own people first.
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    /// The units of all of them but this one.
    Q_PROPERTY(QStringList codes READ codes NOTIFY changed)

public:
    explicit Responsibility(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString unit() const { return m_unit; }
    void setUnit(const QString& code);
    [[nodiscard]] QVariantList people() const { return m_people; }
    [[nodiscard]] QStringList codes() const { return m_codes; }

signals:
    void projectChanged();
    void languageChanged();
    void unitChanged();
    void changed();
    void failed(const QString& text);

private:
    void refresh();

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_unit;
    QVariantList m_people;
    QStringList m_codes;
    LatestJob m_job;
};

}  // namespace xiangtu::app
