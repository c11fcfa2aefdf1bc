// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/data_dir.h"
#include "app/cli/output.h"
#include "app/render/kept_detail.h"
#include "app/render/sheet.h"
#include "base/error.h"
#include "indicators/figures.h"
#include "project/project.h"
#include "raster/make_detail.h"

#include <QGuiApplication>

#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::cli {

namespace {

struct Arguments {
    std::string file, out, theme = "five_colour", scheme, bbox, unit, size = "1600x1100", title, language = "zh";
    std::string coverageLevel, indicator, level;
    std::string links, day;
    std::optional<std::vector<std::string>> registers;
    std::optional<double> threshold;
    double pixelRatio = 1;
    bool hatching = false, dark = false, noFurniture = false;
};

/// Wrong values of options end like wrong options do: with the hint at --help and exit code 2.
[[noreturn]] void usage(const std::string& what) { throw CLI::ValidationError(what); }

/// Numbers separated by one character: "109.2,27.7,109.9,28.3" or "1600x1100".
std::vector<double> numbers(const std::string& text, char separator) {
    std::vector<double> out;
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        double value = 0;
        const auto [next, failed] = std::from_chars(at, end, value);
        if (failed != std::errc{} || (next < end && *next != separator)) return {};
        out.push_back(value);
        at = next < end ? next + 1 : end;
    }
    return out;
}

geom::GridBox boxOf(const Arguments& a, const model::Snapshot& snapshot) {
    geom::GridBox box;
    if (!a.unit.empty()) {
        const auto code = model::Code::parse(a.unit);
        const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef{};
        if (!unit.valid()) usage("--unit " + a.unit + ": no such unit in the file");
        if (!snapshot.table(unit.level).shapes.hasShape(unit.row))
            usage("--unit " + a.unit + ": the unit has no polygon");
        return snapshot.table(unit.level).shapes.box(unit.row);
    }
    if (!a.bbox.empty()) {
        const std::vector<double> b = numbers(a.bbox, ',');
        const bool good =
            b.size() == 4 && b[0] < b[2] && b[1] < b[3] && b[0] >= -180 && b[2] <= 180 && b[1] >= -85 && b[3] <= 85;
        if (!good) usage("--bbox " + a.bbox + ": must be WEST,SOUTH,EAST,NORTH in degrees");
        box.extend(geom::snapToGrid({b[0], b[1]}));
        box.extend(geom::snapToGrid({b[2], b[3]}));
    }
    return box;
}

/// The classes --theme indicator shows.
std::shared_ptr<const scene::FigureTheme> figuresOf(const Arguments& a, const model::Snapshot& snapshot) {
    if (a.indicator.empty()) usage("--theme indicator: --indicator must say which");
    const model::IndicatorDef* indicator = snapshot.catalogue->findIndicator(a.indicator);
    if (!indicator) usage("--indicator " + a.indicator + ": the file's catalogue has no such indicator");
    model::Level level = indicator->levels.empty() ? model::Level::township : indicator->levels.back();
    if (!a.level.empty()) {
        const auto parsed = model::parseLevel(a.level);
        if (!parsed) usage("--level " + a.level + ": no such level");
        level = *parsed;
    }
    if (a.threshold && indicator->thresholds.empty()) usage("--threshold: " + a.indicator + " has none to move");
    const indicators::Figures figures(snapshot);
    const indicators::Column column = figures.column(*figures.find(a.indicator), level, a.threshold);
    return std::make_shared<const scene::FigureTheme>(scene::figureTheme(*indicator, level, column, a.threshold));
}

