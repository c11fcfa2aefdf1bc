// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// A register being declared or changed: its names, what its records stand on, and one row per field.
/// Saving makes the file follow; records keep their data. Only planner and administrator may.
class RegisterEditor : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(bool fresh READ fresh NOTIFY changed)
    /// The author's role may declare.
    Q_PROPERTY(bool may READ may NOTIFY mayChanged)
    Q_PROPERTY(QString registerId READ registerId NOTIFY changed)
    Q_PROPERTY(QString titleZh READ titleZh WRITE setTitleZh NOTIFY changed)
    Q_PROPERTY(QString titleEn READ titleEn WRITE setTitleEn NOTIFY changed)
    Q_PROPERTY(QString group READ group WRITE setGroup NOTIFY changed)
    Q_PROPERTY(QString anchor READ anchor WRITE setAnchor NOTIFY changed)
    Q_PROPERTY(QString level READ level WRITE setLevel NOTIFY changed)
    Q_PROPERTY(QString lifecycle READ lifecycle WRITE setLifecycle NOTIFY changed)
    /// A new register also gets figures on the board: how many, and of areas how many mu.
    Q_PROPERTY(bool counted READ counted WRITE setCounted NOTIFY changed)
    // Lists to choose from: [{ key, text }].
    Q_PROPERTY(QVariantList groups READ groups NOTIFY listsChanged)
    Q_PROPERTY(QVariantList anchors READ anchors NOTIFY listsChanged)
    Q_PROPERTY(QVariantList levels READ levels NOTIFY listsChanged)
    Q_PROPERTY(QVariantList lifecycles READ lifecycles NOTIFY listsChanged)
    Q_PROPERTY(QVariantList types READ types NOTIFY listsChanged)
    Q_PROPERTY(QVariantList registers READ registers NOTIFY listsChanged)
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(int count READ count NOTIFY rowsChanged)
    /// What formulas call the fields: "Trees = trees, …".
    Q_PROPERTY(QString names READ names NOTIFY rowsChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        TitleEnRole,
        TypeRole,
        UnitRole,
        RequiredRole,
        SensitiveRole,
        ChoicesRole,  ///< "good、fair、poor"
        OfRole,
        ErrorRole,
        OldRole,  ///< records may have values: its type stays
        RetiredRole,
        FormulaRole,
        DefaultRole,  ///< as typed
        LeastRole,    ///< as typed; "" = no limit
        MostRole,
        LevelRole,  ///< of fields that name a unit; "any" = of any level
    };

    explicit RegisterEditor(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] bool fresh() const { return m_fresh; }
    [[nodiscard]] bool may() const;
    [[nodiscard]] QString registerId() const { return QString::fromStdString(m_def.id); }
    [[nodiscard]] QString titleZh() const { return QString::fromStdString(m_def.title.zh); }
    void setTitleZh(const QString& title);
    [[nodiscard]] QString titleEn() const { return QString::fromStdString(m_def.title.en); }
    void setTitleEn(const QString& title);
    [[nodiscard]] QString group() const { return QString::fromStdString(m_def.group); }
    void setGroup(const QString& id);
    [[nodiscard]] QString anchor() const;
    void setAnchor(const QString& anchor);
    [[nodiscard]] QString level() const;
    void setLevel(const QString& level);
    [[nodiscard]] QString lifecycle() const { return QString::fromStdString(m_def.lifecycle); }
    void setLifecycle(const QString& id);
    [[nodiscard]] bool counted() const { return m_counted; }
    void setCounted(bool counted);
    [[nodiscard]] QVariantList groups() const;
    [[nodiscard]] QVariantList anchors() const;
    [[nodiscard]] QVariantList levels() const;
    [[nodiscard]] QVariantList lifecycles() const;
    [[nodiscard]] QVariantList types() const;
    [[nodiscard]] QVariantList registers() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] QString names() const;

    Q_INVOKABLE void startNew();
    Q_INVOKABLE void startEdit(const QString& registerId);
    Q_INVOKABLE void addField();
    /// A field that records may have values in is retired, a new one goes.
    Q_INVOKABLE void removeField(int row);
    Q_INVOKABLE void moveField(int from, int to);
    /// key: the name of a role (title, titleEn, type, unit, choices, of, formula, preset, least, most,
    /// level).
    Q_INVOKABLE void setText(int row, const QString& key, const QString& text);
    Q_INVOKABLE void setRequired(int row, bool required);
    Q_INVOKABLE void setSensitive(int row, bool sensitive);
    Q_INVOKABLE void save();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void languageChanged();
    void mayChanged();
    void changed();
    void listsChanged();
    void rowsChanged();
    void errorChanged();
    void busyChanged();
    void saved(const QString& registerId);

private:
    struct Row {
        model::FieldDef field;
        // As typed; read when it is saved.
        QString choices;
        QString preset;
        QString least;
        QString most;
        QString error;
        bool old = false;
    };
    [[nodiscard]] static Row rowOf(const model::FieldDef& field);
    [[nodiscard]] std::shared_ptr<const model::Snapshot> snapshot() const;
    void begin();
    /// The declaration as typed; nothing when something is missing, and then it says what.
    [[nodiscard]] std::optional<model::RegisterDef> declared();
    [[nodiscard]] bool readRow(Row& row, const std::vector<std::string>& taken);
    /// Puts what a reader of declarations says ("register x: /fields/2/max: is smaller than min") at the
    /// field it names; false when it names none.
    bool placeError(const model::RegisterDef& def, const std::string& fault);
    void setError(const QString& error);
    void rowChanged(int row);

    QPointer<ProjectObject> m_project;
    QString m_language;
    bool m_fresh = true;
    bool m_counted = true;
    model::RegisterDef m_def;  ///< without its fields
    std::vector<Row> m_rows;
    QString m_error;
    bool m_busy = false;
};

}  // namespace xiangtu::app
