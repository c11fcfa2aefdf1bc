// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/declared_words.h"

#include "app/models/terms.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace xiangtu::app {

namespace {

using edit::Declared;

struct DeclaredTexts {
    Q_DECLARE_TR_FUNCTIONS(DeclaredTexts)
};

constexpr std::size_t kNamed = 6;

/// `id` where a thing has no title.
QString calledBy(const model::Titles& title, const std::string& id) {
    const QString text = titleOf(title);
    return text.isEmpty() ? fromUtf8(id) : text;
}

QString thingText(const Declared& declared) {
    using What = Declared::What;
    const QString name = calledBy(declared.title, declared.id);
    switch (declared.what) {
    case What::registerTable: return DeclaredTexts::tr("register “%1”").arg(name);
    case What::field:
        return DeclaredTexts::tr("field “%1” of “%2”").arg(name, calledBy(declared.registerTitle, declared.registerId));
    case What::lifecycle: return DeclaredTexts::tr("lifecycle “%1”").arg(name);
    case What::indicator: return DeclaredTexts::tr("figure “%1”").arg(name);
    case What::rule: return DeclaredTexts::tr("rule “%1”").arg(name);
    case What::report: return DeclaredTexts::tr("report “%1”").arg(name);
    case What::group: return DeclaredTexts::tr("heading “%1”").arg(name);
    case What::query: return DeclaredTexts::tr("question “%1”").arg(name);
    case What::mechanism: return DeclaredTexts::tr("mechanism “%1”").arg(name);
    }
    return name;
}

QString oneText(const Declared& declared) {
    using How = Declared::How;
    const QString thing = thingText(declared);
    switch (declared.how) {
    case How::added: return DeclaredTexts::tr("new: %1").arg(thing);
    case How::changed: return DeclaredTexts::tr("changed: %1").arg(thing);
    case How::renamed: {
        QString was = calledBy(declared.wasTitle, declared.wasId);
        if (was == calledBy(declared.title, declared.id)) was = fromUtf8(declared.wasId);
        return DeclaredTexts::tr("renamed: %1, before “%2”").arg(thing, was);
    }
    case How::retired: return DeclaredTexts::tr("no longer asked for: %1").arg(thing);
    case How::broughtBack: return DeclaredTexts::tr("asked for again: %1").arg(thing);
    case How::removed: return DeclaredTexts::tr("taken out: %1").arg(thing);
    }
    return thing;
}

}  // namespace

QString declaredWords(const std::vector<Declared>& declared) {
    QStringList parts;
    for (std::size_t i = 0; i < std::min(kNamed, declared.size()); ++i) parts << oneText(declared[i]);
    const QString list = parts.join(DeclaredTexts::tr("; "));
    if (declared.size() <= kNamed) return DeclaredTexts::tr("Registers and figures: %1").arg(list);
    return DeclaredTexts::tr("Registers and figures: %1, and %2 more").arg(list).arg(declared.size() - kNamed);
}

}  // namespace xiangtu::app
