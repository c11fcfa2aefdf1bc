// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/latest_job.h"
#include "app/project/project_object.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QQmlEngine>
#include <QVariantList>

#include <vector>

namespace xiangtu::app {

/// The change log for reading, newest first: page by page as it is scrolled through, never all of it. Reads
/// beside the thread that edits, on a connection of its own. Interface thread.
class LogModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::ProjectObject* project READ project WRITE setProject NOTIFY projectChanged)
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY languageChanged)
    /// Somebody looks at it: only then it follows the file.
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY activeChanged)
    // What is empty leaves all in.
    Q_PROPERTY(QString author MEMBER m_author WRITE setAuthor NOTIFY filterChanged)
    /// classes | borders | records | organisations | imports | catalogue | takenBack
    Q_PROPERTY(QString kind MEMBER m_kind WRITE setKind NOTIFY filterChanged)
    /// Code of a unit: lines about it and those below it.
    Q_PROPERTY(QString within MEMBER m_within WRITE setWithin NOTIFY filterChanged)
    /// ISO days, both included.
    Q_PROPERTY(QString fromDay MEMBER m_fromDay WRITE setFromDay NOTIFY filterChanged)
    Q_PROPERTY(QString toDay MEMBER m_toDay WRITE setToDay NOTIFY filterChanged)
    /// Something is left out.
    Q_PROPERTY(bool filtered READ filtered NOTIFY filterChanged)
    /// [{ key, text }], "" first.
    Q_PROPERTY(QVariantList authors READ authors NOTIFY changed)
    /// Lines there are with this filter, shown or not; -1 while unknown.
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    enum Role {
        SeqRole = Qt::UserRole + 1,
        SentenceRole,
        ReasonRole,
        AuthorRole,
        MomentRole,    ///< local time
        WhereRole,     ///< the units above the first unit it is about
        KindRole,      ///< as the filter's, "" for others
        UnitRole,      ///< code of the first unit it is about that is still there, ""
        StandingRole,  ///< false: it was taken back
        TakesBackRole,
        ReviewRole,  ///< reviewList() of what the edit moved with the land
    };
    static constexpr std::size_t kPage = 60;

    explicit LogModel(QObject* parent = nullptr);

    [[nodiscard]] ProjectObject* project() const { return m_project; }
    void setProject(ProjectObject* project);
    void setLanguage(const QString& language);
    void setActive(bool active);
    void setAuthor(const QString& author) { setFilter(m_author, author); }
    void setKind(const QString& kind) { setFilter(m_kind, kind); }
    void setWithin(const QString& code) { setFilter(m_within, code); }
    void setFromDay(const QString& day) { setFilter(m_fromDay, day); }
    void setToDay(const QString& day) { setFilter(m_toDay, day); }
    [[nodiscard]] bool filtered() const;
    [[nodiscard]] QVariantList authors() const;
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int count() const { return int(m_lines.size()); }
    [[nodiscard]] bool busy() const { return m_busy; }
    Q_INVOKABLE void clearFilter();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// One line ready to be shown.
    struct Line {
        qint64 seq = 0;
        QString sentence, reason, author, moment, kind, unit, where;
        bool standing = true;
        bool takesBack = false;
        QVariantList review;
        bool operator==(const Line&) const = default;
    };

signals:
    void projectChanged();
    void languageChanged();
    void activeChanged();
    void filterChanged();
    void changed();
    void failed(const QString& text);

private:
    struct Page;
    void setFilter(QString& part, const QString& value);
    void refresh();
    /// From the newest line on, or below the last one that is there.
    void read(qint64 before, std::size_t lines);
    void take(const Page& page, qint64 before);
    [[nodiscard]] store::LogFilter filter() const;

    QPointer<ProjectObject> m_project;
    QString m_language;
    bool m_active = false;
    QString m_author, m_kind, m_within, m_fromDay, m_toDay;
    std::vector<Line> m_lines;
    QStringList m_authors;
    int m_total = -1;
    bool m_more = false;
    bool m_busy = false;
    LatestJob m_job;
};

}  // namespace xiangtu::app
