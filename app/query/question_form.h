// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"
#include "app/query/points_file.h"
#include "query/question.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>
#include <QVariantList>
#include <QVariantMap>

#include <optional>

namespace xiangtu::app {

/// The question that is being put: its parameters as fields to fill in. A selection (see select()) has conditions
/// besides, which are edited one by one.
class QuestionForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString questionId READ questionId NOTIFY opened)
    Q_PROPERTY(QString title READ title NOTIFY fieldsChanged)
    /// A selection: has conditions and a place instead of fields.
    Q_PROPERTY(bool selecting READ selecting NOTIFY opened)
    /// [{ name, title, kind, preset, required, choices: [{ key, text }] }]; kind: text | choice | unit | place | line |
    /// polygon | file (a table of points, by its path; its columns and encoding are fields, too).
    Q_PROPERTY(QVariantList fields READ fields NOTIFY fieldsChanged)
    /// What was filled in, by name.
    Q_PROPERTY(QVariantMap values READ values NOTIFY valuesChanged)
    /// [{ kind, op, what, of, n }]: see select().
    Q_PROPERTY(QVariantList conditions READ conditions NOTIFY valuesChanged)
    Q_PROPERTY(QVariantList levels READ levels NOTIFY fieldsChanged)
    /// Places conditions can speak of: registers and kinds of Party organisation.
    Q_PROPERTY(QVariantList sources READ sources NOTIFY fieldsChanged)
    Q_PROPERTY(QVariantList registers READ registers NOTIFY fieldsChanged)
    Q_PROPERTY(QVariantList landRegisters READ landRegisters NOTIFY fieldsChanged)
    /// { id, params } to ask and to keep.
    Q_PROPERTY(QVariantMap question READ question NOTIFY valuesChanged)

public:
    explicit QuestionForm(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString questionId() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool selecting() const;
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] QVariantMap values() const;
    [[nodiscard]] QVariantList conditions() const;
    [[nodiscard]] QVariantList levels() const;
    [[nodiscard]] QVariantList sources() const;
    [[nodiscard]] QVariantList registers() const;
    [[nodiscard]] QVariantList landRegisters() const;
    [[nodiscard]] QVariantMap question() const;

    /// Begins with what was asked or kept before.
    Q_INVOKABLE void open(const QVariantMap& question);
    /// Empty text takes a value away.
    Q_INVOKABLE void set(const QString& name, const QString& value);
    /// A drawn place, line or ring (longitude and latitude by turns) for the field of that name.
    Q_INVOKABLE void setPlaces(const QString& name, const QList<double>& places);
    Q_INVOKABLE void setFile(const QString& name, const QUrl& file);
    Q_INVOKABLE void addCondition();
    Q_INVOKABLE void setCondition(int index, const QString& part, const QString& value);
    Q_INVOKABLE void removeCondition(int index);
    /// Choices of the field by which a register's records differ (kinds of crop), "" = all of them first; empty where
    /// there is none.
    [[nodiscard]] Q_INVOKABLE QVariantList choicesOf(const QString& registerId) const;
    /// Classes of the schemes: [{ key: "scheme:class", text }].
    [[nodiscard]] Q_INVOKABLE QVariantList classChoices() const;

signals:
    void projectChanged();
    void languageChanged();
    /// Another question.
    void opened();
    void fieldsChanged();
    void valuesChanged();

private:
    [[nodiscard]] const model::Snapshot* snapshot() const;
    [[nodiscard]] QVariantList choicesFor(const query::Param& param) const;
    void setConditions(const QVariantList& conditions);
    void lookAtTable();
    [[nodiscard]] QVariantMap encodingField() const;
    [[nodiscard]] QVariantList columnChoices(std::string_view param) const;
    [[nodiscard]] QVariantList registerChoices(std::optional<model::Anchor> only) const;

    QPointer<ProjectObject> m_project;
    QString m_language;
    query::Question m_question;
    std::optional<PointsFile> m_table;  ///< what its beginning says; without its text
    LatestJob m_looking;
};

}  // namespace xiangtu::app
