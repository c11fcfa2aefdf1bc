// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include "base/error.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <string>

namespace xiangtu::base {
namespace {

TEST(Sha256, GivesTheStandardsOwnExamples) {
    // FIPS 180-4, examples "abc" and the empty message.
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, OfAFileIsThatOfItsBytes) {
    const support::TempDir dir;
    std::string bytes(700'000, 'x');
    for (std::size_t i = 0; i < bytes.size(); i += 7) bytes[i] = char(i);
    support::writeFile(dir / "文件", bytes);
    EXPECT_EQ(sha256OfFile(dir / "文件"), sha256(bytes));
    EXPECT_THROW(static_cast<void>(sha256OfFile(dir / "nothing")), Error);
}

}  // namespace
}  // namespace xiangtu::base
