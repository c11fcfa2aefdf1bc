// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace xiangtu::support {

/// While it lives, all threads act as an ordinary user: file modes mean nothing to root.
class OrdinaryUser {
public:
    OrdinaryUser() : m_root(::geteuid() == 0) {
        constexpr unsigned kNobody = 65534;
        if (m_root && (::setegid(kNobody) != 0 || ::seteuid(kNobody) != 0))
            throw std::runtime_error("cannot give up root");
    }
    ~OrdinaryUser() {
        if (m_root && (::seteuid(0) != 0 || ::setegid(0) != 0)) std::abort();
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

private:
    bool m_root;
};

}  // namespace xiangtu::support
