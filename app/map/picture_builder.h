// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/latest_worker.h"
#include "app/map/picture.h"
#include "project/project.h"

#include <QObject>
#include <QString>

#include <optional>

namespace xiangtu::app {

/// Keeps the Picture up to date with the project's state, the options and the style sheets. Works on
/// a pool thread; geometry is built only when borders or registers differ from the one at hand.
class PictureBuilder : public QObject {
    Q_OBJECT

public:
    explicit PictureBuilder(QThreadPool& pool, QObject* parent = nullptr);

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

signals:
    void changed();
    void failed(const QString& text);

private:
    struct Memory;  // what the worker keeps between two runs
    struct Input;
    [[nodiscard]] static PicturePtr build(const Input& input, Memory& memory);
    [[nodiscard]] std::optional<model::Level> judgedLevel() const;
    void request();
    void accept(PicturePtr picture);

    project::State m_state;
    scene::Options m_options;
    QString m_styleDir;
    double m_metresPerPixel = 0;
    std::optional<model::Level> m_judged;
    std::uint64_t m_redraws = 0;
    std::uint64_t m_asked = 0;  ///< number of the newest request; Picture::colours tells which is shown
    std::shared_ptr<Memory> m_memory;
    PicturePtr m_picture;
    LatestWorker<PicturePtr> m_worker;
};

}  // namespace xiangtu::app
