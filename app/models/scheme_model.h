// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// The colour schemes of the open file.
class SchemeModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    /// text is what pickers show.
    enum Role { KeyRole = Qt::UserRole + 1, TextRole };

    explicit SchemeModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] int count() const { return m_schemes ? int(m_schemes->size()) : 0; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void languageChanged();
    void countChanged();

private:
    void takeState();

    QPointer<ProjectObject> m_project;
    QString m_language;
    std::shared_ptr<const std::vector<model::Scheme>> m_schemes;
};

}  // namespace xiangtu::app
