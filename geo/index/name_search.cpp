// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/name_search.h"
