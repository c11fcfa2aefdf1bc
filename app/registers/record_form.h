// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"
#include "geom/polygon.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QUrl>
#include <QVariantList>
#include <QVariantMap>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::app {

/// The form of one record, made from the register's declaration: one row per field that is asked for.
/// What is typed stays until it is saved or thrown away; what is wrong stands at its field. Lives on
/// the interface thread; saving goes through the project object.
class RecordForm : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString registerId READ registerId NOTIFY started)
    /// 0 = a new one.
    Q_PROPERTY(double record READ record NOTIFY started)
    Q_PROPERTY(QString title READ title NOTIFY started)
    /// unit, point, line, polygon or link.
    Q_PROPERTY(QString anchor READ anchor NOTIFY started)
    /// The level its unit must be of; empty = any.
    Q_PROPERTY(QString anchorLevel READ anchorLevel NOTIFY started)
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY placeChanged)
    Q_PROPERTY(QString unitName READ unitTitle NOTIFY placeChanged)
    /// Its place is drawn, or it needs none.
    Q_PROPERTY(bool placed READ placed NOTIFY placeChanged)
    /// Length or area of what is drawn, in words; empty for a point.
    Q_PROPERTY(QString placeText READ placeText NOTIFY placeChanged)
    /// [{ lon, lat, name }]: where the photos of a point's form were taken, as they say themselves.
    Q_PROPERTY(QVariantList photoPlaces READ photoPlaces NOTIFY photoPlacesChanged)
    Q_PROPERTY(QString placeError READ placeError NOTIFY placeChanged)
    /// Headings after the first page: [{ section, title, count, filled, open, wrong }].
    Q_PROPERTY(QVariantList sections READ sections NOTIFY sectionsChanged)
    /// What is wrong with the whole; empty = nothing is.
    Q_PROPERTY(QString error READ error NOTIFY errorChanged)
    Q_PROPERTY(int errorCount READ errorCount NOTIFY errorChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// Something is typed that is not saved.
    Q_PROPERTY(bool dirty READ dirty NOTIFY draftChanged)
    /// All that is typed, for safe keeping; empty when nothing is.
    Q_PROPERTY(QVariantMap draft READ draft NOTIFY draftChanged)
    /// Sensitive values of a record that is there may be seen.
    Q_PROPERTY(bool sensitiveShown MEMBER m_sensitiveShown NOTIFY sensitiveShownChanged)
    /// There is a record to take values from.
    Q_PROPERTY(bool hasLast READ hasLast NOTIFY started)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        TitleRole,
        TypeRole,
        UnitRole,
        TextRole,   ///< as typed; codes for choices
        ShownRole,  ///< as read: names of choices, units, records
        ErrorRole,
        RequiredRole,
        SensitiveRole,
        ChoicesRole,  ///< [{ key, text }] of choice fields
        SectionRole,
        OpensRole,  ///< the section whose heading stands above it; 0 = none
        OpenRole,   ///< its section is unfolded
        LastRole,   ///< the last record's value, as read
    };

    explicit RecordForm(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    [[nodiscard]] QString registerId() const { return m_registerId; }
    [[nodiscard]] double record() const { return double(m_record); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString anchor() const;
    [[nodiscard]] QString anchorLevel() const;
    [[nodiscard]] QString unit() const { return m_unit; }
    void setUnit(const QString& code);
    [[nodiscard]] QString unitTitle() const;
    [[nodiscard]] bool placed() const;
    [[nodiscard]] QString placeText() const;
    [[nodiscard]] QString placeError() const { return m_placeError; }
    [[nodiscard]] QVariantList photoPlaces() const;
    [[nodiscard]] QVariantList sections() const;
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] int errorCount() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool dirty() const { return m_dirty; }
    [[nodiscard]] QVariantMap draft() const;
    [[nodiscard]] bool hasLast() const { return m_last != nullptr; }

    /// Begins a new record; `draft` is what was typed before and not saved.
    Q_INVOKABLE void startNew(const QString& registerId, const QString& unit, const QVariantMap& draft);
    Q_INVOKABLE void startEdit(const QString& registerId, qint64 record);
    /// Only these fields, all of them needed: the evidence of a step. It has no place, is not saved and
    /// keeps no draft; evidence() has what was entered.
    Q_INVOKABLE void startStep(const QString& registerId, const QStringList& fields);
    /// Everything is filled in and fits; what does not is said at its field.
    [[nodiscard]] Q_INVOKABLE bool check();
    /// What was entered, by field; only after check().
    [[nodiscard]] model::Fields evidence();
    Q_INVOKABLE void setText(int row, const QString& text);
    Q_INVOKABLE void toggleChoice(int row, const QString& code);
    Q_INVOKABLE void setSectionOpen(int section, bool open);
    /// Longitude and latitude by turns, as the map draws them.
    Q_INVOKABLE void setPlaces(const QList<double>& places);
    /// One field, or every empty one, as the last record of the register has it.
    Q_INVOKABLE void takeLast(int row);
    Q_INVOKABLE void takeAllLast();
    Q_INVOKABLE void addFile(int row, const QUrl& file);
    Q_INVOKABLE void save();
    /// Throws away what is typed.
    Q_INVOKABLE void discard();
    [[nodiscard]] Q_INVOKABLE int rowOf(const QString& name) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void projectChanged();
    void languageChanged();
    void started();
    void placeChanged();
    void photoPlacesChanged();
    void sectionsChanged();
    void errorChanged();
    void busyChanged();
    void draftChanged();
    void sensitiveShownChanged();
    void saved(const QString& registerId, qint64 record);
    /// The first field that is wrong: show it.
    void wrongAt(int row);

private:
    struct Entry {
        std::size_t field = 0;  ///< into the declaration's fields
        int section = 0;        ///< 0 = the first page
        QString text;
        QString before;  ///< as it was when the form began
        QString error;
    };
    struct Section {
        QString title;
        bool open = false;
    };
    struct PhotoPlace {
        geom::GeoPoint place;
        QString name;
    };
    void build(const model::Record* record);
    void retitle();
    /// Reads every entry; nothing when one is wrong, and then the errors stand at their fields.
    [[nodiscard]] std::optional<model::Fields> read();
    void take(const ProjectObject::Answer& answer);
    void changedAt(int row);
    /// Asks where the photos the form names were taken.
    void askPhotos();
    /// Fingerprints in all photo fields.
    [[nodiscard]] QStringList photosNamed() const;
    void setError(const QString& error);
    void setBusy(bool busy);
    [[nodiscard]] const model::FieldDef& field(const Entry& entry) const { return m_def->fields[entry.field]; }
    [[nodiscard]] std::optional<model::Value> valueOf(const Entry& entry) const;

    QPointer<ProjectObject> m_project;
    QString m_language;
    QString m_registerId;
    qint64 m_record = 0;
    QStringList m_stepFields;                           ///< of a step's form
    std::shared_ptr<const model::Snapshot> m_snapshot;  ///< when the form began
    std::shared_ptr<const model::RegisterDef> m_def;    ///< null before the first form
    std::shared_ptr<const model::Record> m_last;
    std::vector<Entry> m_entries;
    std::vector<Section> m_sections;  ///< without the first page
    QString m_unit;
    QString m_unitBefore;
    geom::GeoShape m_shape;
    bool m_drawn = false;                                   ///< the shape differs from the record's
    std::map<QString, std::optional<PhotoPlace>> m_photos;  ///< by fingerprint; nothing = it says no place
    QString m_placeError;
    QString m_error;
    bool m_busy = false;
    bool m_dirty = false;
    bool m_sensitiveShown = false;
};

}  // namespace xiangtu::app
