// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/pin_hash.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace xiangtu::base {
namespace {

TEST(PinHash, OnlyThePinItWasMadeOfFits) {
    const std::string hash = hashPin("271828", kCheapestPin);
    EXPECT_TRUE(pinFits(hash, "271828"));
    EXPECT_FALSE(pinFits(hash, "271829"));
    EXPECT_FALSE(pinFits(hash, "27182"));
    EXPECT_FALSE(pinFits(hash, ""));
}

TEST(PinHash, TheSamePinTwiceHasTwoHashes) {
    EXPECT_NE(hashPin("271828", kCheapestPin), hashPin("271828", kCheapestPin));
}

TEST(PinHash, TheProductsCostIsThatOfTheRfc) {
    const std::string hash = hashPin("271828");
    EXPECT_EQ(hash.find("$argon2id$v=19$m=65536,t=3,p=1$"), 0u) << hash;
    EXPECT_TRUE(pinFits(hash, "271828"));
}

TEST(PinHash, ATextThatIsNoHashOrWouldHoldTheMachineIsDamage) {
    for (const char* text : {"", "271828", "$argon2i$v=19$m=8,t=3,p=1$AAAA$AAAA",
                             "$argon2id$v=19$m=99999999,t=3,p=1$A$A", "$argon2id$v=19$m=8,t=99999999,p=1$AAAA$AAAA"}) {
        try {
            (void)pinFits(text, "271828");
            ADD_FAILURE() << text;
        } catch (const Error& e) { EXPECT_EQ(e.fault(), Fault::damaged) << text; }
    }
    EXPECT_FALSE(pinFits("$argon2id$v=19$m=8,t=3,p=1$AAAA$AAAA", "271828")) << "readable, and nobody's";
}

}  // namespace
}  // namespace xiangtu::base
