/* unk-finder-words.c: why a muscle stands where it stands, in words
 *
 * Each reason is a sentence of its own; they are put one after the other, never into each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "unk-finder.h"

/* A share that is worth a word, and a difference that is. */
#define WORTH_A_WORD 0.05
#define LITTLE_FOCUS 0.5

static int
percent (double share)
{
  return (int) lround (share * 100);
}

static char *
describe_zones (const UnkMatch *match)
{
  int essential = percent (match->essential), spillover = percent (match->spillover);

  if (essential && spillover)
    /* Translators: %d are percentages, %% is the percent sign */
    return g_strdup_printf (
      _ ("Its essential zone covers %d %% of what you marked, its spillover zone another %d %%."),
      essential, spillover);
  if (essential)
    return g_strdup_printf (_ ("Its essential zone covers %d %% of what you marked."), essential);
  if (spillover)
    return g_strdup_printf (
      _ ("Only its spillover zone reaches here; it covers %d %% of what you marked."), spillover);
  /* Translators: %d is a percentage, %% is the percent sign */
  return g_strdup_printf (_ ("Its zone lies right beside what you marked; %d %% is close to it."),
                          percent (match->near));
}

/**
 * unk_match_describe_places:
 * @match: a match
 *
 * Returns: (transfer full) (nullable): how many of the marked places it explains, as a sentence;
 * %NULL where only one is marked
 */
char *
unk_match_describe_places (const UnkMatch *match)
{
  if (match->n_places < 2)
    return NULL;
  if (match->n_explained == match->n_places)
    return match->n_places == 2
             ? g_strdup (_ ("It explains both places."))
             /* Translators: the number is at least three */
             : g_strdup_printf (ngettext ("It explains the one place.",
                                          "It explains all %u places.", match->n_places),
                                match->n_places);
  /* Translators: how many of how many marked places; the second number is at least two */
  return g_strdup_printf (
    ngettext ("It explains %u of %u place.", "It explains %u of %u places.", match->n_places),
    match->n_explained, match->n_places);
}

/**
 * unk_match_dup_reasons:
 * @match: a match
 *
 * Returns: (transfer full): why it stands where it stands: whole sentences in the user's language,
 * the weightiest first
 */
char **
unk_match_dup_reasons (const UnkMatch *match)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  g_autofree char *places = unk_match_describe_places (match);
  g_autofree char *zones = describe_zones (match);

  if (places)
    g_strv_builder_add (reasons, places);
  g_strv_builder_add (reasons, zones);
  if (match->focus >= LITTLE_FOCUS)
    {
      g_autofree char *focus =
        /* Translators: %d is a percentage, %% is the percent sign */
        g_strdup_printf (_ ("You marked %d %% of where one of its points is felt."),
                         percent (match->focus));

      g_strv_builder_add (reasons, focus);
    }
  for (guint i = 0; i < match->n_clues; i++)
    {
      g_autofree char *clue =
        /* Translators: something that the user ticked, such as “Sitting for long” */
        g_strdup_printf (_ ("Your clue “%s” fits it."), unk_text (match->clues[i]->text));

      g_strv_builder_add (reasons, clue);
    }
  if (match->tied)
    g_strv_builder_add (reasons, _ ("Others fit just as well."));
  return g_strv_builder_end (reasons);
}

/**
 * unk_match_describe:
 * @match: a match
 *
 * Returns: (transfer full): why it stands where it stands, sentences in the user's language
 */
char *
unk_match_describe (const UnkMatch *match)
{
  g_auto (GStrv) reasons = unk_match_dup_reasons (match);

  return g_strjoinv (" ", reasons);
}

static double
explained (const UnkMatch *match)
{
  return match->essential + match->spillover;
}

