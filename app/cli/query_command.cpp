// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/data_dir.h"
#include "app/cli/output.h"
#include "app/client/language.h"
#include "app/query/answer_print.h"
#include "app/query/geojson.h"
#include "app/query/points_file.h"
#include "app/query/question_words.h"
#include "base/error.h"
#include "base/json.h"
#include "query/question.h"
#include "store/store.h"

#include <QGuiApplication>

#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <string>

namespace xiangtu::cli {

namespace {

struct QueryArguments {
    std::string file, date, encoding, pdf, language = "zh";
    bool csv = false, json = false, geojson = false, list = false;
    query::Question question;
};

std::string figureText(double value, int decimals) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

void printQuestions(bool json) {
    base::Json all = base::Json::array();
    for (const query::QuestionDef& def : query::questions()) {
        base::Json params = base::Json::array();
        for (const query::Param& p : def.params) {
            base::Json param{{"name", p.name}, {"zh", p.zh}, {"en", p.en}, {"required", p.required}};
            if (!p.preset.empty()) param["default"] = p.preset;
            params.push_back(std::move(param));
        }
        all.push_back({{"id", def.id}, {"number", def.number}, {"zh", def.zh}, {"en", def.en}, {"params", params}});
        if (json) continue;
        std::printf("%-16s %-4s %s\n%22s%s\n", std::string(def.id).c_str(), std::string(def.number).c_str(),
                    std::string(def.zh).c_str(), "", std::string(def.en).c_str());
        for (const query::Param& p : def.params) {
            const std::string preset = p.preset.empty() ? "" : " [" + std::string(p.preset) + "]";
            std::printf("%22s--%s%s  %s · %s%s\n", "", std::string(p.name).c_str(), p.required ? " (needed)" : "",
                        std::string(p.zh).c_str(), std::string(p.en).c_str(), preset.c_str());
        }
    }
    if (json) std::printf("%s\n", all.dump(2).c_str());
}

void printAnswerText(const model::Snapshot& snapshot, const query::Answer& answer) {
    if (!answer.table.rows.empty()) std::printf("%s\n", alignedText(snapshot, answer.table).c_str());
    for (const query::Sum& sum : answer.sums) {
        std::printf("%s: %s%s%s\n", sum.title.zh.c_str(), figureText(sum.value, sum.decimals).c_str(),
                    sum.unit.empty() ? "" : " ", sum.unit.c_str());
    }
    for (const model::Titles& note : answer.notes) std::printf("%s (%s)\n", note.zh.c_str(), note.en.c_str());
}

base::Json answerSumsJson(const query::Answer& answer) {
    base::Json sums = base::Json::object();
    for (const query::Sum& sum : answer.sums) sums[sum.key] = sum.value;
    return sums;
}

void printAnswerJson(const query::Answer& answer, const query::Question& question) {
    base::Json notes = base::Json::array();
    for (const model::Titles& note : answer.notes) notes.push_back(note.en);
    base::Json params = base::Json::object();
    for (const auto& [name, value] : question.params) params[name] = value;
    std::printf("%s\n", base::Json{{"question", question.id},
                                   {"params", params},
                                   {"rows", app::tableJson(answer.table)},
                                   {"sums", answerSumsJson(answer)},
                                   {"notes", notes}}
                            .dump(2)
                            .c_str());
}

void printAnswerPdf(const QueryArguments& in, const std::shared_ptr<const query::Ground>& ground) {
    // Fonts need a Qt application; this one needs no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "xiangtu";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    app::Language language;
    language.use(QString::fromStdString(in.language));
    app::PrintedAnswer printed;
    printed.shown = std::make_shared<const app::ShownAnswer>(app::answerTo(ground, in.question, {}));
    printed.geometry = app::geometryOf(ground);
    printed.style = std::make_shared<const style::StyleSheet>(style::load(dataDir() / "styles", "light"));
    printed.title = app::questionTitle(in.question.id);
    app::printAnswer(printed, QString::fromStdString(in.pdf));
    std::printf("%s: %s\n", in.pdf.c_str(), app::sentenceOf(in.question, printed.shown->answer).toUtf8().constData());
}

void answerQuestion(QueryArguments& in) {
    const auto store = store::open(in.file, store::OpenMode::readOnly);
    const auto snapshot = std::make_shared<const model::Snapshot>(store->load(dayOrToday(in.date), {}));
    const auto ground = std::make_shared<const query::Ground>(snapshot, nullptr, nullptr, [&](base::Date day) {
        return std::make_shared<const model::Snapshot>(store->load(day, {}));
    });
    if (!in.pdf.empty()) return printAnswerPdf(in, ground);
    const query::Answer answer =
        query::ask(*ground, app::withPoints(in.question), in.geojson ? query::Shapes::made : query::Shapes::none);
    if (in.geojson) {
        base::Json collection = app::rowsGeoJson(*snapshot, answer.table, answer.shapes);
        collection["sums"] = answerSumsJson(answer);
        std::printf("%s\n", collection.dump().c_str());
    } else if (in.json) {
        printAnswerJson(answer, in.question);
    } else if (in.csv) {
        print(*snapshot, answer.table, TableForm::csv);
    } else {
        printAnswerText(*snapshot, answer);
    }
}

void addQuestion(CLI::App& command, const query::QuestionDef& def, const std::shared_ptr<QueryArguments>& in) {
    auto* sub = command.add_subcommand(std::string(def.id), std::string(def.zh) + " " + std::string(def.en));
    const auto given = std::make_shared<std::map<std::string, std::string>>();
    const auto metres = std::make_shared<std::string>();
    // An empty value is a mistake of a script: it does not stand for the default.
    const auto notEmpty = [](const std::string& value) { return value.empty() ? "a value is needed" : std::string(); };
    for (const query::Param& p : def.params) {
        auto* option = sub->add_option("--" + std::string(p.name), (*given)[std::string(p.name)],
                                       std::string(p.zh) + " · " + std::string(p.en));
        if (!p.preset.empty()) option->description(option->get_description() + " [" + std::string(p.preset) + "]");
        option->check(notEmpty);
        if (p.kind != query::ParamKind::points) continue;
        option->check(CLI::ExistingFile);
        sub->add_option("--encoding", in->encoding, "Encoding of the table of points; else found out from its bytes");
    }
    // "further-than 1000 --from …" reads as it is said.
    if (def.id == "further-than" || def.id == "around") sub->add_option("METRES", *metres, "Metres")->check(notEmpty);
    sub->add_option("--date", in->date, "As of this day, YYYY-MM-DD; default today");
    auto* json = sub->add_flag("--json", in->json, "As JSON, with the sums");
    auto* csv = sub->add_flag("--csv", in->csv, "As CSV with a byte order mark")->excludes(json);
    auto* geojson = sub->add_flag("--geojson", in->geojson, "As GeoJSON (RFC 7946)")->excludes(json)->excludes(csv);
    auto* pdf = sub->add_option("--pdf", in->pdf, "Writes map, sentence, sums and list as a PDF to print");
    pdf->excludes(json)->excludes(csv)->excludes(geojson);
    sub->add_option("--language", in->language, "zh or en, of the PDF [zh]")
        ->needs(pdf)
        ->check(CLI::IsMember({"zh", "en"}));
    sub->callback([in, given, metres, &def] {
        if (in->file.empty()) throw base::Error(base::Fault::usage, "query: FILE is needed");
        in->question.id = def.id;
        for (const auto& [name, value] : *given) {
            if (!value.empty()) in->question.params[name] = value;
        }
        if (!metres->empty()) in->question.params["metres"] = *metres;
        if (!in->encoding.empty()) in->question.params[app::kEncoding] = in->encoding;
        answerQuestion(*in);
    });
}

}  // namespace

void addQueryCommand(CLI::App& app) {
    auto* command = app.add_subcommand("query", "Ask the map: which, where, how far, how much (query --list)");
    const auto in = std::make_shared<QueryArguments>();
    command->add_option("FILE", in->file, "Xiangtu file");
    command->add_flag("--list", in->list, "The questions with their parameters, in Chinese and English");
    command->add_flag("--json", in->json, "With --list: as JSON");
    for (const query::QuestionDef& def : query::questions()) addQuestion(*command, def, in);
    command->require_subcommand(0, 1);
    command->callback([in, command] {
        if (in->list) return printQuestions(in->json);
        if (command->get_subcommands().empty()) {
            throw base::Error(base::Fault::usage, "query: a question is needed (query --list shows them)");
        }
    });
}

}  // namespace xiangtu::cli
