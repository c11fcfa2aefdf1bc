// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

namespace xiangtu::app {

/// The questions that are offered: ready ones about coverage, and all the core answers. Lists of
/// { key, title, question: { id, params } }.
class QuestionList : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY changed)
    /// With parameters that make sense as they are; each can be changed before and after asking.
    Q_PROPERTY(QVariantList ready READ ready NOTIFY changed)
    /// Where something new should be.
    Q_PROPERTY(QVariantList proposals READ proposals NOTIFY changed)
    Q_PROPERTY(QVariantList all READ all NOTIFY changed)

public:
    using QObject::QObject;

    void setLanguage(const QString& language);
    [[nodiscard]] QVariantList ready() const;
    [[nodiscard]] QVariantList proposals() const;
    [[nodiscard]] QVariantList all() const;

signals:
    void changed();

private:
    QString m_language;
};

}  // namespace xiangtu::app
