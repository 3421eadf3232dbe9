/* unk-store-fixture.h: a user's file in a folder of its own, for the tests of the store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "unk-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  UnkAtlas *atlas;
  UnkMarks *marks;
  UnkAnswers *answers;
  char *folder, *path;
} StoreFixture;

void store_fixture_set_up (StoreFixture *f, gconstpointer data);
void store_fixture_tear_down (StoreFixture *f, gconstpointer data);
UnkStore *store_fixture_open (StoreFixture *f);
void store_fixture_refuse (StoreFixture *f, UnkStoreError code);
void store_fixture_run (StoreFixture *f, const char *sql);
void store_fixture_save (StoreFixture *f);
char **store_fixture_load (StoreFixture *f, UnkMarks *marks);

G_END_DECLS
