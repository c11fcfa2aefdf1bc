// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace xiangtu::app {

/// What the command line asks of the map window: `xiangtu [FILE] [options]`.
struct ClientOptions {
    QString file;        ///< absolute; empty = start with the welcome page
    QString screenshot;  ///< write the window to this PNG once it is complete, then end
    QSize size;          ///< of the window; empty = remembered or default
    QString theme;       ///< scene::themeName; empty = five_colour
    QString unit;        ///< code to go to and show the dossier of
    QString search;      ///< begin with this search
    QString page;        ///< map | board | registers | worklist | history; empty = map
    QString day;         ///< ISO; begin with the map of that day
    QString compare;     ///< ISO; begin with that day compared with today
    QString registerId;  ///< register to open
    QString report;      ///< report to open
    QString language;    ///< zh | en; empty = remembered or by locale
    QString style;       ///< light | dark; empty = remembered
    bool elder = false;
    bool times = false;     ///< say when the first frame, the whole map and everything was there
    bool selfTest = false;  ///< load everything, show one frame, end
};

/// Parses the arguments (program name first). A wrong one gives no options and a message.
[[nodiscard]] std::optional<ClientOptions> parseClientOptions(const QStringList& arguments, QString* message);

}  // namespace xiangtu::app
