// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/declared.h"

#include "base/json.h"

#include <algorithm>
#include <array>
#include <utility>

namespace xiangtu::edit {

namespace {

using How = Declared::How;
using What = Declared::What;
using model::Catalogue;
using model::FieldDef;
using model::RegisterDef;
using model::Titles;

constexpr std::array<std::pair<What, std::string_view>, 9> kWhats{{{What::registerTable, "register"},
                                                                   {What::field, "field"},
                                                                   {What::lifecycle, "lifecycle"},
                                                                   {What::indicator, "indicator"},
                                                                   {What::rule, "rule"},
                                                                   {What::report, "report"},
                                                                   {What::group, "group"},
                                                                   {What::query, "query"},
                                                                   {What::mechanism, "mechanism"}}};
constexpr std::array<std::pair<How, std::string_view>, 6> kHows{{{How::added, "added"},
                                                                 {How::changed, "changed"},
                                                                 {How::renamed, "renamed"},
                                                                 {How::retired, "retired"},
                                                                 {How::broughtBack, "brought_back"},
                                                                 {How::removed, "removed"}}};

template <class Names, class Key>
std::string nameOf(const Names& names, Key key) {
    return std::string(std::ranges::find(names, key, &Names::value_type::first)->second);
}

/// A declaration that is no register: its id and title, and all of it as text.
struct Thing {
    std::string id;
    Titles title;
    std::string definition;
};
using Things = std::vector<Thing>;

template <class Defs>
Things thingsOf(const Defs& defs) {
    Things out;
    for (const auto& def : defs) out.push_back({def.id, def.title, def.definition});
    return out;
}

Things groupsOf(const Catalogue& catalogue) {
    Things out;
    for (const model::Group& group : catalogue.groups) out.push_back({group.id, group.title, {}});
    return out;
}

Things queriesOf(const Catalogue& catalogue) {
    Things out;
    for (const model::QueryDef& query : catalogue.queries)
        out.push_back({query.id, query.title, base::Json{query.command, query.mechanisms}.dump()});
    return out;
}

Things mechanismsOf(const Catalogue& catalogue) {
    Things out;
    for (const model::Mechanism& each : catalogue.mechanisms)
        out.push_back({std::to_string(each.number), each.title, {}});
    return out;
}

/// The declaration without its title, which is told by itself.
base::Json untitled(const std::string& definition) {
    if (definition.empty()) return nullptr;
    base::Json json = base::parseJson(definition, "catalogue");
    if (json.is_object()) json.erase("title");
    return json;
}

void compareThings(What what, const Things& before, const Things& after, std::vector<Declared>& out) {
    for (const Thing& now : after) {
        const auto then = std::ranges::find(before, now.id, &Thing::id);
        if (then == before.end()) {
            out.push_back({what, How::added, now.id, now.title, {}, {}, {}, {}});
            continue;
        }
        if (then->title != now.title)
            out.push_back({what, How::renamed, now.id, now.title, {}, {}, now.id, then->title});
        if (then->definition != now.definition && untitled(then->definition) != untitled(now.definition))
            out.push_back({what, How::changed, now.id, now.title, {}, {}, {}, {}});
    }
    for (const Thing& then : before) {
        if (std::ranges::find(after, then.id, &Thing::id) == after.end())
            out.push_back({what, How::removed, then.id, then.title, {}, {}, {}, {}});
    }
}

/// The field of before that lives on as this one: of its name, or of one it had.
const FieldDef* fieldBefore(const RegisterDef& def, const FieldDef& now) {
    if (const FieldDef* same = def.findField(now.name)) return same;
    for (const std::string& name : now.was) {
        if (const FieldDef* earlier = def.findField(name)) return earlier;
    }
    return nullptr;
}

void compareFields(const RegisterDef& before, const RegisterDef& after, std::vector<Declared>& out) {
    for (const FieldDef& now : after.fields) {
        const auto add = [&](How how, std::string wasId = {}, Titles wasTitle = {}) {
            out.push_back(
                {What::field, how, now.name, now.title, after.id, after.title, std::move(wasId), std::move(wasTitle)});
        };
        const FieldDef* then = fieldBefore(before, now);
        if (!then) {
            add(How::added);
            continue;
        }
        if (then->retired != now.retired) add(now.retired ? How::retired : How::broughtBack);
        if (then->name != now.name || then->title != now.title) add(How::renamed, then->name, then->title);
        FieldDef rest = *then;
        rest.name = now.name;
        rest.title = now.title;
        rest.was = now.was;
        rest.retired = now.retired;
        // What is no longer asked for cannot be required.
        if (now.retired) rest.required = now.required;
        if (rest != now) add(How::changed);
    }
}

void compareRegisters(const Catalogue& before, const Catalogue& after, std::vector<Declared>& out) {
    for (const RegisterDef& now : after.registers) {
        const auto add = [&](How how, Titles wasTitle = {}) {
            out.push_back({What::registerTable,
                           how,
                           now.id,
                           now.title,
                           {},
                           {},
                           how == How::renamed ? now.id : "",
                           std::move(wasTitle)});
        };
        const RegisterDef* then = before.find(now.id);
        if (!then) {
            add(How::added);
            continue;
        }
        if (then->title != now.title) add(How::renamed, then->title);
        RegisterDef rest = *then;
        rest.title = now.title;
        rest.fields = now.fields;
        if (rest != now) add(How::changed);
        compareFields(*then, now, out);
    }
    for (const RegisterDef& then : before.registers) {
        if (!after.find(then.id))
            out.push_back({What::registerTable, How::removed, then.id, then.title, {}, {}, {}, {}});
    }
}

std::string textAt(const model::Fields& row, std::string_view name) {
    const auto* text = std::get_if<std::string>(&model::field(row, name));
    return text ? *text : std::string();
}

std::string shown(const std::string& registerId, const std::string& id, const Titles& title) {
    return (registerId.empty() ? "" : registerId + ".") + id + " \"" + title.zh + "\"";
}

}  // namespace

std::vector<Declared> declaredAnew(const Catalogue& before, const Catalogue& after) {
    std::vector<Declared> out;
    compareRegisters(before, after, out);
    compareThings(What::lifecycle, thingsOf(before.lifecycles), thingsOf(after.lifecycles), out);
    compareThings(What::indicator, thingsOf(before.indicators), thingsOf(after.indicators), out);
    compareThings(What::rule, thingsOf(before.rules), thingsOf(after.rules), out);
    compareThings(What::report, thingsOf(before.reports), thingsOf(after.reports), out);
    compareThings(What::group, groupsOf(before), groupsOf(after), out);
    compareThings(What::query, queriesOf(before), queriesOf(after), out);
    compareThings(What::mechanism, mechanismsOf(before), mechanismsOf(after), out);
    return out;
}

void addDeclared(ChangeSet& set, const std::vector<Declared>& declared) {
    std::int64_t id = 0;
    for (const Declared& each : declared) {
        model::Fields row{{"what", nameOf(kWhats, each.what)},
                          {"how", nameOf(kHows, each.how)},
                          {"id", each.id},
                          {"zh", each.title.zh},
                          {"en", each.title.en}};
        const auto add = [&](const std::string& name, const std::string& text) {
            if (!text.empty()) row.emplace_back(name, text);
        };
        add("register", each.registerId);
        add("register_zh", each.registerTitle.zh);
        add("register_en", each.registerTitle.en);
        add("was", each.wasId);
        add("was_zh", each.wasTitle.zh);
        add("was_en", each.wasTitle.en);
        set.changes.push_back({std::string(kDeclaredTable), ++id, std::nullopt, std::move(row)});
    }
}

std::vector<Declared> declaredOf(const ChangeSet& set) {
    std::vector<Declared> out;
    for (const Change& change : set.changes) {
        if (change.table != kDeclaredTable || !change.after) continue;
        const model::Fields& row = *change.after;
        const auto what = std::ranges::find(kWhats, textAt(row, "what"), &std::pair<What, std::string_view>::second);
        const auto how = std::ranges::find(kHows, textAt(row, "how"), &std::pair<How, std::string_view>::second);
        if (what == kWhats.end() || how == kHows.end()) continue;
        out.push_back({what->first,
                       how->first,
                       textAt(row, "id"),
                       {textAt(row, "zh"), textAt(row, "en")},
                       textAt(row, "register"),
                       {textAt(row, "register_zh"), textAt(row, "register_en")},
                       textAt(row, "was"),
                       {textAt(row, "was_zh"), textAt(row, "was_en")}});
    }
    return out;
}

std::string inWords(const Declared& declared) {
    std::string text = nameOf(kWhats, declared.what) + " " + shown(declared.registerId, declared.id, declared.title);
    switch (declared.how) {
    case How::added: return text + " added";
    case How::changed: return text + " changed";
    case How::renamed: return text + " renamed, was " + shown(declared.registerId, declared.wasId, declared.wasTitle);
    case How::retired: return text + " retired";
    case How::broughtBack: return text + " brought back";
    case How::removed: return text + " removed";
    }
    return text;
}

}  // namespace xiangtu::edit
