// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/photo.h"

#include "base/error.h"
#include "base/sha256.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <string_view>

namespace xiangtu::exchange {
namespace {

std::vector<std::byte> bytesOf(std::string_view text) {
    const auto* begin = reinterpret_cast<const std::byte*>(text.data());
    return {begin, begin + text.size()};
}

/// The Exif part of a photo, written by hand: TIFF structure, little-endian.
class Exif {
public:
    using Rational = std::pair<std::uint32_t, std::uint32_t>;

    struct Entry {
        std::uint16_t tag;
        std::uint16_t type;  // 2 text, 4 number, 5 rationals
        std::uint32_t count;
        std::string data;
    };
    static Entry text(std::uint16_t tag, std::string value) {
        value.push_back('\0');
        const auto count = std::uint32_t(value.size());
        return {tag, 2, count, std::move(value)};
    }
    static Entry rationals(std::uint16_t tag, std::initializer_list<Rational> values) {
        std::string data;
        for (const auto& [over, under] : values) data += number(over, 4) + number(under, 4);
        return {tag, 5, std::uint32_t(values.size()), data};
    }

    /// A JPEG of nothing but its Exif part.
    static std::string photo(const std::vector<Entry>& exif, const std::vector<Entry>& gps) {
        constexpr std::uint32_t kMain = 8, kMainSize = 2 + 2 * 12 + 4;
        const std::uint32_t exifAt = kMain + kMainSize;
        const std::string exifPart = directory(exif, exifAt);
        const auto gpsAt = std::uint32_t(exifAt + exifPart.size());
        const std::vector<Entry> pointers{{0x8769, 4, 1, number(exifAt, 4)}, {0x8825, 4, 1, number(gpsAt, 4)}};
        const std::string tiff = "II*" + std::string(1, '\0') + number(kMain, 4) + directory(pointers, kMain) +
                                 exifPart + directory(gps, gpsAt);
        const std::string body = std::string("Exif\0\0", 6) + tiff;
        const auto length = body.size() + 2;
        std::string jpeg = "\xFF\xD8\xFF\xE1";
        jpeg += char(length >> 8);
        jpeg += char(length & 255);
        return jpeg + body + "\xFF\xD9";
    }

private:
    static std::string number(std::uint32_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i) out += char(value >> (8 * i));
        return out;
    }
    static std::string directory(const std::vector<Entry>& entries, std::uint32_t at) {
        std::string table = number(std::uint32_t(entries.size()), 2), far;
        const auto farAt = std::uint32_t(at + 2 + entries.size() * 12 + 4);
        for (const Entry& e : entries) {
            table += number(e.tag, 2) + number(e.type, 2) + number(e.count, 4);
            if (e.data.size() <= 4) {
                table += e.data + std::string(4 - e.data.size(), '\0');
            } else {
                table += number(std::uint32_t(farAt + far.size()), 4);
                far += e.data + (e.data.size() % 2 ? std::string(1, '\0') : std::string());
            }
        }
        return table + number(0, 4) + far;
    }
};

std::string goodPhoto(const char* northSouth = "N", const char* eastWest = "E") {
    return Exif::photo({Exif::text(0x9003, "2026:05:03 10:20:30"), Exif::text(0x9011, "+08:00")},
                       {Exif::text(1, northSouth), Exif::rationals(2, {{36, 1}, {34, 1}, {4512, 100}}),
                        Exif::text(3, eastWest), Exif::rationals(4, {{110, 1}, {0, 1}, {36, 1}})});
}

TEST(Photo, PlaceAndTimeAreReadAsThePhotoSaysThem) {
    const PhotoFacts facts = photoFacts(bytesOf(goodPhoto()));
    ASSERT_TRUE(facts.place);
    EXPECT_NEAR(facts.place->lat, 36 + 34 / 60.0 + 45.12 / 3600, 1e-9);
    EXPECT_NEAR(facts.place->lon, 110 + 36 / 3600.0, 1e-9);
    EXPECT_EQ(facts.taken, "2026-05-03T10:20:30+08:00");
    const PhotoFacts south = photoFacts(bytesOf(goodPhoto("S", "W")));
    EXPECT_LT(south.place->lat, 0);
    EXPECT_LT(south.place->lon, 0);
}

TEST(Photo, SenselessPartsAreLeftOutOneByOne) {
    const auto gps = [](Exif::Rational degrees) {
        return std::vector<Exif::Entry>{Exif::text(1, "N"), Exif::rationals(2, {degrees, {0, 1}, {0, 1}}),
                                        Exif::text(3, "E"), Exif::rationals(4, {{110, 1}, {0, 1}, {0, 1}})};
    };
    const std::vector<Exif::Entry> good{Exif::text(0x9003, "2026:05:03 10:20:30")};
    for (const Exif::Rational& bad : {Exif::Rational{36, 0}, {4000000000u, 1}, {91, 1}}) {
        const PhotoFacts facts = photoFacts(bytesOf(Exif::photo(good, gps(bad))));
        EXPECT_FALSE(facts.place) << bad.first;
        EXPECT_EQ(facts.taken, "2026-05-03T10:20:30");
    }
    for (const char* bad : {"0000:00:00 00:00:00", "2026:13:03 10:20:30", "    :  :     :  :  ", "yesterday", ""}) {
        const PhotoFacts facts = photoFacts(bytesOf(Exif::photo({Exif::text(0x9003, bad)}, gps({36, 1}))));
        EXPECT_EQ(facts.taken, "") << bad;
        EXPECT_TRUE(facts.place);
    }
    const PhotoFacts unfixed =
        photoFacts(bytesOf(Exif::photo(good, {Exif::text(1, "N"), Exif::rationals(2, {{0, 1}, {0, 1}, {0, 1}}),
                                              Exif::text(3, "E"), Exif::rationals(4, {{0, 1}, {0, 1}, {0, 1}})})));
    EXPECT_FALSE(unfixed.place);
}

TEST(Photo, CutShortAtAnyByteItSaysLessButNeverSomethingElse) {
    const std::string whole = goodPhoto();
    const PhotoFacts full = photoFacts(bytesOf(whole));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const PhotoFacts facts = photoFacts(bytesOf(std::string_view(whole).substr(0, length)));
        EXPECT_TRUE(!facts.place || facts.place == full.place) << length;
        EXPECT_TRUE(full.taken.starts_with(facts.taken)) << length << " " << facts.taken;
    }
}

