// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

int main(int argc, char** argv) {
    if (xiangtu::cli::wantsCommandLine(argc, argv)) return xiangtu::cli::run(argc, argv);
    return 0;
}
