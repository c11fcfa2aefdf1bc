// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/answer_model.h"

#include <QObject>
#include <QPointer>
#include <QQmlEngine>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// What if a proposed point stood elsewhere: proposed points are carried about on the map, what they reach with them,
/// and the figure follows. Only answers to "propose-points" have such points; nothing is written.
class MovedPoints : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::AnswerModel* answer READ answer WRITE setAnswer NOTIFY answerChanged)
    /// There are points to carry.
    Q_PROPERTY(bool active READ active NOTIFY changed)
    /// How many households the points reach as they stand now, beside what was proposed.
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool moved READ moved NOTIFY changed)

public:
    explicit MovedPoints(QObject* parent = nullptr);
    ~MovedPoints() override;

    [[nodiscard]] AnswerModel* answer() const { return m_answer; }
    void setAnswer(AnswerModel* answer);
    [[nodiscard]] bool active() const { return !m_points.empty(); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool moved() const { return m_moved; }
    /// Back to where they were proposed.
    Q_INVOKABLE void putBack();

    /// Households somebody new can reach, with their places.
    struct Unreached {
        std::vector<geom::GeoPoint> places;
        std::vector<std::int64_t> households;
        std::int64_t before = 0;  ///< households reached already
        std::int64_t all = 0;
    };
    /// Households that live within `metres` of any of the points, or were reached before.
    [[nodiscard]] static std::int64_t reached(const Unreached& unreached, const std::vector<geom::GeoPoint>& points,
                                              double metres);

signals:
    void answerChanged();
    void changed();

private:
    void takeAnswer();
    void connectMap();
    void carry(int index, double lon, double lat, bool done);
    void count();
    void drawReach(std::size_t index);
    void showHandles();

    QPointer<AnswerModel> m_answer;
    QPointer<MapItem> m_map;
    std::shared_ptr<const ShownAnswer> m_taken;  ///< whose points these are
    std::vector<geom::GeoPoint> m_points;
    std::vector<geom::GeoMultiPolygon> m_reach;  ///< as drawn, one for each point; empty = none is drawn
    std::shared_ptr<const Unreached> m_unreached;
    double m_metres = 0;
    bool m_moved = false;
    std::int64_t m_reached = -1;  ///< -1 = not counted
    LatestJob m_job;
};

}  // namespace xiangtu::app
