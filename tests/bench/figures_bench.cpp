// SPDX-License-Identifier: GPL-3.0-or-later
// The office's figures after one edit, against counting everything anew: 100,000 records in 60 registers
// over 15,000 grids. Prints the ratio of the medians.
#include "base/json.h"
#include "indicators/figures.h"
#include "model/catalogue_json.h"
#include "support/coverage.h"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace {

using namespace xiangtu;

constexpr std::size_t kRegisters = 60, kRecords = 100000;

/// The shipped catalogue over a made-up county, its village registers filled evenly.
const model::Snapshot& county() {
    static const model::Snapshot made = [] {
        support::CoverageOptions options;
        options.side = 122;
        model::Snapshot snapshot = support::snapshot(options);
        auto catalogue = std::make_shared<model::Catalogue>(
            model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue"));
        const auto villages = std::uint32_t(snapshot.table(model::Level::village).units.size());
        std::size_t left = kRegisters;
        for (const model::RegisterDef& def : catalogue->registers) {
            auto table = std::make_shared<model::RegisterTable>();
            table->def = def;
            for (std::size_t i = 0; left > 0 && i < kRecords / kRegisters; ++i) {
                auto record = std::make_shared<model::Record>();
                record->id = std::int64_t(i) + 1;
                record->unit = {model::Level::village, std::uint32_t(i) % villages};
                record->values.resize(def.fields.size());
                for (std::size_t f = 0; f < def.fields.size(); ++f) {
                    if (isNumeric(def.fields[f].type)) record->values.set(f, std::int64_t(i % 97));
                    if (!def.fields[f].choices.empty()) record->values.set(f, def.fields[f].choices.front().code);
                }
                table->records.push_back(std::move(record));
            }
            if (left > 0) --left;
            snapshot.registers.push_back(std::move(table));
        }
        snapshot.catalogue = std::move(catalogue);
        return snapshot;
    }();
    return made;
}

/// The same county after one record of `collective_income` was changed.
model::Snapshot edited(std::int64_t amount) {
    model::Snapshot next = county();
    for (auto& table : next.registers) {
        if (table->def.id != "collective_income" || table->records.empty()) continue;
        auto copy = std::make_shared<model::RegisterTable>(*table);
        auto record = std::make_shared<model::Record>(*copy->records[5]);
        record->values.set(*copy->def.fieldAt("amount"), amount);
        copy->records[5] = std::move(record);
        table = std::move(copy);
    }
    return next;
}

void countAnew(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(indicators::Figures(county()));
}
BENCHMARK(countAnew)->Unit(benchmark::kMillisecond);

void keepUp(benchmark::State& state) {
    const indicators::Figures figures(county());
    std::int64_t amount = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const model::Snapshot next = edited(++amount);
        state.ResumeTiming();
        benchmark::DoNotOptimize(figures.updated(next));
    }
}
BENCHMARK(keepUp)->Unit(benchmark::kMillisecond);

/// What a board of the county asks for: every indicator shown at township level.
void board(benchmark::State& state) {
    const indicators::Figures figures(county());
    const auto& list = county().catalogue->indicators;
    for (auto _ : state) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            benchmark::DoNotOptimize(figures.column(i, model::Level::township));
        }
    }
}
BENCHMARK(board)->Unit(benchmark::kMillisecond);

}  // namespace
