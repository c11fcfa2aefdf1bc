// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_county.h"
#include "app/registers/attachment_item.h"
#include "app/registers/record_form.h"
#include "app/wait.h"
#include "store/store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QFile>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

constexpr geom::GeoPoint kPlace{109.5, 27.9};
// Fingerprints, of what does not matter here.
const std::string kPhoto(64, 'a'), kBroken(64, 'b'), kPaper(64, 'c'), kNone(64, 'd');

std::vector<std::byte> jpeg(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    const auto* first = reinterpret_cast<const std::byte*>(bytes.constData());
    return {first, first + bytes.size()};
}

class AttachmentTest : public testing::Test {
protected:
    void SetUp() override {
        const QString file = test::makeCounty(dir / "county.sqlite");
        {
            const auto store = store::open(file.toStdString(), store::OpenMode::readWrite);
            keep(*store, kPhoto, "门前.jpg", "image/jpeg", jpeg(800, 400));
            keep(*store, kBroken, "坏的.jpg", "image/jpeg", std::vector<std::byte>(64));
            keep(*store, kPaper, "协议.pdf", "application/pdf", std::vector<std::byte>(64));
        }
        project.open(QUrl::fromLocalFile(file));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
    }
    static void keep(store::Store& store, const std::string& hash, const std::string& name, const std::string& mime,
                     std::vector<std::byte> bytes) {
        store::Attachment attachment;
        attachment.hash = hash;
        attachment.name = name;
        attachment.mime = mime;
        attachment.bytes = std::move(bytes);
        attachment.at = base::nowIso();
        if (hash == kPhoto) attachment.place = kPlace;
        store.addAttachment(attachment);
    }
    support::TempDir dir;
    ProjectObject project;
};

TEST(Picture, IsMadeOfTheBytesWhereThereIsNoThumbnail) {
    store::Attachment photo;
    photo.bytes = jpeg(800, 400);
    EXPECT_EQ(pictureOf(photo, 256).size(), QSize(256, 128));
    EXPECT_EQ(pictureOf(photo, 2048).size(), QSize(800, 400));
    photo.thumbnail = jpeg(100, 50);
    EXPECT_EQ(pictureOf(photo, 256).size(), QSize(100, 50));
    EXPECT_EQ(pictureOf(photo, 2048).size(), QSize(800, 400)) << "a thumbnail is no photo";
    photo.thumbnail.resize(7);
    EXPECT_EQ(pictureOf(photo, 256).size(), QSize(256, 128)) << "a broken thumbnail is made anew";
    photo.bytes.resize(7);
    EXPECT_TRUE(pictureOf(photo, 256).isNull());
}

TEST_F(AttachmentTest, ShowsAPhotoAndSaysWhatAnotherFileIs) {
    AttachmentItem item;
    item.setProject(&project);
    for (const auto& [hash, status, name] : {std::tuple{kPhoto, "photo", "门前.jpg"},
                                             {kBroken, "broken", "坏的.jpg"},
                                             {kPaper, "paper", "协议.pdf"},
                                             {kNone, "missing", ""}}) {
        item.setHash(QString::fromStdString(hash));
        EXPECT_TRUE(waitUntil([&] { return item.status() != QStringLiteral("loading"); }));
        EXPECT_EQ(item.status(), QString::fromLatin1(status)) << hash;
        EXPECT_EQ(item.name(), QString::fromUtf8(name)) << hash;
    }
    item.setHash(QString());
    EXPECT_EQ(item.status(), QStringLiteral("none"));
}

TEST_F(AttachmentTest, APhotoSaysWhereAPointMayStand) {
    RecordForm form;
    form.setProject(&project);
    form.startNew(QStringLiteral("service_point"), QString(), {});
    EXPECT_TRUE(form.photoPlaces().isEmpty());
    form.setText(form.rowOf(QStringLiteral("photos")), QString::fromStdString(kBroken + "," + kPhoto));
    ASSERT_TRUE(waitUntil([&] { return form.photoPlaces().size() == 1; })) << "the other photo says no place";
    const QVariantMap place = form.photoPlaces()[0].toMap();
    EXPECT_DOUBLE_EQ(place["lon"].toDouble(), kPlace.lon);
    EXPECT_DOUBLE_EQ(place["lat"].toDouble(), kPlace.lat);
    form.setPlaces({kPlace.lon, kPlace.lat});
    EXPECT_TRUE(form.placed());
    form.setText(form.rowOf(QStringLiteral("photos")), QString());
    EXPECT_TRUE(form.photoPlaces().isEmpty());
}

TEST_F(AttachmentTest, AnAddedPhotoGetsItsThumbnail) {
    const QString path = QString::fromStdString((dir / "new.jpg").string());
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto bytes = jpeg(640, 480);
    file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
    file.close();
    QString hash;
    project.addAttachment(path, &project, [&](const QString& kept) { hash = kept; });
    ASSERT_TRUE(waitUntil([&] { return !hash.isEmpty(); }));
    std::shared_ptr<const store::Attachment> kept;
    project.loadAttachment(hash, &project, [&](const auto& attachment) { kept = attachment; });
    ASSERT_TRUE(waitUntil([&] { return kept != nullptr; }));
    EXPECT_EQ(kept->name, "new.jpg");
    EXPECT_EQ(kept->mime, "image/jpeg");
    EXPECT_EQ(pictureOf(*kept, 256).size(), QSize(256, 192));
    EXPECT_FALSE(kept->thumbnail.empty());
}

}  // namespace
}  // namespace xiangtu::app
