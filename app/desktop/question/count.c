/* count.c: how many records there are, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "count.h"

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

/* ---- Counting -------------------------------------------------------------------------------------------------------------- */

/* Few enough to be counted within a frame, wherever on the disk they lie. */
#define SLICE 2000

void
samsyn_count_begin (SamsynCount          *count,
                    SamsynStore          *store,
                    const SamsynQuestion *question)
{
  *count = (SamsynCount) { .store = store, .question = question };
}

static SamsynQuery *
new_query (const SamsynCount *count)
{
  SamsynQuery *query = samsyn_query_new (count->question->kind);

  samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_GREATER, count->from);
  return query;
}

/* The id of the slice's last record; beyond all ids where the rest is one slice. */
static gint64
end_of_slice (const SamsynCount *count)
{
  g_autoptr (SamsynQuery) query = new_query (count);
  g_autoptr (GArray) last = NULL;

  samsyn_query_order (query, "@id", FALSE);
  last = samsyn_store_ids (count->store, query, SLICE - 1, 1, NULL);
  return last != NULL && last->len > 0 ? g_array_index (last, gint64, 0) : G_MAXINT64;
}

/* What can't be counted counts for nothing: the list itself tells why. */
static gint64
count_slice (const SamsynCount *count,
             gint64             end,
             gboolean           narrowed,
             gboolean           late)
{
  g_autoptr (SamsynQuery) query = new_query (count);
  g_autofree char *today = samsyn_clock_today (samsyn_store_clock (count->store));

  samsyn_query_where_integer (query, "@id", SAMSYN_QUERY_AT_MOST, end);
  if (narrowed)
    samsyn_question_narrow (count->question, samsyn_store_clock (count->store), query);
  if (late)
    samsyn_query_where_late (query, today);
  return MAX (samsyn_store_count (count->store, query, NULL), 0);
}

gboolean
samsyn_count_go_on (SamsynCount *count)
{
  gboolean narrowed = samsyn_question_is_narrowed (count->question);
  gint64 end = end_of_slice (count), all = count_slice (count, end, FALSE, FALSE);

  count->all += all;
  count->found += narrowed ? count_slice (count, end, TRUE, FALSE) : all;
  if (samsyn_kind_has_deadlines (count->question->kind))
    count->late += count_slice (count, end, TRUE, TRUE);
  count->from = end;
  return end < G_MAXINT64;
}

char *
samsyn_count_describe (const SamsynCount *count)
{
  gboolean narrowed = samsyn_question_is_narrowed (count->question);
  g_autofree char *records = samsyn_count_records (count->question->kind, count->all);
  g_autofree char *found = number_text (count->found), *text = NULL;

  /* TRANSLATORS: below a list that is filtered: "3 of 214 actions" */
  text = narrowed ? g_strdup_printf (C_ ("count", "%s of %s"), found, records) : g_strdup (records);
  if (count->late > 0)
    {
      g_autofree char *late = number_text (count->late);

      return g_strdup_printf (samsyn_words_n (NULL, "%s, %s late", "%s, %s of them late", (gulong) count->late), text, late);
    }
  return g_steal_pointer (&text);
}
