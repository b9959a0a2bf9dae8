/* history-text.c: steps as they are read on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "history-text.h"

#include "command.h"
#include "model/format.h"
#include "model/words.h"
#include "store/past.h"
#include "tame.h"

/* A step with more changes is told as counts. */
#define MANY_CHANGES 12

typedef struct
{
  SamsynStore *store;
  SamsynPast  *past;
  gint64       step; /* that is told */
  gboolean     of_record;
} History;

static const char *const verbs[] = {
  [SAMSYN_CHANGE_CREATE] = NC_ ("change", "new"),
  [SAMSYN_CHANGE_UPDATE] = NC_ ("change", "changed"),
  [SAMSYN_CHANGE_DELETE] = NC_ ("change", "deleted"),
};

/* A value takes one line. */
static void
print_tame (const char *text)
{
  g_autofree char *tame = samsyn_tame (text, TRUE);

  samsyn_call_printf ("%s", tame);
}

static char *
value_text (History           *history,
            const SamsynKind  *kind,
            const SamsynField *field,
            const SamsynValue *value)
{
  if (samsyn_value_is_null (value))
    return g_strdup ("–");
  if (samsyn_value_is_bent (value))
    return samsyn_value_display (kind, field, NULL, value);
  if (field->type == SAMSYN_TYPE_BODY)
    return g_strdup_printf (_ ("text no. %ld"), (long) value->integer);
  if (field->type == SAMSYN_TYPE_DATE)
    return samsyn_value_format (field, value);
  if (field->type == SAMSYN_TYPE_REFERENCE)
    {
      g_autofree char *title = samsyn_past_title (history->past, value->integer, history->step, NULL);

      return g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", title, value->integer);
    }
  return samsyn_value_display (kind, field, NULL, value);
}

static void
print_field (History                 *history,
             const SamsynChange      *change,
             const SamsynFieldChange *entry)
{
  const SamsynField *field = &change->kind->fields[entry->field];
  g_autofree char *before = value_text (history, change->kind, field, &entry->before);
  g_autofree char *after = value_text (history, change->kind, field, &entry->after);

  samsyn_call_printf ("      %s: ", samsyn_field_label (field, NULL));
  print_tame (before);
  samsyn_call_print (" → ");
  print_tame (after);
  samsyn_call_print ("\n");
}

static void
print_change (History            *history,
              const SamsynChange *change)
{
  g_autofree char *title = samsyn_past_title (history->past, change->record, history->step, NULL);

  samsyn_call_printf ("  %s: %s %" G_GINT64_FORMAT " ", C_ ("change", verbs[change->type]),
                      samsyn_kind_label (change->kind, NULL), change->record);
  print_tame (title);
  samsyn_call_print ("\n");
  for (guint i = 0; i < change->fields->len; i++)
    if (history->of_record || change->type == SAMSYN_CHANGE_UPDATE)
      print_field (history, change, &g_array_index (change->fields, SamsynFieldChange, i));
}

static void
print_counts (GPtrArray *changes)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      g_autofree char *what
          = g_strdup_printf ("%s: %s", C_ ("change", verbs[change->type]), samsyn_kind_plural (change->kind, NULL));
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, what));
      gpointer kept;

      if (count == 0)
        g_ptr_array_add (order, g_strdup (what));
      kept = g_strdup (what);
      g_hash_table_replace (counts, kept, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < order->len; i++)
    {
      g_autofree char *what = g_ptr_array_index (order, i);

      samsyn_call_printf ("  %s: %u\n", what, GPOINTER_TO_UINT (g_hash_table_lookup (counts, what)));
    }
}

static gboolean
print_step (const SamsynStep *step,
            GPtrArray        *changes,
            gpointer          data)
{
  History *history = data;
  g_autofree char *at = samsyn_clock_date_time (samsyn_store_clock (history->store), step->at);

  history->step = step->id;
  samsyn_call_printf ("%" G_GINT64_FORMAT "  %s  %s  ", step->id, at, samsyn_step_words (step->code));
  if (step->undoes != 0)
    samsyn_call_printf (_ ("(step %ld)  "), (long) step->undoes);
  print_tame (step->author);
  samsyn_call_print ("\n");
  if (!history->of_record && changes->len > MANY_CHANGES)
    print_counts (changes);
  else
    for (guint i = 0; i < changes->len; i++)
      print_change (history, g_ptr_array_index (changes, i));
  return TRUE;
}

gboolean
samsyn_history_print_text (SamsynStore *store,
                           gint64       record,
                           GError     **error)
{
  g_autoptr (SamsynPast) past = samsyn_past_new (store);
  History history = { .store = store, .past = past, .of_record = record != 0 };

  return samsyn_store_history (store, record, print_step, &history, error);
}
