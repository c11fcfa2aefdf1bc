// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/question_list.h"

#include "app/models/terms.h"
#include "app/query/question_words.h"

#include <QCoreApplication>

namespace xiangtu::app {

namespace {

struct QuestionTexts {
    Q_DECLARE_TR_FUNCTIONS(QuestionTexts)
};

QVariantMap line(const char* key, const QString& title, const query::Question& question) {
    return {{"key", QString::fromLatin1(key)}, {"title", title}, {"question", toMap(question)}};
}

constexpr const char* kOrchards = "crop in ('apple', 'dwarf_apple', 'renovated_orchard')";

}  // namespace

void QuestionList::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit changed();
}

QVariantList QuestionList::ready() const {
    return {
        line("holes", QuestionTexts::tr("Units without a Party organisation, by level"),
             {"holes", {{"level", "natural_village"}}}),
        line("far_member", QuestionTexts::tr("Households too far from a Party member household"),
             {"further-than", {{"metres", "500"}, {"from", "member_household"}, {"of", "grid"}}}),
        line("far_service", QuestionTexts::tr("Households too far from a service point"),
             {"further-than", {{"metres", "2000"}, {"from", "service_point"}, {"of", "grid"}}}),
        line("far_meal", QuestionTexts::tr("Households too far from a meal point"),
             {"further-than", {{"metres", "1000"}, {"from", "meal_point"}, {"of", "grid"}}}),
        line("hail", QuestionTexts::tr("Share of orchards under hail nets"),
             {"cover-share",
              {{"of", "industry_base"},
               {"where", kOrchards},
               {"by", "industry_base"},
               {"by-where", "crop = 'hail_net'"}}}),
        line("contract", QuestionTexts::tr("Contract area against the map"), {"contract", {{"tolerance", "2"}}}),
        line("children", QuestionTexts::tr("Sum of the parts against the whole"),
             {"children-sum", {{"level", "village"}}}),
        line("income", QuestionTexts::tr("Villages below the income line, in adjacent groups"),
             {"below-line", {{"line", "120000"}, {"level", "village"}}}),
    };
}

QVariantList QuestionList::proposals() const {
    return {
        line("propose", QuestionTexts::tr("Where new service points would reach most households"),
             {"propose-points", {{"count", "3"}, {"metres", "2000"}, {"from", "service_point"}}}),
        line("groups", QuestionTexts::tr("Mutual-aid groups of five around a Party member household"),
             {"groups", {{"leaders", "member_household"}, {"size", "5"}, {"metres", "1000"}}}),
        line("tour", QuestionTexts::tr("A short inspection tour of industry bases"),
             {"tour", {{"of", "industry_base"}}}),
    };
}

QVariantList QuestionList::all() const {
    QVariantList list;
    for (const query::QuestionDef& def : query::questions()) {
        const std::string id(def.id);
        list << QVariantMap{{"key", fromUtf8(id)}, {"title", questionTitle(id)}, {"question", toMap({id, {}})}};
    }
    return list;
}

}  // namespace xiangtu::app
