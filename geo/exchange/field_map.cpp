// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_guess.h"
#include "exchange/record_stage.h"

#include <algorithm>
#include <utility>

namespace xiangtu::exchange {

namespace {

constexpr std::size_t kProfiledRecords = 20000;

std::vector<FieldProfile> profilesOf(const RawLayer& raw, const TextReader& reader, model::Level level,
                                     std::size_t rows) {
    std::vector<FieldProfile> profiles(raw.fields.size(), FieldProfile(level));
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < profiles.size(); ++c) profiles[c].add(reader.read(raw.cells.bytes(r, c)).text);
    }
    return profiles;
}

/// The column a user means: exact name first, else without regard to case.
base::Result<std::size_t, Refusal> findColumn(const std::vector<std::string>& names, const std::string& asked,
                                              const std::string& option) {
    if (const auto exact = std::ranges::find(names, asked); exact != names.end())
        return std::size_t(exact - names.begin());
    const auto same = [&](const std::string& name) {
        return std::ranges::equal(name, asked,
                                  [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
    };
    if (std::ranges::count_if(names, same) == 1) return std::size_t(std::ranges::find_if(names, same) - names.begin());
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return Refusal{option + " " + asked + ": the layer has no such field; it has: " + list};
}

std::string decodedName(const RawField& field, const TextReader& reader, ImportReport& report) {
    const ReadText read = reader.read(field.name);
    if (!read.asIs()) {
        report.findings.push_back(
            layerFinding(Rule::textRepaired, Severity::note, 1,
                         read.unmangled ? "a field name was Chinese read as Latin letters; it is " + read.text
                                        : "a field name is cut or damaged; read as " + read.text,
                         read.text));
    }
    return read.text;
}

}  // namespace

base::Result<FieldMap, Refusal> mapFields(const ImportRequest& request, const RawLayer& raw, const TextReader& reader,
                                          ImportReport& report) {
    FieldMap map;
    for (const RawField& field : raw.fields) map.names.push_back(decodedName(field, reader, report));
    const std::size_t rows = std::min(raw.cells.rows(), kProfiledRecords);
    const auto profiles = profilesOf(raw, reader, request.level, rows);

    struct Role {
        const char* name;
        const char* option;
        const std::string& asked;
        std::optional<std::size_t>& column;
        std::optional<FieldChoice> guess;
    };
    Role roles[] = {
        {"code", "--code", request.codeField, map.code, guessCodeField(map.names, profiles, rows, request.level)},
        {"name", "--name", request.nameField, map.name, guessNameField(map.names, profiles, rows, request.level)},
        {"parent", "--parent", request.parentField, map.parent, std::nullopt},
        {"households", "--households", request.householdsField, map.households,
         guessHouseholdsField(map.names, profiles)}};
    for (Role& role : roles) {
        std::string basis = "no field looks like one";
        if (!role.asked.empty()) {
            auto column = findColumn(map.names, role.asked, role.option);
            if (!column) return column.error();
            role.column = column.value();
            basis = "as asked for";
        } else if (role.guess) {
            role.column = role.guess->column;
            basis = role.guess->basis;
        } else if (role.name == std::string_view("code")) {
            basis = otherLevelHint(map.names, profiles, rows).value_or(basis);
        } else if (role.name == std::string_view("parent")) {
            basis = "not asked for; parents are found by code and place";
        }
        report.fields.push_back({role.name, role.column ? map.names[*role.column] : std::string(), basis});
    }
    return map;
}

}  // namespace xiangtu::exchange
