// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/province.h"

#include "demo/borders.h"
#include "demo/divide.h"
#include "demo/outline.h"
#include "demo/outline_mesh.h"
#include "demo/refine.h"
#include "demo/rng.h"

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <set>

namespace xiangtu::demo {

namespace {

// Mesh points per county: county borders get a vertex about every 1/200 of a county's width.
constexpr double kPointsPerCounty = 12000;

/// One to ninety-nine in Chinese.
std::string numeral(std::uint32_t n) {
    static const char* const digit[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (n >= 100) return std::to_string(n);
    return std::string(n >= 20 ? digit[n / 10] : "") + (n >= 10 ? "十" : "") + digit[n % 10];
}

/// Different names made of the given stems, a syllable put in front once they are used up.
class NameDraw {
public:
    NameDraw(const std::vector<std::string>& stems, Random random) : m_stems(stems), m_random(random) {}

    std::string next() {
        static const char* const front[] = {"东", "西", "南", "北", "上", "下", "新", "老", "大", "小"};
        for (std::size_t tries = 0;; ++tries) {
            std::string name = m_stems[m_random.below(m_stems.size())];
            if (tries > 8) name = front[m_random.below(std::size(front))] + name;
            if (tries > 200) name += std::to_string(m_used.size());
            if (m_used.insert(name).second) return name;
        }
    }

private:
    const std::vector<std::string>& m_stems;
    Random m_random;
    std::set<std::string> m_used;
};

}  // namespace

std::vector<geom::MultiPolygon> provinceOutlines(const CountyFacts& facts, std::uint32_t count, std::uint64_t seed) {
    const double area = facts.areaM2 * count;
    const geom::MultiPolygon outline =
        makeOutline({facts.centre, area, 1.3, 30, std::sqrt(facts.areaM2) / 160, mix(seed, 70)});
    const Plane plane(geom::snapToGrid(facts.centre));
    const Spacing spacing(outline, plane, {}, kPointsPerCounty * count, mix(seed, 71));
    Mesh mesh = meshOutline(outline.front(), plane);
    refine(mesh, spacing);
    mesh.sortAlongCurve();
    const double width = std::sqrt(facts.areaM2), steps = std::sqrt(kPointsPerCounty / 3.1416);
    const Terrain terrain(mesh, {{{1.2 * width, 0.6 * steps}, {width / 4, 0.15 * steps}, {width / 16, 2}}},
                          mix(seed, 72));
    const Ground ground(mesh, terrain, spacing);

    std::vector<std::vector<Wish>> wishes(1);
    Random random(mix(seed, 73));
    for (std::uint32_t i = 0; i < count; ++i) wishes[0].push_back({float(std::exp2(0.35 * random.bell())), kNone});
    const std::vector<std::uint32_t> whole(mesh.pointCount(), 0);
    const auto county = divide(ground, whole, wishes, {6, Apart::nearestChild, mix(seed, 74)});

    Ancestry above(1);
    above[0].resize(count);
    std::iota(above[0].begin(), above[0].end(), 0u);
    const geom::PolygonSet set = Borders(mesh, terrain, county, above, mix(seed, 75)).rings(0, count);
    std::vector<geom::MultiPolygon> out;
    for (std::uint32_t i = 0; i < count; ++i) out.push_back(set.feature(i));
    const auto fromCentre = [&](const geom::MultiPolygon& shape) {
        Metres sum{};
        for (const geom::GridPoint p : shape.front().outer) sum = sum + plane.toMetres(p);
        sum = sum * (1.0 / double(shape.front().outer.size()));
        return dot(sum, sum);
    };
    std::iter_swap(out.begin(), std::ranges::min_element(out, {}, fromCentre));
    return out;
}

CountyFacts inventCounty(const CountyFacts& like, const Phrases& phrases, std::uint32_t index, std::uint64_t seed) {
    CountyFacts county = like;
    Random random(mix(seed, 76000 + index));
    // Province, a prefecture of the range 01 … 29, a county number from 51 on: those are not in use.
    char digits[16];
    std::snprintf(digits, sizeof digits, "%s%02u%02u", like.code.prefix(2).text().c_str(), 1 + (index - 1) % 29,
                  51 + (index - 1) / 29);
    county.code = *model::Code::parse(digits);
    county.name = "示例" + numeral(index) + "县";
    county.kind = model::UnitKind::county;
    NameDraw townships(phrases.townshipNames, Random(random.next()));
    int town = 0, rural = 0, street = 0;
    for (TownshipFacts& t : county.townships) {
        t.name = townships.next();
        if (t.kind == model::UnitKind::street) {
            t.code = county.code.child(++street);
            t.name += "街道";
        } else if (t.kind == model::UnitKind::rural) {
            t.code = county.code.child(200 + rural++);
            t.name += "乡";
        } else {
            t.code = county.code.child(100 + town++);
            t.kind = model::UnitKind::town;
            t.name += "镇";
        }
        NameDraw names(phrases.villageNames, Random(random.next()));
        int village = 0, community = 0;
        for (NamedUnit& v : t.villages) {
            v.name = names.next();
            if (v.kind == model::UnitKind::community) {
                v.code = t.code.child(++community);
                v.name += "社区";
            } else {
                v.code = t.code.child(200 + village++);
                v.kind = model::UnitKind::village;
                v.name += "村";
            }
        }
        std::ranges::sort(t.villages, {}, [](const NamedUnit& v) { return v.code; });
    }
    for (std::size_t i = 0; i < like.townships.size(); ++i) {
        if (like.townships[i].code == like.seat) county.seat = county.townships[i].code;
    }
    std::ranges::sort(county.townships, {}, [](const TownshipFacts& t) { return t.code; });
    for (DemonstrationFacts& d : county.demonstrations) d.villages.clear();
    for (BaseFacts& b : county.bases) b.first = {};
    // Its figures are the real county's alone; what every grid has, its grids have, too.
    std::erase_if(county.records, [](const RecordFacts& r) { return !r.onEveryGrid(); });
    county.samples.clear();
    return county;
}

}  // namespace xiangtu::demo
