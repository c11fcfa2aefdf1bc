// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/facts.h"

#include "base/json.h"

#include <algorithm>

namespace xiangtu::demo {

using base::JsonCursor;

namespace {

model::Code readCode(const JsonCursor& json) {
    const auto code = model::Code::parse(json.text());
    if (!code) json.fail("not a code of digits: \"" + json.text() + "\"");
    return *code;
}

std::vector<std::string> readTexts(const JsonCursor& json) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < json.size(); ++i) out.push_back(json.at(i).text());
    if (out.empty()) json.fail("must not be empty");
    return out;
}

void readNamed(const JsonCursor& json, model::Level level, NamedUnit& unit) {
    unit.code = readCode(json.at("code"));
    if (unit.code.digits() != model::codeDigits(level)) json.at("code").fail("wrong number of digits for this level");
    unit.name = json.at("name").text();
    const auto kind = model::parseUnitKind(json.at("kind").text());
    if (!kind) json.at("kind").fail("unknown kind");
    unit.kind = *kind;
}

template <class T, class Read>
void readList(const JsonCursor& json, std::vector<T>& out, Read&& read) {
    for (std::size_t i = 0; i < json.size(); ++i) read(json.at(i), out.emplace_back());
}

void readRecords(const JsonCursor& json, std::vector<RecordFacts>& out) {
    for (std::size_t i = 0; i < json.size(); ++i) out.push_back(readRecordFacts(json.at(i)));
}

void readDemonstration(const JsonCursor& json, DemonstrationFacts& out) {
    out.kind = json.at("kind").text();
    out.level = json.at("level").text();
    out.batch = int(json.at("batch").integer());
    out.count = std::uint32_t(json.at("count").integer());
    if (json.has("villages")) {
        for (std::size_t i = 0; i < json.at("villages").size(); ++i)
            out.villages.push_back(readCode(json.at("villages").at(i)));
    }
}

void readBase(const JsonCursor& json, BaseFacts& out) {
    out.crop = json.at("crop").text();
    out.name = json.at("name").text();
    out.note = json.textOr("note", "");
    out.mu = json.numberOr("mu", 0);
    out.muEach = json.numberOr("mu_each", 0);
    out.pieces = std::uint32_t(json.integerOr("pieces", 0));
    out.quantity = json.numberOr("quantity", 0);
    out.quantityUnit = json.textOr("unit", "");
    out.year = int(json.at("year").integer());
    if (json.has("on")) out.on = readTexts(json.at("on"));
    if (json.has("first")) out.first = readCode(json.at("first"));
    if ((out.mu > 0) == (out.muEach > 0)) json.fail("needs either mu or mu_each");
    if (out.on.empty() && out.pieces == 0) json.fail("needs pieces or on");
}

}  // namespace

std::size_t CountyFacts::villageCount() const noexcept {
    std::size_t count = 0;
    for (const TownshipFacts& t : townships) count += t.villages.size();
    return count;
}

CountyFacts loadFacts(const std::filesystem::path& file) {
    const base::Json document = base::loadJson(file);
    const JsonCursor json(document, file.string());
    CountyFacts facts;
    readNamed(json.at("county"), model::Level::county, facts);
    facts.province = json.at("province").text();
    facts.prefecture = json.at("prefecture").text();
    const JsonCursor place = json.at("place");
    facts.centre = {place.at("lon").number(), place.at("lat").number()};
    facts.areaM2 = place.at("area_km2").number() * 1e6;
    facts.aspect = place.numberOr("aspect", 1.2);
    facts.turnDegrees = place.numberOr("turn", 0);
    facts.seat = readCode(json.at("seat"));
    facts.grids = std::uint32_t(json.at("grids").integer());
    facts.naturalVillages = std::uint32_t(json.at("natural_villages").integer());
    const JsonCursor names = json.at("natural_village_names");
    facts.commonNames = readTexts(names.at("common"));
    facts.firstParts = readTexts(names.at("first"));
    facts.lastParts = readTexts(names.at("last"));
    readList(json.at("demonstration_villages"), facts.demonstrations, readDemonstration);
    readList(json.at("industry_bases"), facts.bases, readBase);
    facts.chains = readTexts(json.at("chains"));
    readRecords(json.at("records"), facts.records);
    facts.samples = readTexts(json.at("samples"));
    readList(json.at("townships"), facts.townships, [&](const JsonCursor& t, TownshipFacts& out) {
        readNamed(t, model::Level::township, out);
        if (!out.code.startsWith(facts.code)) t.at("code").fail("does not begin with the county's code");
        readList(t.at("villages"), out.villages, [&](const JsonCursor& v, NamedUnit& village) {
            readNamed(v, model::Level::village, village);
            if (!village.code.startsWith(out.code)) v.at("code").fail("does not begin with the township's code");
        });
        if (out.villages.empty()) t.at("villages").fail("must not be empty");
    });
    if (facts.townships.empty()) json.at("townships").fail("must not be empty");
    return facts;
}

Phrases loadPhrases(const std::filesystem::path& file) {
    const base::Json document = base::loadJson(file);
    const JsonCursor json(document, file.string());
    Phrases phrases;
    readList(json.at("reasons"), phrases.reasons, [](const JsonCursor& r, Phrases::Reasons& out) {
        out.scheme = r.at("scheme").text();
        out.classCode = r.at("class").text();
        out.texts = readTexts(r.at("texts"));
    });
    readRecords(json.at("samples"), phrases.samples);
    phrases.surnames = readTexts(json.at("surnames"));
    phrases.townshipNames = readTexts(json.at("township_names"));
    phrases.villageNames = readTexts(json.at("village_names"));
    return phrases;
}

const std::vector<std::string>& Phrases::reasonsFor(std::string_view scheme, std::string_view classCode) const {
    static const std::vector<std::string> none{""};
    const auto found =
        std::ranges::find_if(reasons, [&](const Reasons& r) { return r.scheme == scheme && r.classCode == classCode; });
    return found == reasons.end() ? none : found->texts;
}

}  // namespace xiangtu::demo