/* Against the one above: the differences that count, the weightiest first. */
static void
compare (const UnkMatch *match, const UnkMatch *above, GStrvBuilder *out)
{
  const char *name = unk_text (above->muscle->name);
  guint before = 0;
  char *text[5] = { NULL };

  if (match->n_explained < above->n_explained)
    /* Translators: the name of a muscle that stands higher */
    text[before++] = g_strdup_printf (_ ("%s explains more of the places."), name);
  if (explained (above) - explained (match) >= WORTH_A_WORD)
    text[before++] =
      /* Translators: the name of a muscle that stands higher, percentages */
      g_strdup_printf (_ ("The zones of %s cover more of what you marked: %d %% against %d %%."),
                       name, percent (explained (above)), percent (explained (match)));
  else if (above->essential - match->essential >= WORTH_A_WORD)
    text[before++] = g_strdup_printf (
      _ ("More of it lies in the essential zone of %s, where nearly everybody feels the pain."),
      name);
  if (sqrt (above->focus) - sqrt (match->focus) >= WORTH_A_WORD)
    text[before++] =
      /* Translators: the name of a muscle that stands higher, percentages */
      g_strdup_printf (_ ("What you marked fits the whole zone of %s more closely: %d %% of it is "
                          "marked, against %d %%."),
                       name, percent (above->focus), percent (match->focus));
  if (above->n_clues > match->n_clues)
    text[before++] = g_strdup_printf (_ ("More of your clues fit %s."), name);
  if (above->certainty - match->certainty >= 0.01)
    text[before++] =
      g_strdup_printf (_ ("The pattern of %s is better known or more common."), name);
  for (guint i = 0; i < before; i++)
    {
      g_strv_builder_add (out, text[i]);
      g_free (text[i]);
    }
}

/* What keeps the best match from being certain. */
static void
say_limits (const UnkMatch *match, GStrvBuilder *out)
{
  int open = 100 - MIN (100, percent (explained (match)));

  if (open >= 5)
    {
      g_autofree char *text =
        /* Translators: %d is a percentage, %% is the percent sign */
        g_strdup_printf (_ ("It leaves %d %% of what you marked unexplained."), open);

      g_strv_builder_add (out, text);
    }
  if (match->spillover >= WORTH_A_WORD)
    g_strv_builder_add (out, _ ("Spillover counts half: not everybody feels pain there."));
  if (match->focus < LITTLE_FOCUS)
    {
      g_autofree char *text =
        /* Translators: %d is a percentage, %% is the percent sign */
        g_strdup_printf (_ ("Only %d %% of its zone is marked."), percent (match->focus));

      g_strv_builder_add (out, text);
    }
  if (g_str_equal (match->muscle->certainty, "uncertain"))
    g_strv_builder_add (out, _ ("Few have described its pattern."));
}

/**
 * unk_match_why_not_higher:
 * @match: a match
 * @above: (nullable): the match that stands above it; %NULL for the best
 *
 * Returns: (transfer full): why it doesn't stand higher, sentences in the user's language; "" where
 * nothing speaks against it
 */
char *
unk_match_why_not_higher (const UnkMatch *match, const UnkMatch *above)
{
  g_autoptr (GStrvBuilder) out = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;

  if (above && above->rank == match->rank)
    {
      g_autofree char *text =
        /* Translators: the name of a muscle */
        g_strdup_printf (_ ("It fits as well as %s; the order between them means nothing."),
                         unk_text (above->muscle->name));

      g_strv_builder_add (out, text);
    }
  else if (above)
    compare (match, above, out);
  say_limits (match, out);
  sentences = g_strv_builder_end (out);
  return g_strjoinv (" ", sentences);
}

/**
 * unk_together_describe:
 * @together: a set
 *
 * Returns: (transfer full) (nullable): what the set explains, as a sentence in the user's language;
 * %NULL where there is none
 */
char *
unk_together_describe (const UnkTogether *together)
{
  if (!together->n)
    return NULL;
  /* Translators: a number of muscles, at least two; a percentage, %% is the percent sign */
  return g_strdup_printf (ngettext ("This %u muscle covers %d %% of what you marked.",
                                    "Together these %u muscles cover %d %% of what you marked.",
                                    together->n),
                          together->n, percent (together->covers));
}
