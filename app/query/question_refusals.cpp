// SPDX-License-Identifier: GPL-3.0-or-later
// Why a question cannot be answered, in the language of the interface.
#include "app/query/question_words.h"

#include <QCoreApplication>

namespace xiangtu::app {

namespace {

struct RefusedWords {
    Q_DECLARE_TR_FUNCTIONS(RefusedWords)
};

/// What follows the parameter in a refusal.
QString reasonWords(const QString& why) {
    const auto says = [&](const char* part) { return why.contains(QLatin1String(part)); };
    if (why == QLatin1String("is needed")) return RefusedWords::tr("is needed");
    if (says("or unit is needed")) return RefusedWords::tr("is needed, or a unit");
    if (says("or class is needed")) return RefusedWords::tr("is needed, or a class");
    if (says("there is no stop")) return RefusedWords::tr("are needed, or a register of stops: there is no stop");
    if (says("stops; at most")) {
        return RefusedWords::tr("are too many stops: at most %1. Narrow them down with a condition")
            .arg(why.section(QLatin1Char(' '), -1));
    }
    if (says("is not a number")) return RefusedWords::tr("is not a number");
    if (says("is not a whole number")) return RefusedWords::tr("is not a whole number");
    if (says("is out of range")) {
        return RefusedWords::tr("is out of range: %1")
            .arg(why.section(QLatin1Char('('), 1).chopped(1).replace(QLatin1String(" to "), QStringLiteral(" – ")));
    }
    // Tables of points before units: both speak of what is not there.
    if (says("no columns lon and lat")) {
        return RefusedWords::tr("has no columns that are known as longitude and latitude: choose them");
    }
    if (says("there is no column")) return RefusedWords::tr("does not have the column chosen");
    if (says("cannot be opened")) return RefusedWords::tr("cannot be opened");
    if (says("there is no")) return RefusedWords::tr("names a unit that the file does not have");
    if (says("two or more codes")) return RefusedWords::tr("must be two or more codes with commas between");
    if (says("has no units of that level")) return RefusedWords::tr("has no units in this file");
    if (says("is not a level")) return RefusedWords::tr("is not a level");
    if (says("has no such register")) return RefusedWords::tr("is a register this file does not have");
    if (says("has no such record")) return RefusedWords::tr("is no record of this register");
    if (says("has no such colour scheme")) return RefusedWords::tr("is a colour scheme this file does not have");
    if (says("is not a class of the scheme")) return RefusedWords::tr("is not a class of the colour scheme");
    if (says("is not a register of land")) return RefusedWords::tr("is not a register of land");
    if (says("can be asked of registers only")) return RefusedWords::tr("can be asked of registers only");
    if (says("is not a field of register")) return RefusedWords::tr("is not a field of the register");
    if (says("is no kind of register")) return RefusedWords::tr("is no kind the register knows");
    if (says("is not known")) return RefusedWords::tr("is not known");
    if (says("has no polygon")) return RefusedWords::tr("has no borders in this file");
    if (says("has no line") || says("is not one line")) return RefusedWords::tr("has no line");
    if (says("is not a polygon")) return RefusedWords::tr("is not an area");
    if (says("not on the globe")) return RefusedWords::tr("is not on the globe");
    if (says("is not a day")) return RefusedWords::tr("is not a day like 2026-03-01");
    if (says("is not a place like")) return RefusedWords::tr("is not a place like “109.6 27.95”");
    if (says("odd number of coordinates") || says("is not a list of numbers")) {
        return RefusedWords::tr("is not a list of places");
    }
    if (says("cross") || says("self-intersect") || says("self intersect")) {
        return RefusedWords::tr("crosses itself: draw it again");
    }
    if (says("too few points")) return RefusedWords::tr("has too few points: draw it again");
    if (says("cannot be used")) return RefusedWords::tr("cannot be used: draw it again");
    if (says("cannot be done")) return RefusedWords::tr("cannot be done (%1)").arg(why.section(QLatin1String(": "), 1));
    if (says("cannot be read")) return RefusedWords::tr("cannot be read (%1)").arg(why.section(QLatin1String(": "), 1));
    return why;
}

}  // namespace

QString refusedWords(const QString& text) {
    // "further-than: metres 1e9 is out of range (0.001 to 20003932)"
    const QString id = text.section(QLatin1String(": "), 0, 0);
    const QString rest = text.section(QLatin1String(": "), 1);
    const QString name = rest.section(QLatin1Char(' '), 0, 0);
    const QString why = reasonWords(rest.section(QLatin1Char(' '), 1));
    const query::QuestionDef* def = query::findQuestion(id.toStdString());
    const auto title = [&]() -> QString {
        if (name == QLatin1String("metres")) return RefusedWords::tr("Metres");
        if (name == QLatin1String("area")) return RefusedWords::tr("The drawn area");
        if (name == QLatin1String("level")) return RefusedWords::tr("Level");
        if (name == QLatin1String("conditions")) return RefusedWords::tr("A condition");
        if (name == QLatin1String("within")) return RefusedWords::tr("The unit");
        if (!def) return {};
        const auto param = std::ranges::find(def->params, name.toStdString(), &query::Param::name);
        return param == def->params.end() ? QString() : paramTitle(*param);
    }();
    return title.isEmpty() ? text : RefusedWords::tr("%1 %2.").arg(title, why);
}

}  // namespace xiangtu::app