scene::Options optionsOf(const Arguments& a, const model::Snapshot& snapshot) {
    scene::Options options;
    const auto theme = scene::parseTheme(a.theme);
    if (!theme) {
        usage("--theme " + a.theme + ": must be five_colour, party_coverage, demonstration, industry or indicator");
    }
    options.theme = *theme;
    if (options.theme == scene::Theme::indicator) {
        options.figures = figuresOf(a, snapshot);
    } else if (!a.indicator.empty()) {
        usage("--indicator: goes with --theme indicator");
    }
    if (!a.scheme.empty()) {
        const auto scheme = snapshot.findScheme(a.scheme);
        if (!scheme) {
            std::string known;
            for (const auto& s : *snapshot.schemes) known += " " + s.key;
            usage("--scheme " + a.scheme + ": the file has" + (known.empty() ? " none" : known));
        }
        options.scheme = *scheme;
    }
    if (a.registers) {
        auto& shown = options.registersShown.emplace();
        for (const std::string& id : *a.registers) {
            if (id == "none") continue;
            if (!snapshot.findRegister(id)) usage("--registers " + id + ": the file's catalogue has no such register");
            shown.insert(id);
        }
    }
    if (!a.coverageLevel.empty()) {
        options.coverageLevel = model::parseLevel(a.coverageLevel);
        if (!options.coverageLevel) usage("--coverage-level " + a.coverageLevel + ": no such level");
    }
    options.hatching = a.hatching;
    options.appearance = a.dark ? scene::Appearance::dark : scene::Appearance::light;
    options.pixelRatio = a.pixelRatio;
    return options;
}

app::SheetRequest requestOf(const Arguments& a, const model::Snapshot& snapshot) {
    app::SheetRequest request;
    request.box = boxOf(a, snapshot);
    const std::vector<double> size = numbers(a.size, 'x');
    constexpr double kSmallest = 64, kLargest = 20000;
    if (size.size() != 2 || size[0] < kSmallest || size[1] < kSmallest || size[0] > kLargest || size[1] > kLargest) {
        usage("--size " + a.size + ": must be WIDTHxHEIGHT, 64 to 20000 pixels each");
    }
    request.widthPx = int(size[0]);
    request.heightPx = int(size[1]);
    request.title = QString::fromStdString(a.title);
    if (a.language != "zh" && a.language != "en") usage("--language " + a.language + ": must be zh or en");
    request.language = a.language == "en" ? app::SheetLanguage::english : app::SheetLanguage::chinese;
    return request;
}

/// Whether the picture shows nothing of the records that are read last (model::drawnUnasked).
bool showsNothingAsked(const Arguments& a) {
    return a.theme != scene::themeName(scene::Theme::indicator) && !a.registers && a.links.empty();
}

/// As much of the file as the picture needs. Where all that is kept of it lies beside it, opening ends once the
/// map can be drawn.
project::State stateFor(const Arguments& a, project::Project& project) {
    base::Progress progress;
    project::State state;
    try {
        project.load(dayOrToday(a.day), progress, [&](const project::State& loaded) {
            if (!loaded.drawable || !showsNothingAsked(a) || !loaded.extras || !app::keptDetail(*loaded.extras)) return;
            state = loaded;
            progress.cancel();
        });
    } catch (const base::Error& e) {
        if (e.fault() != base::Fault::cancelled || !state.snapshot) throw;
        return state;
    }
    return project.state();
}

/// What is drawn, with what makes far views quick. Where that had to be made it is left beside the file for the
/// next picture; where it cannot be, nothing is missed.
std::shared_ptr<const scene::Geometry> geometryOf(const project::State& state, project::Project& project) {
    const display::Extras none;
    const display::Extras& kept = state.extras ? *state.extras : none;
    const std::shared_ptr<const scene::Geometry> geometry =
        std::make_shared<scene::Geometry>(state.snapshot, state.topology, state.units, app::keptTiled(kept));
    if (geometry->extent().empty()) return geometry;
    if (auto detail = app::keptDetail(kept)) return geometry->withDetail(std::move(detail));
    auto detail = raster::makeDetail(*geometry);
    if (!detail) return geometry;
    auto detailed = geometry->withDetail(std::move(detail));
    if (const auto keeping = project.keeping(app::keptSections(*detailed))) keeping({});
    return detailed;
}

