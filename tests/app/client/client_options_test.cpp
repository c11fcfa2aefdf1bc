// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/client_options.h"

#include <gtest/gtest.h>

#include <QDir>

namespace xiangtu::app {
namespace {

std::optional<ClientOptions> parse(QStringList arguments, QString* message = nullptr) {
    QString ignored;
    arguments.prepend(QStringLiteral("xiangtu"));
    return parseClientOptions(arguments, message ? message : &ignored);
}

TEST(ClientOptions, NothingAskedIsTheWelcomePage) {
    const auto options = parse({});
    ASSERT_TRUE(options);
    EXPECT_TRUE(options->file.isEmpty());
    EXPECT_FALSE(options->selfTest);
}

TEST(ClientOptions, EverythingAtOnce) {
    const auto options =
        parse({"county.sqlite", "--screenshot", "out.png", "--size", "390x780", "--theme", "industry", "--unit",
               "433123", "--search", "zm", "--language", "en", "--style", "dark", "--elder", "--times"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->file, QDir::current().absoluteFilePath("county.sqlite"));
    EXPECT_EQ(options->screenshot, QDir::current().absoluteFilePath("out.png"));
    EXPECT_EQ(options->size, QSize(390, 780));
    EXPECT_EQ(options->theme, QStringLiteral("industry"));
    EXPECT_EQ(options->unit, QStringLiteral("433123"));
    EXPECT_EQ(options->search, QStringLiteral("zm"));
    EXPECT_EQ(options->language, QStringLiteral("en"));
    EXPECT_EQ(options->style, QStringLiteral("dark"));
    EXPECT_TRUE(options->elder);
    EXPECT_TRUE(options->times);
}

TEST(ClientOptions, WrongOnesAreNamed) {
    const auto complaint = [](const QStringList& arguments) {
        QString message;
        EXPECT_FALSE(parse(arguments, &message));
        return message;
    };
    EXPECT_TRUE(complaint({"--size", "big"}).contains("big"));
    EXPECT_TRUE(complaint({"--theme", "red"}).contains("five_colour"));
    EXPECT_TRUE(complaint({"--language", "fr"}).contains("zh or en"));
    EXPECT_TRUE(complaint({"--style", "blue"}).contains("light or dark"));
    EXPECT_TRUE(complaint({"a.sqlite", "b.sqlite"}).contains("more than one"));
    EXPECT_TRUE(complaint({"--sorcery"}).contains("sorcery"));
}

}  // namespace
}  // namespace xiangtu::app
