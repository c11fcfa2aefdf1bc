// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_map.h"

#include "exchange/text.h"

#include <algorithm>
#include <utility>

namespace xiangtu::exchange {

namespace {

std::string plain(std::string_view name) {
    std::string out = trimmed(narrowed(name));
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return out;
}

/// How much of a name a shapefile keeps: ten bytes, in GBK five Chinese characters, in UTF-8 three.
constexpr std::size_t kLeastCut = 9;

bool isCutOf(const std::string& field, const std::string& name) {
    return field.size() >= kLeastCut && field.size() < name.size() && name.starts_with(field);
}

std::vector<std::string> namesOf(const Target& target) {
    std::vector<std::string> names{plain(target.id), plain(target.title.zh), plain(target.title.en)};
    for (const std::string& name : target.alsoCalled) names.push_back(plain(name));
    std::erase(names, std::string());
    return names;
}

std::optional<std::size_t> columnCalled(const std::string& name, const std::vector<std::string>& plainFields) {
    const auto at = std::ranges::find(plainFields, name);
    return at == plainFields.end() ? std::nullopt : std::optional(std::size_t(at - plainFields.begin()));
}

MappedColumn guess(const Target& target, const std::vector<std::string>& plainFields) {
    const auto names = namesOf(target);
    for (const std::string& name : names) {
        if (const auto column = columnCalled(name, plainFields)) return {column, "by its name"};
    }
    std::optional<std::size_t> cut;
    for (std::size_t i = 0; i < plainFields.size(); ++i) {
        if (std::ranges::none_of(names, [&](const auto& name) { return isCutOf(plainFields[i], name); })) continue;
        if (cut) return {std::nullopt, "several fields begin like it; name one"};
        cut = i;
    }
    if (cut) return {cut, "by the beginning of its name, as a shapefile cuts it"};
    return {std::nullopt, "no field is called so"};
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

}  // namespace

std::vector<Target> targetsOf(const model::RegisterDef& def) {
    std::vector<Target> targets;
    if (def.anchor != model::Anchor::link) {
        targets.push_back({"unit",
                           {"所属单元", "Unit"},
                           false,
                           {"unit_code", "单元代码", "单元", "所属村", "村代码", "村名", "所在村", "村", "cunshe",
                            "xzqdm", "xzqhdm", "行政区代码", "行政区划代码", "网格编码", "网格代码", "单位代码"}});
    }
    for (const model::FieldDef& field : def.fields) {
        if (field.retired || !field.formula.empty()) continue;
        targets.push_back({field.name, field.title, field.required && model::isNull(field.defaultValue), field.was});
    }
    return targets;
}

std::vector<Target> organisationTargets() {
    return {{"name", {"名称", "Name"}, true, {"组织名称", "党组织名称", "党组织", "mc", "支部名称"}},
            {"kind", {"类型", "Kind"}, false, {"组织类型", "类别", "党组织类型", "type"}},
            {"unit", {"所属单元", "Unit"}, false, {"serves", "unit_code", "单元代码", "村代码", "村名", "村", "xzqdm"}},
            {"chain", {"产业链", "Chain"}, false, {}},
            {"established", {"成立日期", "Established"}, false, {"成立时间", "设立日期"}}};
}

std::vector<Target> unitTargets() {
    return {{"code", {"代码", "Code"}, false, {}},
            {"name", {"名称", "Name"}, false, {}},
            {"parent", {"上级", "Parent"}, false, {}},
            {"households", {"户数", "Households"}, false, {}}};
}

base::Result<std::vector<MappedColumn>, Refusal> mapTable(const std::vector<Target>& targets, const AskedMap& asked,
                                                          const std::vector<std::string>& fields) {
    std::vector<std::string> plainFields;
    for (const std::string& field : fields) plainFields.push_back(plain(field));
    for (const auto& [id, field] : asked) {
        if (std::ranges::find(targets, id, &Target::id) != targets.end()) continue;
        std::vector<std::string> ids;
        for (const Target& target : targets) ids.push_back(target.id);
        return Refusal{"--map " + id + "=" + field + ": there is no \"" + id + "\" to fill; there are: " + listed(ids)};
    }
    std::vector<MappedColumn> map;
    for (const Target& target : targets) {
        const auto wanted = asked.find(target.id);
        if (wanted == asked.end()) {
            map.push_back(guess(target, plainFields));
        } else if (wanted->second.empty()) {
            map.push_back({std::nullopt, "left out as asked for"});
        } else {
            const auto exact = std::ranges::find(fields, wanted->second);
            const auto column = exact != fields.end() ? std::optional(std::size_t(exact - fields.begin()))
                                                      : columnCalled(plain(wanted->second), plainFields);
            if (!column) {
                return Refusal{"--map " + target.id + "=" + wanted->second +
                               ": the layer has no such field; it has: " + listed(fields)};
            }
            map.push_back({column, "as asked for"});
        }
    }
    return map;
}

}  // namespace xiangtu::exchange