void render(const Arguments& a) {
    project::Project project = project::Project::open(a.file, store::OpenMode::readOnly);
    const project::State state = stateFor(a, project);
    const model::Snapshot& snapshot = *state.snapshot;
    const scene::Options options = optionsOf(a, snapshot);
    app::SheetRequest request = requestOf(a, snapshot);
    if (!a.links.empty()) {
        const auto code = model::Code::parse(a.links);
        const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef{};
        if (!unit.valid()) usage("--links " + a.links + ": no such unit in the file");
        request.links = scene::responsibilityLinks(snapshot, unit);
    }
    const style::StyleSheet sheet = style::load(dataDir() / "styles", a.dark ? "dark" : "light");
    const auto detailed = geometryOf(state, project);
    const scene::Geometry& geometry = *detailed;
    if (geometry.extent().empty())
        throw base::Error(base::Fault::geometry, a.file + ": no unit has a polygon, there is nothing to draw");

    // Fonts need a Qt application; this one needs no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "xiangtu";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    const QImage image = a.noFurniture ? app::paintPlain(geometry, snapshot, sheet, options, request)
                                       : app::paintSheet(geometry, snapshot, sheet, options, request);
    if (!image.save(QString::fromStdString(a.out))) {
        throw base::Error(
            base::Fault::io,
            a.out + ": the picture could not be written (unknown ending, or no room or right to write there)");
    }
    std::printf("%s: %d x %d pixels\n", a.out.c_str(), image.width(), image.height());
}

}  // namespace

void addRenderCommand(CLI::App& app) {
    CLI::App* command = app.add_subcommand("render", "Draw the map into a picture, without a display");
    auto a = std::make_shared<Arguments>();
    command->add_option("FILE", a->file, "The county's file")->required();
    command->add_option("--out", a->out, "Picture to write (.png, .jpg, …)")->required();
    command->add_option("--theme", a->theme, "five_colour, party_coverage, demonstration, industry, indicator")
        ->capture_default_str();
    auto* indicator = command->add_option("--indicator", a->indicator, "Id of the indicator to colour by");
    command->add_option("--level", a->level, "Level the indicator is counted at (its finest)")->needs(indicator);
    command->add_option("--threshold", a->threshold, "Instead of the indicator's first threshold")->needs(indicator);
    command->add_option("--scheme", a->scheme, "Key of the colour scheme, e.g. risk5 (the first of the file)");
    auto* bbox = command->add_option("--bbox", a->bbox, "WEST,SOUTH,EAST,NORTH in degrees");
    command->add_option("--unit", a->unit, "Code of the unit to fill the picture")->excludes(bbox);
    command->add_option("--size", a->size, "WIDTHxHEIGHT of the picture in pixels")->capture_default_str();
    command->add_option("--pixel-ratio", a->pixelRatio, "Enlarges text, lines and patterns, e.g. 2 for print")
        ->check(CLI::Range(0.5, 8.0))
        ->capture_default_str();
    command->add_option("--coverage-level", a->coverageLevel, "Level judged by party_coverage (by scale)");
    command
        ->add_option("--registers", a->registers, "Registers to draw, e.g. event,route (those of the theme); or none")
        ->delimiter(',');
    command->add_option("--links", a->links, "Code of a unit: lines to whatever its responsible persons answer for");
    command->add_option("--day", a->day, "As it was on this day, YYYY-MM-DD (today)");
    command->add_option("--title", a->title, "Title of the sheet (county and theme)");
    command->add_option("--language", a->language, "zh or en, of the sheet's own words")->capture_default_str();
    command->add_flag("--hatching", a->hatching, "Hatch the classes, for black and white and colour-blind readers");
    command->add_flag("--dark", a->dark, "The dark sheet");
    command->add_flag("--no-furniture", a->noFurniture, "The map alone: no title, legend, scale bar and footer");
    command->callback([a] { render(*a); });
}

}  // namespace xiangtu::cli
