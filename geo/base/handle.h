// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace xiangtu::base {

/// Deleter that calls a C library's free function. `Handle<sqlite3_stmt, sqlite3_finalize>` is one
/// pointer wide and owns what it points to.
template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* pointer) const noexcept {
        Free(pointer);
    }
};

template <class T, auto Free>
using Handle = std::unique_ptr<T, Deleter<Free>>;

}  // namespace xiangtu::base
