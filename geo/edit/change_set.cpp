// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/change_set.h"
