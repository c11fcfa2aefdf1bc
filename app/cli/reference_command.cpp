// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "base/error.h"
#include "base/json.h"
#include "exchange/reference_source.h"
#include "project/references.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

namespace xiangtu::cli {

namespace {

struct ReferenceArguments {
    std::string file, what = "list", source, name, shift;
    exchange::ReferenceRequest request;
    SignInArguments signIn;
    bool json = false;
};

void listReferences(const ReferenceArguments& in) {
    base::Json out = base::Json::array();
    for (const store::ReferenceLayer& layer : store::references(in.file).layers) {
        out.push_back({{"name", layer.name},
                       {"source", layer.source},
                       {"crs", layer.crs},
                       {"author", layer.author},
                       {"at", layer.at},
                       {"features", layer.features}});
        if (in.json) continue;
        std::printf("%s  %lld  %s  %s  %s  %s\n", layer.name.c_str(), static_cast<long long>(layer.features),
                    layer.source.c_str(), layer.at.c_str(), layer.author.c_str(), layer.crs.c_str());
    }
    if (in.json) std::printf("%s\n", out.dump(2).c_str());
}

project::ReferenceDesk enterDesk(const ReferenceArguments& in) {
    project::ReferenceDesk desk(in.file);
    signIn(Door{desk.reader().accounts().empty(), in.file,
                [&](std::string_view name, std::string_view pin) { return desk.signIn(name, pin); }},
           in.signIn);
    return desk;
}

void addReference(const ReferenceArguments& in) {
    if (in.source.empty()) throw base::Error(base::Fault::usage, "reference add: say which map file (SOURCE)");
    project::ReferenceDesk desk = enterDesk(in);
    exchange::ReferenceRequest request = in.request;
    request.source = in.source;
    if (in.shift == "gcj02") request.shift = exchange::Shift::gcj02;
    auto read = exchange::readReferences(request, {});
    if (!read) {
        std::fprintf(stderr, "xiangtu: refused: %s: %s\n", in.source.c_str(), read.error().reason.c_str());
        throw CLI::RuntimeError(kRefused);
    }
    const exchange::ReferenceSource source = std::move(read).value();
    const std::string name = in.name.empty() ? source.layer : in.name;
    const std::string file = std::filesystem::path(in.source).filename().string();
    if (const auto refusal = desk.add({name, file, source.crs, source.shapes}, {accountName()})) refuse(*refusal);
    std::printf("reference layer %s: %zu shapes of %lld records\n%s\n", name.c_str(), source.shapes.size(),
                static_cast<long long>(source.records), source.crs.c_str());
    if (source.bare > 0)
        std::printf("%lld records have nothing that can be drawn\n", static_cast<long long>(source.bare));
    if (source.astray > 0)
        std::printf("%lld records have points without a place in degrees and were left out\n",
                    static_cast<long long>(source.astray));
    for (const std::string& note : source.notes) std::printf("%s\n", note.c_str());
}

void removeReference(const ReferenceArguments& in) {
    if (in.name.empty()) throw base::Error(base::Fault::usage, "reference remove: say which layer with --name");
    project::ReferenceDesk desk = enterDesk(in);
    if (const auto refusal = desk.remove(in.name, {accountName()})) refuse(*refusal);
    std::printf("reference layer %s was taken out\n", in.name.c_str());
}

void runReference(const ReferenceArguments& in) {
    if (in.what == "add") return addReference(in);
    if (in.what == "remove") return removeReference(in);
    listReferences(in);
}

}  // namespace

void addReferenceCommand(CLI::App& app) {
    auto in = std::make_shared<ReferenceArguments>();
    auto* command = app.add_subcommand(
        "reference", "Layers of other maps to trace borders from and hold points to; no part of the county");
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("WHAT", in->what, "list; add SOURCE; remove --name")
        ->check(CLI::IsMember({"list", "add", "remove"}))
        ->capture_default_str();
    command->add_option("SOURCE", in->source, "Map file to add (anything GDAL reads)");
    command->add_option("--name", in->name, "Name of the layer (default: as in the source)");
    command->add_option("--layer", in->request.layer, "Layer of the source, when it has several");
    command->add_option("--crs", in->request.crs,
                        "Coordinate system, e.g. EPSG:4528 (default: from the source, else from the coordinates)");
    command->add_option("--shift", in->shift, "Offset to take off the coordinates")->check(CLI::IsMember({"gcj02"}));
    addSignIn(command, in->signIn);
    command->add_flag("--json", in->json, "As JSON");
    command->callback([in] { runReference(*in); });
}

}  // namespace xiangtu::cli
