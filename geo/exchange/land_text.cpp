// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/land_text.h"

#include "base/error.h"
#include "exchange/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace xiangtu::exchange {

namespace {

std::optional<double> number(std::string_view text) {
    double n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(n)) return std::nullopt;
    return n;
}

/// EPSG codes of the first zones of a datum: 25 of those 3 degrees wide, 13 of those 6 wide.
struct Systems {
    std::string_view named;
    int threePrefix, threePlain, sixPrefix, sixPlain;
};
constexpr Systems kSystems[] = {{"2000", 4513, 4534, 4491, 4502}, {"CGCS", 4513, 4534, 4491, 4502},
                                {"80", 2349, 2370, 2327, 2338},   {"西安", 2349, 2370, 2327, 2338},
                                {"54", 2401, 2422, 21413, 21453}, {"北京", 2401, 2422, 21413, 21453}};
const Systems* systemsOf(const std::string& datum) {
    for (const Systems& systems : kSystems) {
        if (datum.find(systems.named) != std::string::npos) return &systems;
    }
    return nullptr;
}

class Reader {
public:
    Reader(std::string_view text, std::string_view origin) : m_text(text), m_origin(origin) {
        if (m_text.starts_with("\xEF\xBB\xBF")) m_text.remove_prefix(3);
    }

    LandText read() {
        enum class Section { none, header, points, other } section = Section::none;
        while (nextLine()) {
            if (m_line.empty()) continue;
            if (m_line.front() == '[') {
                section = m_line == "[属性描述]"   ? Section::header
                          : m_line == "[地块坐标]" ? Section::points
                                                   : Section::other;
                continue;
            }
            switch (section) {
            case Section::none: fail("a section like [属性描述] must come first");
            case Section::header: headerLine(); break;
            case Section::points: pointLine(); break;
            case Section::other: break;
            }
        }
        if (section == Section::none) fail("there is no section [地块坐标]");
        closeRings();
        for (const LandParcel& parcel : m_out.parcels) {
            m_number = parcel.line;
            if (parcel.rings.empty()) fail("the parcel has no points");
        }
        return std::move(m_out);
    }

private:
    bool nextLine() {
        if (m_text.empty()) return false;
        ++m_number;
        const auto end = m_text.find('\n');
        m_whole = trimmed(m_text.substr(0, end));
        m_line = m_whole;
        m_text.remove_prefix(end == std::string_view::npos ? m_text.size() : end + 1);
        return true;
    }
    [[noreturn]] void fail(const std::string& reason) const {
        throw base::Error(base::Fault::format,
                          std::string(m_origin) + ": line " + std::to_string(m_number) + ": " + reason);
    }
    void headerLine() {
        const auto sign = m_line.find('=');
        if (sign == std::string_view::npos) fail("\"" + std::string(m_line) + "\" is not KEY=VALUE");
        m_out.header.emplace_back(trimmed(m_line.substr(0, sign)), trimmed(m_line.substr(sign + 1)));
    }
    [[nodiscard]] std::vector<std::string> words() const {
        std::vector<std::string> out;
        std::string_view rest = m_line;
        while (true) {
            const auto comma = rest.find(',');
            out.push_back(trimmed(rest.substr(0, comma)));
            if (comma == std::string_view::npos) return out;
            rest.remove_prefix(comma + 1);
        }
    }
    void pointLine() {
        std::vector<std::string> w = words();
        if (w.back() == "@") {
            w.pop_back();
            return parcelLine(std::move(w));
        }
        if (w.size() != 4) fail("a point has four fields (point, ring, X, Y); here are " + std::to_string(w.size()));
        const auto ring = number(w[1]), northing = number(w[2]), easting = number(w[3]);
        if (!ring || *ring < 1 || *ring > 100'000 || *ring != std::floor(*ring))
            fail("\"" + w[1] + "\" is not the number of a ring");
        if (!northing || !easting) fail("\"" + w[2] + "," + w[3] + "\" are not two coordinates");
        // A file without parcel lines is one parcel.
        if (m_out.parcels.empty()) startParcel();
        if (m_ring != int(*ring)) {
            closeRing();
            m_out.parcels.back().rings.emplace_back();
            m_ring = int(*ring);
        }
        m_out.parcels.back().rings.back().push_back({*easting, *northing});
    }
    void parcelLine(std::vector<std::string> w) {
        if (w.size() < 2) fail("a parcel's line has at least three fields");
        closeRings();
        startParcel();
        LandParcel& parcel = m_out.parcels.back();
        if (!w[1].empty()) {
            const auto area = number(w[1]);
            if (!area || *area < 0) fail("\"" + w[1] + "\" is not an area");
            parcel.areaHa = *area;
        }
        std::string* const slots[] = {&parcel.number, &parcel.name, &parcel.kind,
                                      &parcel.sheet,  &parcel.use,  &parcel.landClass};
        for (std::size_t i = 2; i < w.size(); ++i) {
            if (i < 8)
                *slots[i - 2] = std::move(w[i]);
            else
                parcel.more.push_back(std::move(w[i]));
        }
    }
    void startParcel() {
        m_out.parcels.emplace_back().line = m_number;
        m_ring = 0;
    }
    /// The first point stands again at the end of a ring.
    void closeRing() {
        if (m_out.parcels.empty() || m_out.parcels.back().rings.empty()) return;
        auto& ring = m_out.parcels.back().rings.back();
        if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
        if (ring.size() < 3) fail("a ring before this line has fewer than three points");
    }
    void closeRings() {
        closeRing();
        m_ring = 0;
    }

    std::string_view m_text, m_origin, m_line;
    std::string m_whole;
    std::size_t m_number = 0;
    int m_ring = 0;
    LandText m_out;
};

}  // namespace

std::string LandText::headerValue(std::string_view key) const {
    const auto at = std::ranges::find(header, key, &std::pair<std::string, std::string>::first);
    return at == header.end() ? std::string() : at->second;
}

int LandText::epsg() const {
    const std::string datum = headerValue("坐标系");
    const Systems* systems = systemsOf(datum);
    const auto width = number(headerValue("几度分带")), zone = number(headerValue("带号"));
    if (!systems || !width || !zone || parcels.empty() || parcels.front().rings.empty()) return 0;
    const bool prefix = parcels.front().rings.front().front().x >= 1e7;
    if (*width == 3 && *zone >= 25 && *zone <= 45)
        return (prefix ? systems->threePrefix : systems->threePlain) + int(*zone) - 25;
    if (*width == 6 && *zone >= 13 && *zone <= 23)
        return (prefix ? systems->sixPrefix : systems->sixPlain) + int(*zone) - 13;
    return 0;
}

LandText parseLandText(std::string_view utf8, std::string_view origin) { return Reader(utf8, origin).read(); }

bool looksLikeLandText(std::string_view bytes) {
    // 属性描述, 地块坐标 in UTF-8 and in GBK.
    for (const std::string_view mark :
         {"[\xE5\xB1\x9E\xE6\x80\xA7\xE6\x8F\x8F\xE8\xBF\xB0]", "[\xCA\xF4\xD0\xD4\xC3\xE8\xCA\xF6]",
          "[\xE5\x9C\xB0\xE5\x9D\x97\xE5\x9D\x90\xE6\xA0\x87]", "[\xB5\xD8\xBF\xE9\xD7\xF8\xB1\xEA]"}) {
        if (bytes.substr(0, 4096).find(mark) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace xiangtu::exchange
