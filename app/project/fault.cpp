// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/fault.h"

#include "base/error.h"

#include <new>

namespace xiangtu::app {

std::optional<Fault> caught(const std::function<void()>& body) {
    const auto named = [](base::Fault kind, const char* text) {
        const std::string_view name = base::faultName(kind);
        return Fault{QString::fromLatin1(name.data(), qsizetype(name.size())), QString::fromUtf8(text)};
    };
    try {
        body();
        return {};
    } catch (const base::Error& e) { return named(e.fault(), e.what()); } catch (const std::bad_alloc&) {
        return named(base::Fault::io, "not enough memory");
    } catch (const std::exception& e) { return named(base::Fault::io, e.what()); }
}

}  // namespace xiangtu::app
