// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/client_options.h"

#include "base/date.h"
#include "scene/options.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>

namespace xiangtu::app {

namespace {

const QString kScreenshot = QStringLiteral("screenshot");
const QString kSize = QStringLiteral("size");
const QString kTheme = QStringLiteral("theme");
const QString kUnit = QStringLiteral("unit");
const QString kSearch = QStringLiteral("search");
const QString kPage = QStringLiteral("page");
const QString kDay = QStringLiteral("day");
const QString kCompare = QStringLiteral("compare");
const QString kRegister = QStringLiteral("register");
const QString kReport = QStringLiteral("report");
const QString kLanguage = QStringLiteral("language");
const QString kStyle = QStringLiteral("style");
const QString kElder = QStringLiteral("elder");
const QString kTimes = QStringLiteral("times");
const QString kSelfTest = QStringLiteral("self-test");

std::optional<QSize> parseSize(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) return {};
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

}  // namespace

std::optional<ClientOptions> parseClientOptions(const QStringList& arguments, QString* message) {
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("file to open"));
    parser.addOptions({{kScreenshot, QStringLiteral("picture to write"), QStringLiteral("PNG")},
                       {kSize, QStringLiteral("window size"), QStringLiteral("WxH")},
                       {kTheme, QStringLiteral("map theme"), QStringLiteral("T")},
                       {kUnit, QStringLiteral("unit to show"), QStringLiteral("CODE")},
                       {kSearch, QStringLiteral("begin with a search"), QStringLiteral("TEXT")},
                       {kPage, QStringLiteral("map, board, reports, findings, registers, worklist, history or ask"),
                        QStringLiteral("P")},
                       {kDay, QStringLiteral("begin with the map of a day"), QStringLiteral("YYYY-MM-DD")},
                       {kCompare, QStringLiteral("begin with a day compared with today"), QStringLiteral("YYYY-MM-DD")},
                       {kRegister, QStringLiteral("register to open"), QStringLiteral("ID")},
                       {kReport, QStringLiteral("report to open"), QStringLiteral("ID")},
                       {kLanguage, QStringLiteral("zh or en"), QStringLiteral("L")},
                       {kStyle, QStringLiteral("light or dark"), QStringLiteral("S")},
                       {kElder, QStringLiteral("large text and targets")},
                       {kTimes, QStringLiteral("say when the first frame, the whole map and everything was there")},
                       {kSelfTest, QStringLiteral("show one frame and end")}});
    const auto refuse = [message](const QString& why) -> std::optional<ClientOptions> {
        *message = why;
        return {};
    };
    if (!parser.parse(arguments)) return refuse(parser.errorText());
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) return refuse(QStringLiteral("more than one file: %1").arg(files.join(QStringLiteral(", "))));

    ClientOptions options;
    if (!files.isEmpty()) options.file = QFileInfo(files.first()).absoluteFilePath();
    if (parser.isSet(kScreenshot)) options.screenshot = QFileInfo(parser.value(kScreenshot)).absoluteFilePath();
    if (parser.isSet(kSize)) {
        const auto size = parseSize(parser.value(kSize));
        if (!size) return refuse(QStringLiteral("--size takes WIDTHxHEIGHT, not \"%1\"").arg(parser.value(kSize)));
        options.size = *size;
    }
    options.theme = parser.value(kTheme);
    if (parser.isSet(kTheme) && !scene::parseTheme(options.theme.toStdString())) {
        return refuse(QStringLiteral("--theme takes five_colour, party_coverage, demonstration or industry"));
    }
    options.unit = parser.value(kUnit);
    options.search = parser.value(kSearch);
    options.page = parser.value(kPage);
    if (parser.isSet(kPage) &&
        !QStringList{"map", "board", "reports", "findings", "registers", "worklist", "history", "ask"}.contains(
            options.page)) {
        return refuse(
            QStringLiteral("--page takes map, board, reports, findings, registers, worklist, history or ask"));
    }
    options.day = parser.value(kDay);
    options.compare = parser.value(kCompare);
    for (const QString& day : {options.day, options.compare}) {
        if (!day.isEmpty() && !base::Date::parse(day.toStdString()))
            return refuse(QStringLiteral("\"%1\" is not a day in the form YYYY-MM-DD").arg(day));
    }
    options.registerId = parser.value(kRegister);
    options.report = parser.value(kReport);
    options.language = parser.value(kLanguage);
    if (parser.isSet(kLanguage) && options.language != QLatin1String("zh") && options.language != QLatin1String("en")) {
        return refuse(QStringLiteral("--language takes zh or en"));
    }
    options.style = parser.value(kStyle);
    if (parser.isSet(kStyle) && options.style != QLatin1String("light") && options.style != QLatin1String("dark")) {
        return refuse(QStringLiteral("--style takes light or dark"));
    }
    options.elder = parser.isSet(kElder);
    options.times = parser.isSet(kTimes);
    options.selfTest = parser.isSet(kSelfTest);
    return options;
}

}  // namespace xiangtu::app
