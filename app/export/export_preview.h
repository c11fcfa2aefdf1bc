// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_form.h"
#include "app/export/export_work.h"
#include "app/jobs/latest_job.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>
#include <QTimer>
#include <QVariantList>

#include <memory>

namespace xiangtu::app {

/// What the export on the form would be: how many records, what its fields are called, what will not fit, why it cannot
/// be made. A worker goes through all records soon after the form was changed. Interface thread.
class ExportPreview : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ExportForm* form READ form WRITE setForm NOTIFY formChanged)
    Q_PROPERTY(QString styleDir MEMBER m_styleDir NOTIFY formChanged)
    /// Somebody looks at it.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// It can be written as it stands.
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    /// "1,234 records · CGCS2000 … · everything fits".
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// What will not be whole in the file, and what is left out.
    Q_PROPERTY(QStringList losses READ losses NOTIFY changed)
    Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
    /// [{ name, title, type, unit }]
    Q_PROPERTY(QVariantList fields READ fields NOTIFY changed)
    /// Why it cannot be made, as a sentence; what the program itself says of it.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    /// The reason is a file that is there already.
    Q_PROPERTY(bool inTheWay READ inTheWay NOTIFY changed)

public:
    explicit ExportPreview(QObject* parent = nullptr);

    [[nodiscard]] ExportForm* form() const { return m_form; }
    void setForm(ExportForm* form);
    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool busy() const { return m_active && (m_soon.isActive() || m_job.busy()); }
    [[nodiscard]] bool ready() const { return !busy() && m_seen && m_seen->check.ok(); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QStringList losses() const;
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString detail() const { return QString::fromStdString(reason()); }
    [[nodiscard]] bool inTheWay() const;

signals:
    void formChanged();
    void activeChanged();
    void changed();

private:
    void look();
    void lookSoon();
    [[nodiscard]] std::string reason() const;

    QPointer<ExportForm> m_form;
    QString m_styleDir;
    bool m_active = false;
    QTimer m_soon;
    std::shared_ptr<const ExportForesight> m_seen;
    std::string m_fault;
    LatestJob m_job;
};

}  // namespace xiangtu::app
