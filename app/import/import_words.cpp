// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_words.h"

#include "app/models/terms.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace xiangtu::app {

namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

/// The value a message quotes.
QString quoted(const std::string& message) {
    static const QRegularExpression kQuoted(QStringLiteral("\"([^\"]*)\""));
    return kQuoted.match(fromUtf8(message)).captured(1);
}

bool speaksOfValue(exchange::Rule rule) {
    using enum exchange::Rule;
    return rule == badValue || rule == unknownUnit || rule == badCode || rule == badHouseholds;
}

QString outcomeWords(exchange::Outcome outcome) {
    switch (outcome) {
    case exchange::Outcome::kept: return ImportWords::tr("taken as it is");
    case exchange::Outcome::mended: return ImportWords::tr("mended");
    case exchange::Outcome::rejected: return ImportWords::tr("not taken");
    }
    return {};
}

/// One part of a reason with what varies in it.
struct Saying {
    QRegularExpression english;
    QString words;  ///< %1, %2 = what was captured
};

Saying saying(const char* pattern, const QString& words) {
    return {QRegularExpression(QStringLiteral("^%1$").arg(QLatin1String(pattern))), words};
}

QString said(const QString& part, const std::vector<Saying>& sayings) {
    for (const Saying& known : sayings) {
        const auto match = known.english.match(part);
        if (!match.hasMatch()) continue;
        QString words = known.words;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i) words = words.arg(match.captured(i));
        return words;
    }
    return part;
}

// Made anew each time: the language may have changed.
std::vector<Saying> basisSayings() {
    return {
        saying("as asked for", ImportWords::tr("as you chose")),
        saying("as asked for, against (.*) of the source", ImportWords::tr("as you chose, against %1 in the file")),
        saying("as the source says", ImportWords::tr("as the file says")),
        saying("all texts are plain ASCII", ImportWords::tr("there is no Chinese text in it")),
        saying("all bytes are valid UTF-8", ImportWords::tr("all texts are valid UTF-8")),
        saying("nothing is declared", ImportWords::tr("the file itself does not say")),
        saying("language byte (\\S+) of the \\.dbf says (\\S+)", ImportWords::tr("the .dbf (%1) says %2")),
        saying("language byte (\\S+) of the \\.dbf says (\\S+) and all bytes are valid in it",
               ImportWords::tr("the .dbf (%1) says %2, and all texts are valid in it")),
        saying("\\.cpg \"(.*)\" says (\\S+)", ImportWords::tr("the .cpg “%1” says %2")),
        saying("\\.cpg \"(.*)\" says (\\S+) and all bytes are valid in it",
               ImportWords::tr("the .cpg “%1” says %2, and all texts are valid in it")),
        saying("the \\.cpg \"(.*)\" names no encoding", ImportWords::tr("the .cpg “%1” names no encoding")),
        saying("not UTF-8, and the bytes are pairs of common Chinese characters",
               ImportWords::tr("not UTF-8; read so, the texts are common Chinese characters")),
        saying("nearly all texts are valid UTF-8", ImportWords::tr("nearly all texts are valid UTF-8")),
        saying("not UTF-8, and nearly all texts are Chinese characters in GB 18030",
               ImportWords::tr("not UTF-8; nearly all texts are Chinese characters in GB 18030")),
        saying("neither UTF-8 nor GB 18030", ImportWords::tr("neither UTF-8 nor GB 18030")),
        saying("read as Western European", ImportWords::tr("read as Western European: look at the samples")),
        saying("the source says nothing", ImportWords::tr("the file does not say")),
        saying("coordinates within degrees", ImportWords::tr("the numbers are degrees")),
        saying("the eastings carry the zone in front", ImportWords::tr("the numbers carry the zone in front")),
        saying("no coordinates", ImportWords::tr("there are no coordinates")),
        saying("nothing to decide: no coordinates", ImportWords::tr("there are no coordinates")),
        saying("stored as EPSG:4490 unchanged \\(WGS 84 and CGCS2000 agree at grid scale\\)",
               ImportWords::tr("kept as CGCS2000 degrees without a change")),
        saying("projected to EPSG:4490", ImportWords::tr("converted to CGCS2000 degrees")),
    };
}

std::vector<Saying> refusalSayings() {
    return {
        saying(".*cannot be opened: .*",
               ImportWords::tr("This file cannot be opened. It may be damaged, or it is no map or table.")),
        saying(".*\\bthe source holds no layer", ImportWords::tr("There is no layer in this file.")),
        saying(".*holds no records", ImportWords::tr("There are no records in this file.")),
        saying(".*announces \\d+ records but delivers none.*",
               ImportWords::tr("The records of this file are missing: is the .dbf beside it whole?")),
        saying(".*units are areas and need polygons",
               ImportWords::tr("This file has no areas, and units are areas. Choose another goal.")),
        saying(".*holds neither fields nor polygons", ImportWords::tr("There are neither fields nor areas in it.")),
        saying(".*the layer has no such field.*",
               ImportWords::tr("A field that was chosen is not in this file. Choose the fields anew.")),
        saying(".*are metres: .*|.*which are metres.*",
               ImportWords::tr("The file calls its coordinates degrees, but they are metres: choose the coordinate "
                               "system.")),
        saying(".*are degrees", ImportWords::tr("The file calls its coordinates metres, but they are degrees: choose "
                                                "the coordinate system.")),
        saying(".*local coordinate system.*",
               ImportWords::tr("The file has a coordinate system of its own without a place on earth: choose one.")),
        saying(".*metres without a zone number.*",
               ImportWords::tr("The coordinates are metres without the number of a zone, and the file does not say "
                               "which zone: choose the coordinate system.")),
    };
}

}  // namespace

