// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands_fixture.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace xiangtu::cli {

Ran runProgram(const std::vector<std::string>& arguments) {
    QStringList list;
    for (const std::string& each : arguments) list << QString::fromStdString(each);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XIANGTU_DATA"), QStringLiteral(XIANGTU_DATA_DIR));
    environment.insert(QStringLiteral("XIANGTU_AUTHOR"), QStringLiteral("王网格员"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(XIANGTU_BINARY), list);
    const bool ended = program.waitForFinished(120000) && program.exitStatus() == QProcess::NormalExit;
    return {ended ? program.exitCode() : -1, program.readAllStandardOutput().toStdString(),
            program.readAllStandardError().toStdString()};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace xiangtu::cli
