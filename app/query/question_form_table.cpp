// SPDX-License-Identifier: GPL-3.0-or-later
// A table of points a question is asked with: what it says of its columns and its encoding.
#include "app/models/terms.h"
#include "app/query/question_form.h"

#include <QCoreApplication>

namespace xiangtu::app {

namespace {

struct TableTexts {
    Q_DECLARE_TR_FUNCTIONS(TableTexts)
};

/// As much of a table as its columns and its encoding are found in.
constexpr std::size_t kBeginning = 1 << 20;

QVariantMap choice(const QString& key, const QString& text) { return {{"key", key}, {"text", text}}; }

/// The parameter of a question that is a table of points; empty for those without.
std::string tableParam(const query::Question& question) {
    const query::QuestionDef* def = query::findQuestion(question.id);
    if (!def) return {};
    const auto found = std::ranges::find(def->params, query::ParamKind::points, &query::Param::kind);
    return found == def->params.end() ? std::string() : std::string(found->name);
}

QString nameOf(const query::PointColumns& columns, std::size_t at) {
    return columns.named ? fromUtf8(columns.names[at]) : TableTexts::tr("Column %1").arg(at + 1);
}

}  // namespace

void QuestionForm::setFile(const QString& name, const QUrl& file) {
    set(name, file.isLocalFile() ? file.toLocalFile() : file.path());
}

void QuestionForm::lookAtTable() {
    const auto given = m_question.params.find(tableParam(m_question));
    if (given == m_question.params.end()) {
        m_looking.cancel();
        if (!m_table) return;
        m_table.reset();
        emit fieldsChanged();
        return;
    }
    const auto encoding = m_question.params.find(kEncoding);
    m_looking.start<PointsFile>(
        [path = QString::fromStdString(given->second),
         asked = encoding == m_question.params.end() ? std::string() : encoding->second](const base::Progress&) {
            PointsFile file = readPointsFile(path, asked, kBeginning);
            file.text.clear();
            return file;
        },
        [this](PointsFile file) {
            m_table = std::move(file);
            emit fieldsChanged();
        });
}

QVariantMap QuestionForm::encodingField() const {
    QVariantList list{choice({}, TableTexts::tr("Found: %1").arg(fromUtf8(m_table->charset)))};
    for (const char* name : {"UTF-8", "GB18030", "BIG5"}) list << choice(QLatin1String(name), QLatin1String(name));
    return {{"name", QLatin1String(kEncoding)}, {"title", TableTexts::tr("Encoding of the table")},
            {"kind", "choice"},                 {"preset", QString()},
            {"required", false},                {"choices", list}};
}

QVariantList QuestionForm::columnChoices(std::string_view param) const {
    const query::PointColumns& columns = m_table->columns;
    const auto found = param == "lat-column" ? columns.lat : columns.lon;
    QVariantList list{choice({}, found && *found < columns.names.size()
                                     ? TableTexts::tr("Found: %1").arg(nameOf(columns, *found))
                                     : TableTexts::tr("Choose…"))};
    for (std::size_t i = 0; i < columns.names.size(); ++i) {
        list << choice(QStringLiteral("#%1").arg(i + 1), nameOf(columns, i));
    }
    return list;
}

}  // namespace xiangtu::app
