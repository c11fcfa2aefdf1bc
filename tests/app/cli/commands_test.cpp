// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands_fixture.h"

#include <algorithm>

namespace xiangtu::cli {
namespace {

using model::Level;

class UnitCommands : public Commands {
protected:
    /// A grid whose class in risk5 is another than red, and its code.
    [[nodiscard]] std::string someGrid() const {
        const model::Snapshot snapshot = load();
        const auto risk = snapshot.findScheme("risk5").value();
        const auto& grids = snapshot.table(Level::grid).units;
        for (std::uint32_t row = 0; row < grids.size(); ++row) {
            const std::uint8_t is = snapshot.classOf(risk, {Level::grid, row});
            if (is != model::ClassColumn::kUnset && (*snapshot.schemes)[risk].classes[is].code != "red")
                return grids[row].code.text();
        }
        return {};
    }
    /// Code of the class the unit has in risk5; empty when it has none.
    [[nodiscard]] std::string riskOf(const std::string& code) const {
        const model::Snapshot snapshot = load();
        const auto risk = snapshot.findScheme("risk5").value();
        const std::uint8_t is = snapshot.classOf(risk, snapshot.findUnit(*model::Code::parse(code)));
        return is == model::ClassColumn::kUnset ? std::string() : (*snapshot.schemes)[risk].classes[is].code;
    }
    int setRed(const std::string& code, const std::string& reason = "汛期积水") {
        return run({"set-class", file.string(), code, "--scheme", "risk5", "--class", "red", "--reason", reason});
    }
};

TEST_F(UnitCommands, DemoMakesTheCountyItWasAskedFor) {
    EXPECT_TRUE(has(madeOnce.output, "八公山区") && has(madeOnce.output, "600 grids")) << madeOnce.output;
    const model::Snapshot snapshot = load();
    EXPECT_TRUE(snapshot.info.demo);
    EXPECT_EQ(snapshot.info.title, "八公山区");
    EXPECT_EQ(snapshot.table(Level::grid).units.size(), 600u);
}

TEST_F(UnitCommands, DemoReplacesNothingUnlessForced) {
    const std::string before = support::readFile(file);
    EXPECT_EQ(run({"demo", "bagongshan", file.string(), "--grids", "300"}), 1);
    EXPECT_TRUE(has(errors, file.string()) && has(errors, "exists already")) << errors;
    EXPECT_EQ(support::readFile(file), before);
    EXPECT_EQ(run({"demo", "bagongshan", file.string(), "--grids", "300", "--force"}), 0) << errors;
    EXPECT_EQ(load().table(Level::grid).units.size(), 300u);
}

TEST_F(UnitCommands, DemoKnowsItsCountiesOnly) {
    const fs::path out = folder / "atlantis.sqlite";
    EXPECT_EQ(run({"demo", "atlantis", out.string()}), 2);
    EXPECT_TRUE(has(errors, "bagongshan")) << errors;
    EXPECT_FALSE(fs::exists(out));
}

TEST_F(UnitCommands, InfoCountsWhatIsInTheFile) {
    ASSERT_EQ(run({"info", file.string(), "--json"}), 0) << errors;
    const base::Json summary = json();
    EXPECT_EQ(summary["title"], "八公山区");
    EXPECT_EQ(summary["demo"], true);
    EXPECT_EQ(summary["file"], file.string());
    const model::Snapshot snapshot = load();
    ASSERT_EQ(summary["levels"].size(), model::kLevels.size());
    for (const base::Json& level : summary["levels"]) {
        const auto which = std::find_if(model::kLevels.begin(), model::kLevels.end(), [&](Level each) {
            return model::levelName(each) == level["level"].get<std::string>();
        });
        ASSERT_NE(which, model::kLevels.end()) << level;
        EXPECT_EQ(level["units"].get<std::size_t>(), snapshot.table(*which).units.size());
    }
    ASSERT_EQ(run({"info", file.string()}), 0);
    EXPECT_TRUE(has(output, "八公山区") && has(output, "grid: 600 units")) << output;
}

TEST_F(UnitCommands, InfoNamesTheFileItCannotRead) {
    const fs::path letter = folder / "信.txt";
    support::writeFile(letter, "Dear colleagues, this is a letter.");
    for (const fs::path& wrong : {letter, folder / "没有.sqlite"}) {
        EXPECT_EQ(run({"info", wrong.string()}), 1);
        EXPECT_TRUE(has(errors, wrong.string())) << errors;
        EXPECT_TRUE(output.empty()) << output;
    }
    EXPECT_EQ(support::readFile(letter), "Dear colleagues, this is a letter.");
}

TEST_F(UnitCommands, WrongUsageIsNeitherFaultNorRefusal) {
    EXPECT_EQ(run({"info"}), 2);
    EXPECT_EQ(run({"info", file.string(), "--colour"}), 2);
    EXPECT_EQ(run({"set-class", file.string(), "--from", (folder / "nowhere.txt").string(), "--scheme", "risk5",
                   "--class", "red", "--reason", "x"}),
              1);
    EXPECT_EQ(run({"set-class", file.string(), someGrid(), "--scheme", "risk5", "--class", "red"}), 2)
        << "without a reason";
    EXPECT_EQ(run({"history", file.string(), "--limit", "many"}), 2);
    for (const char* command : {"info", "demo", "set-class", "undo", "history"})
        EXPECT_EQ(run({command, "--help"}), 0) << command;
}

TEST_F(UnitCommands, ASetClassIsThereForTheNextProcess) {
    const std::string code = someGrid();
    ASSERT_EQ(setRed(code), 0) << errors;
    EXPECT_EQ(riskOf(code), "red");
    EXPECT_EQ(run({"set-class", file.string(), code, "--scheme", "risk5", "--class", "none", "--reason", "误判"}), 0)
        << errors;
    EXPECT_EQ(riskOf(code), "");
}

TEST_F(UnitCommands, ARefusalNamesReasonAndWhatItMeans) {
    const std::string code = someGrid();
    const std::string before = support::readFile(file);
    struct Case {
        std::string unit, scheme, toClass, reason, day;
        const char *name, *what;
    };
    for (const Case& c : {Case{"999999", "risk5", "red", "x", "", "unknownUnit", "999999"},
                          Case{"不是代码", "risk5", "red", "x", "", "unknownUnit", "不是代码"},
                          Case{code, "purple5", "red", "x", "", "unknownScheme", "purple5"},
                          Case{code, "risk5", "violet", "x", "", "unknownClass", "violet"},
                          Case{code, "risk5", "red", " ", "", "reasonMissing", "reason"},
                          Case{code, "risk5", "red", "x", "2026-13-01", "badDate", "2026-13-01"},
                          Case{code, "risk5", "red", "x", "1900-01-01", "badDate", code.c_str()}}) {
        std::vector<std::string> arguments{"set-class", file.string(), c.unit,     "--scheme", c.scheme,
                                           "--class",   c.toClass,     "--reason", c.reason};
        if (!c.day.empty()) arguments.insert(arguments.end(), {"--day", c.day});
        EXPECT_EQ(run(arguments), 3) << c.name << ": " << errors;
        EXPECT_TRUE(has(errors, "refused (" + std::string(c.name) + ")")) << errors;
        EXPECT_TRUE(has(errors, c.what)) << errors;
        EXPECT_TRUE(output.empty()) << output;
    }
    EXPECT_EQ(support::readFile(file), before);
    ASSERT_EQ(setRed(code), 0);
    EXPECT_EQ(setRed(code), 3) << "it has that class already";
    EXPECT_TRUE(has(errors, "refused (nothingToDo)")) << errors;
    EXPECT_TRUE(has(errors, "  at 116.")) << "the place, in degrees: " << errors;
}

TEST_F(UnitCommands, UndoTakesBackWhatAnotherProcessDid) {
    const std::string code = someGrid();
    const std::string was = riskOf(code);
    EXPECT_EQ(run({"undo", file.string()}), 3);
    EXPECT_TRUE(has(errors, "refused (nothingToUndo)")) << errors;
    ASSERT_EQ(setRed(code), 0);
    ASSERT_EQ(run({"undo", file.string()}), 0) << errors;
    EXPECT_EQ(riskOf(code), was);
    EXPECT_EQ(run({"undo", file.string()}), 3) << "an undo is not undone";
}

TEST_F(UnitCommands, HistorySaysWhoDidWhatAndWhy) {
    ASSERT_EQ(run({"history", file.string()}), 0);
    EXPECT_TRUE(has(output, "no edits yet")) << output;
    ASSERT_EQ(run({"history", file.string(), "--json"}), 0);
    EXPECT_EQ(json(), base::Json::array());

    const std::string code = someGrid();
    ASSERT_EQ(setRed(code, "汛期积水"), 0);
    ASSERT_EQ(run({"undo", file.string(), "--author", "李站长"}), 0);
    ASSERT_EQ(run({"history", file.string(), "--json"}), 0);
    const base::Json list = json();
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0]["author"], "李站长");
    EXPECT_EQ(list[0]["undoes"], list[1]["seq"]);
    EXPECT_EQ(list[1]["undone_by"], list[0]["seq"]);
    EXPECT_EQ(list[1]["author"], "王网格员");
    ASSERT_EQ(list[1]["changes"].size(), 1u);
    EXPECT_TRUE(has(list[1]["changes"].dump(), "汛期积水")) << list[1]["changes"];

    ASSERT_EQ(run({"history", file.string()}), 0);
    EXPECT_TRUE(has(output, "王网格员") && has(output, "李站长")) << output;
    EXPECT_LT(output.find("李站长"), output.find("王网格员")) << "the newest first";
    ASSERT_EQ(run({"history", file.string(), "--limit", "1", "--json"}), 0);
    EXPECT_EQ(json().size(), 1u);
}

}  // namespace
}  // namespace xiangtu::cli