TEST(Photo, SpoiltBytesNeverEndTheProgram) {
    std::mt19937 random(11);
    const std::string whole = goodPhoto();
    const int rounds = std::getenv("XIANGTU_SHORT") ? 500 : 10000;
    for (int i = 0; i < rounds; ++i) {
        std::string spoilt = whole;
        for (int k = 0; k < 1 + i % 6; ++k) spoilt[random() % spoilt.size()] = char(random());
        const PhotoFacts facts = photoFacts(bytesOf(spoilt));
        if (!facts.place) continue;
        EXPECT_LE(std::abs(facts.place->lat), 90);
        EXPECT_LE(std::abs(facts.place->lon), 180);
    }
}

TEST(Mime, IsToldByContent) {
    using namespace std::string_view_literals;
    EXPECT_EQ(mimeOf(bytesOf(goodPhoto())), "image/jpeg");
    EXPECT_EQ(mimeOf(bytesOf("\x89PNG\r\n\x1A\n....")), "image/png");
    EXPECT_EQ(mimeOf(bytesOf("RIFF\x10\0\0\0WEBPVP8 "sv)), "image/webp");
    EXPECT_EQ(mimeOf(bytesOf("\0\0\0\x18"
                             "ftypheic\0\0\0\0"sv)),
              "image/heic");
    EXPECT_EQ(mimeOf(bytesOf("%PDF-1.7\n")), "application/pdf");
    EXPECT_EQ(mimeOf(bytesOf("PK\x03\x04....OFD.xml")), "application/ofd");
    EXPECT_EQ(mimeOf(bytesOf("PK\x03\x04....word/document.xml")),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(mimeOf(bytesOf("PK\x03\x04....")), "application/zip");
    EXPECT_EQ(mimeOf(bytesOf("会议纪要\r\n一、")), "text/plain");
    EXPECT_EQ(mimeOf(bytesOf("\x7F"
                             "ELF\x02\x01\0\0"sv)),
              "application/octet-stream");
    EXPECT_EQ(mimeOf({}), "application/octet-stream");
}

class AttachedTest : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& name, const std::string& content) const {
        const auto file = dir.path() / name;
        std::ofstream(file, std::ios::binary) << content;
        return file;
    }
    static std::string complaint(const std::filesystem::path& file) {
        try {
            (void)readAttached(file);
        } catch (const base::Error& error) {
            EXPECT_NE(std::string(error.what()).find(file.string()), std::string::npos) << error.what();
            return error.what();
        }
        return "nothing";
    }
    support::TempDir dir;
};

TEST_F(AttachedTest, AFileComesWithNameTypeHashAndFacts) {
    const AttachedFile file = readAttached(write("整改照片.dat", goodPhoto()));
    EXPECT_EQ(file.name, "整改照片.dat");
    EXPECT_EQ(file.mime, "image/jpeg");
    EXPECT_EQ(file.hash, base::sha256(file.bytes));
    EXPECT_EQ(file.bytes, bytesOf(goodPhoto()));
    EXPECT_TRUE(file.photo.place);
}

TEST_F(AttachedTest, WhatCannotBeAttachedIsRefusedByName) {
    EXPECT_NE(complaint(dir.path() / "none.jpg").find("no such file"), std::string::npos);
    EXPECT_NE(complaint(dir.path()).find("not an ordinary file"), std::string::npos);
    EXPECT_NE(complaint(write("empty.pdf", "")).find("is empty"), std::string::npos);
    EXPECT_EQ(readAttached(write("most.bin", std::string(kMostAttachedBytes, 'x'))).bytes.size(), kMostAttachedBytes);
    EXPECT_NE(complaint(write("large.bin", std::string(kMostAttachedBytes + 1, 'x'))).find("20 MB"), std::string::npos);
}

}  // namespace
}  // namespace xiangtu::exchange
