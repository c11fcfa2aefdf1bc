// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/exchange/memory_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace xiangtu::exchange {

using model::Level;

// GeoJSON in pieces; `properties` without the braces, sides in degrees.
[[nodiscard]] inline std::string ringText(double x, double y, double side) {
    char text[400];
    std::snprintf(text, sizeof text, "[[%.7f,%.7f],[%.7f,%.7f],[%.7f,%.7f],[%.7f,%.7f],[%.7f,%.7f]]", x, y, x + side, y,
                  x + side, y + side, x, y + side, x, y);
    return text;
}
[[nodiscard]] inline std::string feature(const std::string& properties, const std::string& geometry) {
    return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}
[[nodiscard]] inline std::string square(const std::string& properties, double x, double y, double side = 0.01) {
    return feature(properties, R"({"type":"Polygon","coordinates":[)" + ringText(x, y, side) + "]}");
}
[[nodiscard]] inline std::string collection(const std::vector<std::string>& features) {
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) text += (i ? "," : "") + features[i];
    return text + "]}";
}

/// Imports of small GeoJSON files into a file in memory.
class Import : public ::testing::Test {
protected:
    /// Writes features as GeoJSON and names the file as the source.
    ImportRequest request(Level level, const std::vector<std::string>& features) {
        const auto file = m_folder / ("source" + std::to_string(m_number++) + ".geojson");
        support::writeFile(file, collection(features));
        ImportRequest r;
        r.source = file;
        r.level = level;
        return r;
    }
    /// Two townships side by side, 0.01 degrees each.
    void addTownships() {
        taken(request(Level::township, {square(R"("code":"433123100000","name":"沱江镇")", 109.50, 27.90),
                                        square(R"("code":"433123101000","name":"廖家桥镇")", 109.51, 27.90)}),
              memory);
    }
    MemoryFile memory;

private:
    support::TempDir m_folder;
    int m_number = 0;
};

}  // namespace xiangtu::exchange
