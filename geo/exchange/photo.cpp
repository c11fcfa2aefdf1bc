// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/photo.h"

#include "base/error.h"
#include "base/sha256.h"

#include <exiv2/error.hpp>
#include <exiv2/exif.hpp>
#include <exiv2/image.hpp>
#include <exiv2/xmp_exiv2.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <string_view>

namespace xiangtu::exchange {

namespace {

namespace fs = std::filesystem;

// Of a zip, so much is looked at for the names of its parts; OFD and Office put theirs first.
constexpr std::size_t kZipLook = 8192;

std::string_view asText(std::span<const std::byte> bytes) noexcept {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string zipMime(std::string_view text) {
    const std::string_view head = text.substr(0, kZipLook);
    const auto has = [&](std::string_view part) { return head.find(part) != std::string_view::npos; };
    if (has("OFD.xml")) return "application/ofd";
    constexpr std::string_view office = "application/vnd.openxmlformats-officedocument.";
    if (has("word/")) return std::string(office) + "wordprocessingml.document";
    if (has("xl/")) return std::string(office) + "spreadsheetml.sheet";
    if (has("ppt/")) return std::string(office) + "presentationml.presentation";
    return "application/zip";
}

/// ISO base media files name their brand behind "ftyp".
std::string isoMime(std::string_view brand) {
    constexpr std::array<std::string_view, 5> heif{"heic", "heix", "mif1", "msf1", "heim"};
    if (std::ranges::find(heif, brand) != heif.end()) return "image/heic";
    return brand == "avif" ? "image/avif" : "video/mp4";
}

bool isText(std::string_view text) noexcept {
    return std::ranges::all_of(text, [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u >= 0x20 || c == '\n' || c == '\r' || c == '\t';
    });
}

bool carriesExif(std::string_view mime) noexcept {
    constexpr std::array<std::string_view, 4> kinds{"image/jpeg", "image/png", "image/webp", "image/tiff"};
    return std::ranges::find(kinds, mime) != kinds.end();
}

/// "2026:05:03 10:20:30" as ISO 8601; empty when it is anything else (cameras without a clock write zeros
/// or blanks).
std::string isoInstant(const std::string& exif, const std::string& offset) {
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0;
    if (exif.size() < 19 || std::sscanf(exif.c_str(), "%4d:%2d:%2d %2d:%2d:%2d", &y, &mo, &d, &h, &mi, &s) != 6)
        return {};
    const bool sane = y >= 1970 && y < 2200 && mo >= 1 && mo <= 12 && d >= 1 && d <= 31 && h >= 0 && h < 24 &&
                      mi >= 0 && mi < 60 && s >= 0 && s <= 60;
    if (!sane) return {};
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d", y, mo, d, h, mi, s);
    int oh = 0, om = 0;
    const bool zoned = offset.size() == 6 && (offset[0] == '+' || offset[0] == '-') &&
                       std::sscanf(offset.c_str() + 1, "%2d:%2d", &oh, &om) == 2 && oh >= 0 && oh <= 14 && om >= 0 &&
                       om < 60;
    return zoned ? text + offset : text;
}

/// A member of the Exif data; null when it is not there.
const Exiv2::Value* find(const Exiv2::ExifData& data, const char* key) {
    const auto found = data.findKey(Exiv2::ExifKey(key));
    return found == data.end() ? nullptr : &found->value();
}

std::string text(const Exiv2::ExifData& data, const char* key) {
    const Exiv2::Value* value = find(data, key);
    return value ? value->toString() : std::string();
}

/// Degrees, minutes, seconds with their sign; nothing when they make no angle of at most `most`.
std::optional<double> angle(const Exiv2::ExifData& data, const char* key, const char* side, char negative,
                            double most) {
    const Exiv2::Value* value = find(data, key);
    const std::string direction = text(data, side);
    if (!value || value->count() < 1 || direction.empty()) return std::nullopt;
    double degrees = 0, unit = 1;
    for (long i = 0; i < 3 && i < long(value->count()); ++i, unit /= 60) {
        const auto [over, under] = value->toRational(i);
        if (under == 0) return std::nullopt;
        degrees += double(over) / double(under) * unit;
    }
    if (!std::isfinite(degrees) || degrees < 0 || degrees > most) return std::nullopt;
    return direction[0] == negative ? -degrees : degrees;
}

PhotoFacts factsOf(const Exiv2::ExifData& data) {
    PhotoFacts facts;
    const auto lat = angle(data, "Exif.GPSInfo.GPSLatitude", "Exif.GPSInfo.GPSLatitudeRef", 'S', 90);
    const auto lon = angle(data, "Exif.GPSInfo.GPSLongitude", "Exif.GPSInfo.GPSLongitudeRef", 'W', 180);
    // Telephones without a fix write zeros: a photo from the Gulf of Guinea is not one of a county.
    if (lat && lon && (*lat != 0 || *lon != 0)) facts.place = geom::GeoPoint{*lon, *lat};
    facts.taken = isoInstant(text(data, "Exif.Photo.DateTimeOriginal"), text(data, "Exif.Photo.OffsetTimeOriginal"));
    if (facts.taken.empty())
        facts.taken = isoInstant(text(data, "Exif.Image.DateTime"), text(data, "Exif.Photo.OffsetTime"));
    return facts;
}

std::vector<std::byte> readAll(const fs::path& file) {
    const std::string name = file.string();
    std::error_code fault;
    if (!fs::is_regular_file(file, fault)) {
        throw base::Error(base::Fault::io,
                          name + (fs::exists(file, fault) ? ": is not an ordinary file" : ": there is no such file"));
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) throw base::Error(base::Fault::noPermission, name + ": cannot be opened");
    // Read to the limit and one further: a file may grow while it is read.
    std::vector<std::byte> bytes;
    std::array<char, 1 << 16> block;
    while (in.read(block.data(), block.size()), in.gcount() > 0) {
        const auto* begin = reinterpret_cast<const std::byte*>(block.data());
        bytes.insert(bytes.end(), begin, begin + in.gcount());
        if (bytes.size() > kMostAttachedBytes) {
            throw base::Error(base::Fault::io, name + ": is larger than " + std::to_string(kMostAttachedBytes >> 20) +
                                                   " MB, the most that can be attached");
        }
    }
    if (in.bad()) throw base::Error(base::Fault::io, name + ": could not be read");
    if (bytes.empty()) throw base::Error(base::Fault::io, name + ": is empty");
    return bytes;
}

}  // namespace

std::string mimeOf(std::span<const std::byte> bytes) {
    using namespace std::string_view_literals;
    const std::string_view text = asText(bytes);
    if (text.starts_with("\xFF\xD8\xFF"sv)) return "image/jpeg";
    if (text.starts_with("\x89PNG\r\n\x1A\n"sv)) return "image/png";
    if (text.starts_with("GIF8"sv)) return "image/gif";
    if (text.starts_with("RIFF"sv) && text.substr(0, 12).ends_with("WEBP"sv)) return "image/webp";
    if (text.starts_with("II*\0"sv) || text.starts_with("MM\0*"sv)) return "image/tiff";
    if (text.starts_with("BM"sv) && text.size() > 26) return "image/bmp";
    if (text.starts_with("%PDF-"sv)) return "application/pdf";
    if (text.starts_with("PK\x03\x04"sv)) return zipMime(text);
    if (text.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return "application/x-ole-storage";
    if (text.size() >= 12 && text.substr(4, 4) == "ftyp"sv) return isoMime(text.substr(8, 4));
    return !text.empty() && isText(text) ? "text/plain" : "application/octet-stream";
}

PhotoFacts photoFacts(std::span<const std::byte> bytes) {
    if (!carriesExif(mimeOf(bytes))) return {};
    // Exiv2 reads XMP parts through a library with global state.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    static const bool ready = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        return Exiv2::XmpParser::initialize();
    }();
    if (!ready) return {};
    try {
        const auto image =
            Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bytes.data()), long(bytes.size()));
        image->readMetadata();
        return factsOf(image->exifData());
    } catch (const std::exception&) {
        // A damaged photo is still one: it is kept, it only says nothing about itself.
        return {};
    }
}

AttachedFile readAttached(const fs::path& file) {
    AttachedFile attached;
    attached.bytes = readAll(file);
    attached.name = file.filename().string();
    attached.mime = mimeOf(attached.bytes);
    attached.hash = base::sha256(attached.bytes);
    attached.photo = photoFacts(attached.bytes);
    return attached;
}

}  // namespace xiangtu::exchange