QString ruleTitle(exchange::Rule rule) {
    using enum exchange::Rule;
    switch (rule) {
    case noGeometry: return ImportWords::tr("No shape");
    case unreadableGeometry: return ImportWords::tr("Shape cannot be read");
    case notPolygon: return ImportWords::tr("Not an area");
    case invalidRing: return ImportWords::tr("Border crosses itself");
    case tinyPart: return ImportWords::tr("Tiny part");
    case foreignRecord: return ImportWords::tr("Belongs to another level or layer");
    case recordsLost: return ImportWords::tr("The file announces records it does not have");
    case noCode: return ImportWords::tr("No code");
    case badCode: return ImportWords::tr("Code cannot be read");
    case duplicateCode: return ImportWords::tr("The same code twice");
    case codeShortened: return ImportWords::tr("Zeros at the end of codes taken off");
    case unusualCodeLength: return ImportWords::tr("Code of unusual length");
    case codePrefixMismatch: return ImportWords::tr("Code and place point to different parents");
    case alreadyInFile: return ImportWords::tr("This code is in the county already");
    case noName: return ImportWords::tr("No name");
    case textRepaired: return ImportWords::tr("Text put right");
    case textInvalid: return ImportWords::tr("Text cannot be read in this encoding");
    case badHouseholds: return ImportWords::tr("Households are no number");
    case badValue: return ImportWords::tr("Value does not fit the field");
    case missingValue: return ImportWords::tr("Required value is missing");
    case wrongShape: return ImportWords::tr("Wrong kind of shape");
    case unknownUnit: return ImportWords::tr("No such unit");
    case noParent: return ImportWords::tr("No parent found");
    case parentSkipped: return ImportWords::tr("The level above is missing");
    case outsideParent: return ImportWords::tr("Reaches over the border of its parent");
    case overlap: return ImportWords::tr("Neighbours overlap");
    case gap: return ImportWords::tr("Gap between neighbours");
    case encodingAssumed: return ImportWords::tr("Encoding found out, not declared");
    case crsAssumed: return ImportWords::tr("Coordinate system found out, not declared");
    case crsInexact: return ImportWords::tr("Conversion of the datum is not exact");
    case axesSwapped: return ImportWords::tr("The two coordinates were exchanged");
    case farAway: return ImportWords::tr("Lies outside China");
    }
    return {};
}

QString fateTitle(edit::Fate fate) {
    switch (fate) {
    case edit::Fate::inserted: return ImportWords::tr("New");
    case edit::Fate::updated: return ImportWords::tr("Changed");
    case edit::Fate::unchanged: return ImportWords::tr("Unchanged");
    case edit::Fate::missing: return ImportWords::tr("In the county only, stays");
    case edit::Fate::refused: return ImportWords::tr("Key twice, not taken");
    }
    return {};
}

QString findingText(const exchange::Finding& finding) {
    QStringList parts;
    if (finding.record >= 0)
        parts << ImportWords::tr("Record %1").arg(finding.record + 1);
    else if (finding.count > 1)
        parts << ImportWords::tr("Records or places: %1").arg(finding.count);
    if (!finding.field.empty()) parts << ImportWords::tr("field %1").arg(fromUtf8(finding.field));
    if (speaksOfValue(finding.rule)) {
        if (const QString value = quoted(finding.message); !value.isEmpty())
            parts << ImportWords::tr("“%1”").arg(value);
    }
    if (!finding.code.empty()) parts << fromUtf8(finding.code);
    for (const std::string& unit : finding.units) {
        if (unit != finding.code) parts << fromUtf8(unit);
    }
    if (finding.areaM2) parts << ImportWords::tr("%1 m²").arg(*finding.areaM2, 0, 'f', *finding.areaM2 < 10 ? 1 : 0);
    if (finding.record >= 0) parts << outcomeWords(finding.outcome);
    return parts.isEmpty() ? ImportWords::tr("the whole layer") : parts.join(QStringLiteral(" · "));
}

QString basisWords(const std::string& basis) {
    const auto sayings = basisSayings();
    QStringList parts;
    for (const QString& part : fromUtf8(basis).split(QStringLiteral("; "), Qt::SkipEmptyParts))
        parts << said(part, sayings);
    return parts.join(ImportWords::tr("; "));
}

QString shiftWords(const exchange::Finding& finding) {
    static const QRegularExpression kMetres(QStringLiteral("about (\\d+) m"));
    const auto match = kMetres.match(fromUtf8(finding.message));
    return match.hasMatch() ? ImportWords::tr(
                                  "The way from this datum to CGCS2000 is known to about %1 m. The survey office's "
                                  "parameters make it exact.")
                                  .arg(match.captured(1))
                            : ImportWords::tr(
                                  "The way from this datum to CGCS2000 is not known exactly: places can be off by some "
                                  "hundred metres. The survey office's parameters make it exact.");
}

QString refusalWords(const std::string& reason) {
    const QString text = fromUtf8(reason);
    const QString words = said(text, refusalSayings());
    return words == text ? ImportWords::tr("This file cannot be imported like this.") : words;
}

}  // namespace xiangtu::app
