/* unk-cli.h: the same work without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define UNK_CLI_OK 0
#define UNK_CLI_BAD_INPUT 2
/* Nothing was asked for on the command line: open the window. */
#define UNK_CLI_NOT_ASKED (-1)

const GOptionEntry *unk_cli_get_options (void);
int unk_cli_run (GVariantDict *options);

G_END_DECLS
