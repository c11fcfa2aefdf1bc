// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/points_file.h"

#include "base/error.h"
#include "exchange/encoding.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace xiangtu::app {

namespace {

/// As much of a table as is looked at to find out how it is written.
constexpr std::size_t kLookedAt = 1 << 20;

std::string charsetOf(std::string_view bytes, const std::string& asked) {
    if (asked.empty() && bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (asked.empty() && bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    exchange::TextEvidence evidence;
    for (std::string_view rest = bytes.substr(0, kLookedAt); !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        // A line that is cut off may end within a character.
        if (line.size() == rest.size() && rest.data() + rest.size() != bytes.data() + bytes.size()) break;
        evidence.add(line);
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    return exchange::chooseEncoding(evidence, {}, asked).charset;
}

}  // namespace

PointsFile readPointsFile(const QString& path, const std::string& asked, std::size_t atMost) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw base::Error(base::Fault::io, path.toStdString() + " cannot be opened (" + file.errorString().toStdString() + ")");
    }
    const QByteArray read = file.read(qint64(atMost));
    std::string_view bytes(read.data(), std::size_t(read.size()));
    if (!file.atEnd()) bytes = bytes.substr(0, bytes.rfind('\n') + 1);
    PointsFile out;
    out.charset = charsetOf(bytes, asked);
    out.text = out.charset == "UTF-8" ? std::string(bytes) : exchange::Decoder(out.charset).lossy(bytes);
    out.columns = query::pointColumns(out.text);
    return out;
}

query::Question withPoints(query::Question question) {
    const query::QuestionDef* def = query::findQuestion(question.id);
    const auto encoding = question.params.find(kEncoding);
    const std::string asked = encoding == question.params.end() ? std::string() : encoding->second;
    question.params.erase(kEncoding);
    if (!def) return question;
    for (const query::Param& param : def->params) {
        const auto given = question.params.find(std::string(param.name));
        if (param.kind != query::ParamKind::points || given == question.params.end() || given->second.empty()) continue;
        try {
            given->second = readPointsFile(QString::fromStdString(given->second), asked).text;
        } catch (const base::Error& error) {
            throw base::Error(error.fault(), question.id + ": " + std::string(param.name) + " " + error.what());
        }
    }
    return question;
}

}  // namespace xiangtu::app
