// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/snapshot.h"
#include "store/store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::cli {

namespace fs = std::filesystem;

struct Ran {
    int code = -1;  ///< -1 when the program did not end by itself
    std::string output;
    std::string errors;
};

[[nodiscard]] Ran runProgram(const std::vector<std::string>& arguments);
[[nodiscard]] bool has(const std::string& text, std::string_view part);

/// The subcommands as a shell runs them: each call is a process of its own.
class Commands : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        commonFolder = std::make_unique<support::TempDir>();
        madeOnce = runProgram({"demo", "bagongshan", demo().string(), "--grids", "600"});
    }
    static void TearDownTestSuite() { commonFolder.reset(); }
    static fs::path demo() { return *commonFolder / "示例 县.sqlite"; }

    void SetUp() override {
        ASSERT_EQ(madeOnce.code, 0) << madeOnce.errors;
        fs::copy_file(demo(), file);
    }
    int run(const std::vector<std::string>& arguments) {
        Ran ran = runProgram(arguments);
        output = std::move(ran.output);
        errors = std::move(ran.errors);
        return ran.code;
    }
    [[nodiscard]] base::Json json() const { return base::parseJson(output, "standard output"); }
    [[nodiscard]] model::Snapshot load() const {
        return store::open(file, store::OpenMode::readOnly)->load(base::Date::today(), base::Progress());
    }

    static inline std::unique_ptr<support::TempDir> commonFolder;
    static inline Ran madeOnce;
    support::TempDir folder;
    fs::path file = folder / "县 档案.sqlite";
    std::string output;
    std::string errors;
};

}  // namespace xiangtu::cli
