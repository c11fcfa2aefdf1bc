// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style_sheet.h"
