// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace xiangtu::base {

/// Lambdas joined for std::visit; forgetting an alternative breaks the compile.
template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace xiangtu::base
