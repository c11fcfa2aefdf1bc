// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/question_words.h"

#include "app/models/terms.h"
#include "app/query/selection.h"
#include "app/registers/words.h"
#include "model/expression.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace xiangtu::app {

namespace {

struct QueryWords {
    Q_DECLARE_TR_FUNCTIONS(QueryWords)
};

/// Sums by key; missing ones are 0.
class Sums {
public:
    explicit Sums(const query::Answer& answer) : m_answer(answer) {}
    [[nodiscard]] QString operator()(std::string_view key) const {
        for (const query::Sum& sum : m_answer.sums) {
            if (sum.key == key) return plainNumber(sum.value, sum.decimals);
        }
        return QStringLiteral("0");
    }

private:
    const query::Answer& m_answer;
};

QString given(const query::Question& question, const char* name) {
    const auto found = question.params.find(name);
    if (found != question.params.end() && !found->second.empty()) return QString::fromStdString(found->second);
    const query::QuestionDef* def = query::findQuestion(question.id);
    if (!def) return {};
    const auto param = std::ranges::find(def->params, std::string_view(name), &query::Param::name);
    return param == def->params.end() ? QString() : fromUtf8(param->preset);
}

}  // namespace

QString questionTitle(const std::string& id) {
    if (id == kSelect) return QueryWords::tr("Put a question together");
    const query::QuestionDef* def = query::findQuestion(id);
    return def ? titleOf({std::string(def->zh), std::string(def->en)}) : QString();
}

QString paramTitle(const query::Param& param) { return titleOf({std::string(param.zh), std::string(param.en)}); }

QString measureTitle(const std::string& unit) {
    const QString known = fromUtf8(unit);
    if (unit == "个") return QueryWords::tr("units");
    if (unit == "户") return QueryWords::tr("households");
    if (unit == "亩") return QueryWords::tr("mu");
    if (unit == "米") return QueryWords::tr("m");
    if (unit == "块") return QueryWords::tr("plots");
    if (unit == "片") return QueryWords::tr("clusters");
    if (unit == "份") return QueryWords::tr("contracts");
    if (unit == "对") return QueryWords::tr("pairs");
    if (unit == "处") return QueryWords::tr("places");
    if (unit == "平方米") return QueryWords::tr("m²");
    if (unit == "元") return QueryWords::tr("yuan");
    return known;
}

QString figureText(double value, int decimals, const std::string& unit) {
    const QString number = plainNumber(value, decimals);
    return unit.empty() ? number : QStringLiteral("%1 %2").arg(number, measureTitle(unit));
}

QString sentenceOf(const query::Question& question, const query::Answer& answer) {
    const Sums sum(answer);
    const std::string& id = question.id;
    const QString level = given(question, id == "further-than" ? "of" : "level");
    const auto parsed = model::parseLevel(level.toStdString());
    const QString units = parsed ? levelTitle(*parsed) : QString();
    if (answer.table.rows.empty() && id == kSelect) return QueryWords::tr("No unit fits.");
    if (id == kSelect) {
        return QueryWords::tr("%1 fit (%2): %3 % of them, with %4 households and %5 mu.")
            .arg(sum("units"), units, sum("share"), sum("households"), sum("area"));
    }
    if (id == "holes") {
        return QueryWords::tr("%1 of %2 have none (%3); %4 households live there. Coverage: %5 %.")
            .arg(sum("holes"), sum("units"), units, sum("households"), sum("coverage"));
    }
    if (id == "further-than") {
        return QueryWords::tr("%1 households in %2 units are further away than %3 m: %4 % of all.")
            .arg(sum("households"), sum("units"), given(question, "metres"), sum("share"));
    }
    if (id == "cover-share") {
        return QueryWords::tr("%1 of %2 mu are covered: %3 %.").arg(sum("covered"), sum("area"), sum("share"));
    }
    if (id == "children-sum") {
        return QueryWords::tr("%1 of %2 differ from the sum of their parts.").arg(sum("apart"), sum("units"));
    }
    if (id == "contract") {
        return QueryWords::tr("%1 contracts do not agree with the map: %2 mu by contract, %3 mu on the map.")
            .arg(sum("apart"), sum("contract_mu"), sum("map_mu"));
    }
    if (id == "below-line") {
        return QueryWords::tr("%1 are below %2, in %3 groups that lie together; %4 have no figure.")
            .arg(sum("below"), given(question, "line"), sum("clusters"), sum("unknown"));
    }
    if (id == "propose-points") {
        return QueryWords::tr(
                   "With these points %1 of %2 households are reached instead of %3; so many points reach at most %4.")
            .arg(sum("after"), sum("households"), sum("before"), sum("most"));
    }
    QStringList parts;
    for (const query::Sum& each : answer.sums) {
        parts << QueryWords::tr("%1: %2").arg(titleOf(each.title), figureText(each.value, each.decimals, each.unit));
    }
    return parts.join(QueryWords::tr("; "));
}

QString answerCell(const query::Answer& answer, std::size_t row, std::size_t column) {
    const auto& head = answer.table.columns[column];
    const model::Value& value = answer.table.rows[row].cells[column];
    if (model::isNull(value)) return {};
    if (head.key == "level") {
        const auto level = model::parseLevel(model::toText(value));
        return level ? levelTitle(*level) : fromUtf8(model::toText(value));
    }
    if (const auto number = model::numberOf(value); head.numeric && number) {
        return figureText(*number, std::max(0, head.decimals), head.unit);
    }
    return fromUtf8(model::toText(value));
}

QVariantMap toMap(const query::Question& question) {
    QVariantMap params;
    for (const auto& [name, value] : question.params)
        params[QString::fromStdString(name)] = QString::fromStdString(value);
    return {{"id", QString::fromStdString(question.id)}, {"params", params}};
}

query::Question toQuestion(const QVariantMap& map) {
    query::Question question{map.value(QStringLiteral("id")).toString().toStdString(), {}};
    const QVariantMap params = map.value(QStringLiteral("params")).toMap();
    for (auto it = params.begin(); it != params.end(); ++it) {
        if (!it.value().toString().isEmpty())
            question.params[it.key().toStdString()] = it.value().toString().toStdString();
    }
    return question;
}

}  // namespace xiangtu::app
