// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one door to GDAL inside this folder; never included by a public header.
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Registers the drivers once per process. Thread-safe.
void startGdal();

/// While it lives, GDAL's messages of this thread are collected here and not printed.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    [[nodiscard]] const std::vector<std::string>& all() const noexcept { return m_messages; }
    [[nodiscard]] std::string last() const { return m_messages.empty() ? std::string() : m_messages.back(); }
    void clear() noexcept { m_messages.clear(); }

private:
    static void CPL_STDCALL collect(CPLErr level, CPLErrorNum number, const char* text);
    std::vector<std::string> m_messages;
};

/// Sets a configuration option of this thread while it lives.
class GdalOption {
public:
    GdalOption(const char* name, const char* value) : m_name(name) { CPLSetThreadLocalConfigOption(name, value); }
    ~GdalOption() { CPLSetThreadLocalConfigOption(m_name, nullptr); }
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;

private:
    const char* m_name;
};

}  // namespace xiangtu::exchange
