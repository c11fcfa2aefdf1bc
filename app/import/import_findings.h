// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/import/import_work.h"

#include <QAbstractListModel>
#include <QQmlEngine>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace xiangtu::app {

/// What a check of an import found, by rule with counts: a heading per rule, under an unfolded one its first rows. Then
/// what changes, is missing and was refused by its key. Interface thread.
class ImportFindings : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to ImportTask")
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1,
        TextRole,
        DetailRole,    ///< the program's own words
        SeverityRole,  ///< note | warning | error
        TimesRole,     ///< of a heading: records or places it speaks for
        UnfoldedRole,
        PlacedRole,  ///< has a place on the map
    };
    /// Rows shown under a heading; the list of all is the report of the command line.
    static constexpr std::size_t kShown = 100;

    using QAbstractListModel::QAbstractListModel;

    void show(std::shared_ptr<const ImportWork> work);
    void clear() { show(nullptr); }
    /// The words are made anew.
    void retranslate();
    [[nodiscard]] int count() const { return int(m_lines.size()); }
    Q_INVOKABLE void toggle(int row);
    [[nodiscard]] std::optional<geom::GeoPoint> placeOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    /// Rows that say the same: of a rule, or with the same fate.
    struct Group {
        QString title;
        exchange::Severity severity = exchange::Severity::note;
        std::int64_t times = 0;
        std::vector<std::size_t> findings;  ///< positions in the report
        std::vector<std::size_t> merged;    ///< positions in the lines of the merge
        [[nodiscard]] std::size_t size() const { return findings.size() + merged.size(); }
    };
    struct Line {
        std::size_t group = 0;
        std::optional<std::size_t> item;  ///< nothing = the heading
    };
    void lay();
    [[nodiscard]] const exchange::Finding* findingAt(const Line& line) const;
    [[nodiscard]] QString textOf(const Line& line) const;
    [[nodiscard]] QString detailOf(const Line& line) const;

    std::shared_ptr<const ImportWork> m_work;
    std::vector<Group> m_groups;
    std::vector<Line> m_lines;
    std::set<std::size_t> m_unfolded;
};

}  // namespace xiangtu::app
