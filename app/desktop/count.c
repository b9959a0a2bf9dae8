/* count.c: how many records there are, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "count.h"

#include "model/date.h"
#include "model/format.h"
#include "model/late.h"
#include "model/words.h"

static char *
number_text (gint64 number)
{
  static const SamsynField whole = { .id = "count", .type = SAMSYN_TYPE_INTEGER };
  SamsynValue value = samsyn_value_integer (number);

  return samsyn_value_display (NULL, &whole, NULL, &value);
}

/* "214 actions": labels begin with a capital, the middle of a sentence doesn't. */
char *
samsyn_count_records (const SamsynKind *kind,
                      gint64            number)
{
  const char *label = number == 1 ? samsyn_kind_label (kind, NULL) : samsyn_kind_plural (kind, NULL);
  const char *rest = g_utf8_next_char (label);
  g_autofree char *first = g_utf8_strdown (label, rest - label);
  g_autofree char *count = number_text (number);

  return g_strdup_printf ("%s %s%s", count, first, rest);
}

static gint64
count (SamsynStore          *store,
       const SamsynQuestion *question,
       gboolean              narrowed,
       gboolean              late)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (question->kind);
  g_autofree char *today = samsyn_today ();

  if (narrowed)
    samsyn_question_narrow (question, query);
  if (late)
    samsyn_query_where_late (query, today);
  return samsyn_store_count (store, query, NULL);
}

char *
samsyn_count_describe (SamsynStore          *store,
                       const SamsynQuestion *question)
{
  gboolean narrowed = samsyn_question_is_narrowed (question);
  gint64 all = count (store, question, FALSE, FALSE);
  gint64 found = narrowed ? count (store, question, TRUE, FALSE) : all;
  gint64 late = samsyn_kind_has_deadlines (question->kind) ? count (store, question, TRUE, TRUE) : 0;
  g_autofree char *records = NULL, *found_text = NULL, *text = NULL;

  if (all < 0 || found < 0)
    return NULL;
  records = samsyn_count_records (question->kind, all);
  found_text = number_text (found);
  /* TRANSLATORS: below a list that is filtered: "3 of 214 actions" */
  text = narrowed ? g_strdup_printf (C_ ("count", "%s of %s"), found_text, records) : g_strdup (records);
  if (late > 0)
    {
      g_autofree char *late_text = number_text (late);

      return g_strdup_printf (samsyn_words_n (NULL, "%s, %s late", "%s, %s of them late", (gulong) late), text, late_text);
    }
  return g_steal_pointer (&text);
}
