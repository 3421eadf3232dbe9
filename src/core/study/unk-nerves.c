/* unk-nerves.c: the nerves that muscles are sorted by
 *
 * The atlas says in a sentence what nerve moves a muscle, with roots, branches and exceptions. Here
 * each sentence is looked through for the trunks that it names. It is written in English, and
 * English is what is looked through, whatever the user's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "unk-shelf.h"

#define MOST_SIGNS 6

/* From the head down. A sign that begins with "-" says that it is another nerve. */
static const struct
{
  const char *id, *name;
  const char *signs[MOST_SIGNS];
} nerves[] = {
  { "trigeminal", N_ ("Trigeminal nerve"), { "trigeminal" } },
  { "facial", N_ ("Facial nerve"), { "facial nerve" } },
  { "accessory", N_ ("Accessory nerve"), { "accessory nerve" } },
  { "ansa-cervicalis", N_ ("Ansa cervicalis"), { "ansa cervicalis" } },
  { "suboccipital",
    N_ ("Suboccipital nerve"),
    { "suboccipital nerve", "back branch of c1", "first neck nerve" } },
  { "phrenic", N_ ("Phrenic nerve"), { "phrenic nerve" } },
  { "dorsal-scapular", N_ ("Dorsal scapular nerve"), { "dorsal scapular nerve" } },
  { "suprascapular", N_ ("Suprascapular nerve"), { "suprascapular nerve" } },
  { "subclavian", N_ ("Nerve to the subclavius"), { "nerve to the subclavius" } },
  { "long-thoracic", N_ ("Long thoracic nerve"), { "long thoracic nerve" } },
  { "pectoral", N_ ("Pectoral nerves"), { "pectoral nerve" } },
  { "subscapular",
    N_ ("Subscapular nerves"),
    { "upper and lower subscapular", "lower subscapular" } },
  { "thoracodorsal", N_ ("Thoracodorsal nerve"), { "thoracodorsal nerve" } },
  { "axillary", N_ ("Axillary nerve"), { "axillary nerve" } },
  { "musculocutaneous", N_ ("Musculocutaneous nerve"), { "musculocutaneous nerve" } },
  { "radial", N_ ("Radial nerve"), { "radial nerve" } },
  { "median", N_ ("Median nerve"), { "median nerve" } },
  { "ulnar", N_ ("Ulnar nerve"), { "ulnar nerve" } },
  { "intercostal",
    N_ ("Intercostal and subcostal nerves"),
    { "intercostal", "subcostal", "front branches of the ninth" } },
  { "lumbar",
    N_ ("Branches of the lumbar plexus"),
    { "branches of t12", "branches of l1", "iliohypogastric" } },
  { "femoral", N_ ("Femoral nerve"), { "-quadratus femoris", "femoral nerve" } },
  { "obturator", N_ ("Obturator nerve"), { "obturator nerve" } },
  { "superior-gluteal", N_ ("Superior gluteal nerve"), { "superior gluteal" } },
  { "inferior-gluteal", N_ ("Inferior gluteal nerve"), { "inferior gluteal" } },
  { "sacral",
    N_ ("Short branches of the sacral plexus"),
    { "nerve to the piriformis", "nerve to the obturator internus",
      "nerve to the quadratus femoris" } },
  { "sciatic", N_ ("Sciatic nerve"), { "sciatic nerve" } },
  { "tibial", N_ ("Tibial nerve"), { "tibial nerve", "tibial part" } },
  { "medial-plantar", N_ ("Medial plantar nerve"), { "medial plantar" } },
  { "lateral-plantar", N_ ("Lateral plantar nerve"), { "lateral plantar" } },
  { "fibular", N_ ("Fibular nerves"), { "fibular nerve" } },
  { "pudendal",
    N_ ("Pudendal and sacral nerves"),
    { "pudendal", "sacral nerves", "nerve to the levator ani" } },
  { "front-branches",
    N_ ("Front branches of the neck nerves"),
    { "front branches of c", "front branch of c", "front branches of the", "branches of c3",
      "-ninth" } },
  { "back-branches",
    N_ ("Back branches of the spinal nerves"),
    { "rear branches", "back branches", "deep back", "inner back branch" } },
};

static gboolean
is_named (guint nerve, const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  gboolean found = FALSE;

  for (guint i = 0; i < MOST_SIGNS && nerves[nerve].signs[i]; i++)
    {
      const char *sign = nerves[nerve].signs[i];

      if (*sign == '-' && strstr (folded, sign + 1))
        return FALSE;
      found = found || (*sign != '-' && strstr (folded, sign));
    }
  return found;
}

/**
 * unk_nerves_list:
 *
 * Returns: (transfer full) (element-type UnkPair): ids and names, from the head down
 */
GPtrArray *
unk_nerves_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (nerves); i++)
    {
      UnkPair *pair = g_new (UnkPair, 1);

      *pair = (UnkPair){ nerves[i].id, _ (nerves[i].name) };
      g_ptr_array_add (list, pair);
    }
  return list;
}

/**
 * unk_nerve_moves:
 * @nerve: which of unk_nerves_list()
 * @muscle: a muscle
 *
 * Returns: whether the atlas names the nerve for the muscle
 */
gboolean
unk_nerve_moves (guint nerve, const UnkMuscle *muscle)
{
  g_return_val_if_fail (nerve < G_N_ELEMENTS (nerves), FALSE);
  return is_named (nerve, muscle->nerve);
}
