// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace xiangtu::base {

namespace {

using namespace std::chrono;

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Date Date::of(int year, int month, int day) {
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month{unsigned(month)},
                             std::chrono::day{unsigned(day)}};
    return {std::int32_t(sys_days{ymd}.time_since_epoch().count())};
}

Date Date::today() {
    // The office's calendar, not Greenwich's: in China UTC is still on yesterday until eight o'clock.
    const std::time_t now = system_clock::to_time_t(system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    return of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

std::optional<Date> Date::parse(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const auto y = digits(iso.substr(0, 4)), m = digits(iso.substr(5, 2)), d = digits(iso.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const year_month_day ymd{year{*y}, month{unsigned(*m)}, day{unsigned(*d)}};
    if (!ymd.ok()) return std::nullopt;
    return of(*y, *m, *d);
}

std::string Date::iso() const {
    if (isOpen()) return {};
    const year_month_day ymd{sys_days{std::chrono::days{days}}};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
    return text;
}

std::string nowIso() {
    const auto now = floor<milliseconds>(system_clock::now());
    const auto day = floor<std::chrono::days>(now);
    const hh_mm_ss time{now - day};
    char text[40];
    std::snprintf(text, sizeof text, "%sT%02d:%02d:%02d.%03dZ",
                  Date{std::int32_t(day.time_since_epoch().count())}.iso().c_str(), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()), int(time.subseconds().count()));
    return text;
}

}  // namespace xiangtu::base
