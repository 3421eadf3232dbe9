/* fuzz-readers.c: libFuzzer's way into the readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "unk-readers.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  unk_readers_try (data, size);
  return 0;
}
