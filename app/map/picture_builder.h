// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/latest_worker.h"
#include "app/map/picture.h"
#include "base/progress.h"
#include "project/project.h"

#include <QObject>
#include <QString>

#include <optional>

namespace xiangtu::app {

/// Keeps the Picture up to date with the project's state, the options and the style sheets. Works on
/// a pool thread; geometry is built only when borders or registers differ from the one at hand. What far
/// views are drawn from (scene::Geometry::detail) is made beside it, once per change of borders: pictures
/// come without it until it is there.
class PictureBuilder : public QObject {
    Q_OBJECT

public:
    explicit PictureBuilder(QThreadPool& pool, QObject* parent = nullptr);
    ~PictureBuilder() override;

    /// A state without snapshot empties the picture.
    void setState(const project::State& state);
    /// Options of the map; Redraw::tiles when they change what tiles look like before colour.
    enum class Redraw { colours, tiles };
    void setOptions(const scene::Options& options, Redraw redraw);
    void setStyleDir(const QString& dir);
    /// Ground metres per interface pixel the view is heading for; matters for the coverage theme only.
    void setScale(double metresPerPixel);

    [[nodiscard]] const PicturePtr& picture() const { return m_picture; }
    /// The picture does not show the newest inputs yet.
    [[nodiscard]] bool pending() const { return m_worker.busy(); }
    /// A detail is being made.
    [[nodiscard]] bool detailing() const { return m_detailWorker.busy(); }

signals:
    void changed();
    void failed(const QString& text);

private:
    struct Memory;  // what the worker keeps between two runs
    struct Input;
    /// A detail and what it was made from, which holds its face numbers.
    struct Detailed {
        std::shared_ptr<const scene::Geometry> geometry;
        std::shared_ptr<const topology::Detail> detail;
        [[nodiscard]] bool of(const project::State& state) const;
    };
    [[nodiscard]] static PicturePtr build(const Input& input, Memory& memory);
    [[nodiscard]] std::optional<model::Level> judgedLevel() const;
    void request();
    void accept(PicturePtr picture);
    void makeDetail();

    project::State m_state;
    scene::Options m_options;
    QString m_styleDir;
    double m_metresPerPixel = 0;
    std::optional<model::Level> m_judged;
    std::uint64_t m_redraws = 0;
    std::uint64_t m_asked = 0;  ///< number of the newest request; Picture::colours tells which is shown
    std::shared_ptr<Memory> m_memory;
    PicturePtr m_picture;
    Detailed m_detailed;  ///< without detail while it is being made
    base::Progress m_detailProgress;
    LatestWorker<PicturePtr> m_worker;
    LatestWorker<Detailed> m_detailWorker;
};

}  // namespace xiangtu::app
