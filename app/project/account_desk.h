// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"

#include <QPointer>
#include <QTimer>
#include <QVariantList>

#include <memory>

namespace xiangtu::app {

/// The accounts of the open file: signing in and out, and for administrators who may write what where. PINs are passed
/// on and kept nowhere here.
class AccountDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY listChanged)
    /// [{ id, name, role, roleTitle, scope, places, disabled }] by name; `scope` as typed, `places` by names.
    Q_PROPERTY(QVariantList list READ list NOTIFY listChanged)
    /// [{ key, text }]: units down to villages whose codes a scope may be made of.
    Q_PROPERTY(QVariantList townships READ townships NOTIFY listChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// Why somebody was not let in: project::notLetInName; "" = all is well.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    /// Seconds until a PIN is listened to again; counts down.
    Q_PROPERTY(int seconds READ seconds NOTIFY problemChanged)
    Q_PROPERTY(int triesLeft READ triesLeft NOTIFY problemChanged)

public:
    explicit AccountDesk(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QVariantList list() const;
    [[nodiscard]] QVariantList townships() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int seconds() const { return m_seconds; }
    [[nodiscard]] int triesLeft() const { return m_triesLeft; }

    Q_INVOKABLE void signIn(const QString& name, const QString& pin);
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void forgetProblem();
    /// The answer of these comes as saved() or refused(). The first account is signed in at once.
    Q_INVOKABLE void add(const QString& name, const QString& role, const QString& scope, const QString& pin);
    Q_INVOKABLE void change(qint64 id, const QString& role, const QString& scope);
    Q_INVOKABLE void setPin(qint64 id, const QString& pin);
    Q_INVOKABLE void setDisabled(qint64 id, const QString& state);  ///< "disabled" or "enabled"

signals:
    void projectChanged();
    void listChanged();
    void busyChanged();
    void problemChanged();
    void entered(const QString& name);
    void saved();
    /// reason: edit::refusalName; field: name, role, scope, pin or "".
    void refused(const QString& reason, const QString& field);
    void failed(const QString& kind, const QString& text);

private:
    using Change = std::function<std::optional<edit::Refusal>(project::Project&)>;
    void run(Change change);
    void reload();
    void take(const std::vector<model::Account>& accounts);
    void setProblem(const QString& problem, int seconds, int triesLeft);
    void setBusy(bool busy);

    QPointer<ProjectObject> m_project;
    QString m_language;
    std::vector<model::Account> m_accounts;
    QTimer m_clock;
    QString m_problem;
    int m_seconds = 0;
    int m_triesLeft = 0;
    bool m_busy = false;
};

}  // namespace xiangtu::app
