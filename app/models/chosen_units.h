// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QStringList>
#include <QVariantList>

#include <array>
#include <memory>
#include <vector>

namespace xiangtu::app {

/// Several units of one level chosen together, to be given one class in one step: by holding or
/// control-tapping them one after another, or with a lasso. The first one chosen decides the level.
/// What they add up to comes from a worker. Lives on the interface thread.
class ChosenUnits : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    /// Position of the active scheme in the file.
    Q_PROPERTY(int scheme READ scheme WRITE setScheme NOTIFY schemeChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QStringList codes READ codes NOTIFY chosenChanged)
    Q_PROPERTY(int count READ count NOTIFY chosenChanged)
    Q_PROPERTY(QString levelTitle READ levelTitleText NOTIFY changed)
    Q_PROPERTY(QString households READ households NOTIFY changed)
    Q_PROPERTY(QString areaMu READ areaMu NOTIFY changed)
    Q_PROPERTY(QString schemeTitle READ schemeTitle NOTIFY changed)
    /// { index, code, name, meaning, colour, current, count }: `count` of the chosen have that class now.
    Q_PROPERTY(QVariantList classes READ classes NOTIFY changed)
    /// A lasso is being evaluated.
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    explicit ChosenUnits(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    [[nodiscard]] int scheme() const { return int(m_scheme); }
    void setScheme(int scheme);
    void setLanguage(const QString& language);
    [[nodiscard]] QStringList codes() const;
    [[nodiscard]] int count() const { return int(m_codes.size()); }
    [[nodiscard]] QString levelTitleText() const;
    [[nodiscard]] QString households() const;
    [[nodiscard]] QString areaMu() const;
    [[nodiscard]] QString schemeTitle() const;
    [[nodiscard]] QVariantList classes() const;
    [[nodiscard]] bool busy() const { return m_lasso.busy(); }

    /// Chooses the unit there, or no longer; the smallest one when none is chosen yet.
    Q_INVOKABLE void toggleAt(double lon, double lat);
    /// The same for a unit by code; one of another level than the chosen ones is left alone.
    Q_INVOKABLE void toggle(const QString& code);
    /// Adds the units whose centre of area lies in the ring (longitude and latitude by turns): of the
    /// level chosen, or of the smallest level that has any there.
    Q_INVOKABLE void addWithin(const QList<double>& ring);
    Q_INVOKABLE void clear();
    /// Gives all of them the class at that position of the scheme in one change; -1 takes theirs away.
    /// Those that have it already do not count; the answer comes from the project object.
    Q_INVOKABLE void setClass(int index, const QString& reason, const QString& photo = {});

    /// What the chosen ones add up to.
    struct Sum {
        std::int64_t households = 0;
        bool anyHouseholds = false;
        double areaM2 = 0;
        std::vector<int> perClass;  ///< in the scheme's order; those without a class of their own last
    };

signals:
    void projectChanged();
    void schemeChanged();
    void languageChanged();
    void chosenChanged();
    void changed();
    /// A lasso enclosed nothing.
    void foundNothing();
    void failed(const QString& text);

private:
    void takeState();
    void setCodes(model::Level level, std::vector<model::Code> codes);
    void sumUp();

    QPointer<ProjectObject> m_project;
    QString m_language;
    std::size_t m_scheme = 0;
    model::Level m_level = model::Level::grid;
    std::vector<model::Code> m_codes;  ///< sorted
    std::shared_ptr<const model::Snapshot> m_snapshot;
    Sum m_sum;
    LatestJob m_lasso;
    LatestJob m_summing;
};

}  // namespace xiangtu::app
