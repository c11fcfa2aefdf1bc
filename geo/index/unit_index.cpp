// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/unit_index.h"
