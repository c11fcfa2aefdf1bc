// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/register_look.h"

#include <algorithm>

namespace xiangtu::scene {

bool registerShown(const Options& options, std::string_view id) noexcept {
    if (options.registersShown) return options.registersShown->contains(id);
    // An indicator fills the map with its classes; anything else on it is asked for.
    if (id == kIndustryRegister) return options.theme != Theme::indicator;
    return id == kDemonstrationRegister &&
           (options.theme == Theme::fiveColour || options.theme == Theme::demonstration);
}

bool registerInTiles(const Options& options, std::string_view id) noexcept {
    return options.registersShown ? options.registersShown->contains(id) : id == kIndustryRegister;
}

RegisterLook registerLook(const style::StyleSheet& style, const model::Snapshot& snapshot, std::size_t registerIndex) {
    RegisterLook look;
    const style::OverlayStyle& own =
        style.registers.empty() ? style.overlay("default") : style.registers[registerIndex % style.registers.size()];
    look.colour = own.colour;
    look.pattern = own.pattern;
    const std::string& title = snapshot.registers[registerIndex]->def.title.zh;
    // The first character of three bytes: punctuation in front ("“一肩挑”") is not one to read.
    for (std::size_t i = 0; i + 2 < title.size(); ++i) {
        const auto lead = static_cast<unsigned char>(title[i]);
        if (lead < 0xE4 || lead > 0xE9) continue;
        look.glyph = title.substr(i, 3);
        break;
    }
    return look;
}

std::string recordSymbol(const model::RegisterDef& def, const model::Record& record) {
    const model::FieldDef* field = def.findField(def.symbolField);
    if (!field) return "default";
    const std::string code = model::toText(record.values[std::size_t(field - def.fields.data())]);
    for (const model::Choice& choice : field->choices) {
        if (choice.code == code && !choice.symbol.empty()) return choice.symbol;
    }
    return code.empty() ? "default" : code;
}

std::string recordLabel(const model::RegisterDef& def, const model::Record& record) {
    const model::FieldDef* field = def.findField(def.labelField);
    if (!field || field->sensitive) return {};
    const std::string text = model::toText(record.values[std::size_t(field - def.fields.data())]);
    const auto choice = std::ranges::find(field->choices, text, &model::Choice::code);
    return choice == field->choices.end() ? text : choice->name.zh;
}

style::OverlayStyle recordOverlay(const style::StyleSheet& style, const model::Snapshot& snapshot,
                                  std::size_t registerIndex, const model::Record& record) {
    const model::RegisterDef& def = snapshot.registers[registerIndex]->def;
    const std::string symbol = recordSymbol(def, record);
    if (def.id == kIndustryRegister) return style.overlay(symbol);
    const RegisterLook look = registerLook(style, snapshot, registerIndex);
    const auto known = style.overlays.find(symbol);
    const bool speaks = known != style.overlays.end() && symbol != "default" && symbol != "other";
    return {look.colour, speaks ? known->second.pattern : look.pattern};
}

}  // namespace xiangtu::scene
