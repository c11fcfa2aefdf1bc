// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"
#include "app/registers/record_form.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

namespace xiangtu::app {

/// One record to look at: its values, how it stands against its clock, the steps that are possible,
/// and those it took. Lives on the interface thread; what the file must be asked comes later.
class RecordDetails : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString registerId READ registerId NOTIFY changed)
    Q_PROPERTY(double record READ record NOTIFY changed)
    /// It is in the file.
    Q_PROPERTY(bool there READ there NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString registerTitle READ registerTitle NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(QString unitName READ unitTitle NOTIFY changed)
    /// [{ title, value, sensitive }]; fields without value are left out, files are in `files`.
    Q_PROPERTY(QVariantList values READ values NOTIFY valuesChanged)
    /// [{ title, hashes }]: photos and papers by field, hashes with commas between; none while covered.
    Q_PROPERTY(QVariantList files READ files NOTIFY valuesChanged)
    /// The register has fields that are covered until somebody asks for them.
    Q_PROPERTY(bool hasSensitive READ hasSensitive NOTIFY changed)
    Q_PROPERTY(bool sensitiveShown READ sensitiveShown WRITE setSensitiveShown NOTIFY valuesChanged)
    Q_PROPERTY(QString stateTitle READ stateTitle NOTIFY changed)
    Q_PROPERTY(QString due READ due NOTIFY changed)
    Q_PROPERTY(QString urgency READ urgency NOTIFY changed)
    /// [{ id, title, may, who, note, registerId, needs }] of its state; needs = names of the fields it
    /// asks for that are empty.
    Q_PROPERTY(QVariantList actions READ actions NOTIFY changed)
    /// [{ title, day, note, author, role }] oldest first.
    Q_PROPERTY(QVariantList steps READ steps NOTIFY stepsChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// Why the last step was not made; empty = it was.
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)

public:
    explicit RecordDetails(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString registerId() const { return m_registerId; }
    [[nodiscard]] double record() const { return double(m_record); }
    [[nodiscard]] bool there() const { return found() != nullptr; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString registerTitle() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QString unitTitle() const;
    [[nodiscard]] QVariantList values() const;
    [[nodiscard]] QVariantList files() const;
    [[nodiscard]] bool hasSensitive() const;
    [[nodiscard]] bool sensitiveShown() const { return m_sensitiveShown; }
    void setSensitiveShown(bool shown);
    [[nodiscard]] QString stateTitle() const;
    [[nodiscard]] QString due() const;
    [[nodiscard]] QString urgency() const;
    [[nodiscard]] QVariantList actions() const;
    [[nodiscard]] QVariantList steps() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString error() const { return m_error; }

    Q_INVOKABLE void show(const QString& registerId, qint64 record);
    /// Takes the matter one step along, with what the form has; answered by stepped() or by `error`.
    Q_INVOKABLE void act(const QString& action, const QString& note, xiangtu::app::RecordForm* evidence);
    /// The record counts no longer from today on; answered by ended().
    Q_INVOKABLE void end();
    Q_INVOKABLE void forgetError();

signals:
    void projectChanged();
    void languageChanged();
    void changed();
    /// Also whenever changed().
    void valuesChanged();
    void stepsChanged();
    void busyChanged();
    void errorChanged();
    void stepped();
    void ended();

private:
    void refresh();
    void takeSteps(const QString& registerId, qint64 record, const std::vector<store::StepRecord>& steps);
    void order(const edit::Command& command, void (RecordDetails::*done)());
    [[nodiscard]] const model::RegisterTable* table() const;
    [[nodiscard]] const model::Record* found() const;
    [[nodiscard]] const model::Lifecycle* lifecycle() const;

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_registerId;
    qint64 m_record = 0;
    std::shared_ptr<const model::Snapshot> m_snapshot;
    std::vector<store::StepRecord> m_steps;
    bool m_sensitiveShown = false;
    bool m_busy = false;
    QString m_error;
};

}  // namespace xiangtu::app
