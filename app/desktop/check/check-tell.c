/* check-tell.c: what a check found, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "check-tell.h"

#include "model/words.h"

/* What is counted, if there is any. */
static void append_count (GString    *text,
                          const char *before,
                          guint       count,
                          const char *format,
                          ...) G_GNUC_PRINTF (4, 5);

static void
append_count (GString    *text,
              const char *before,
              guint       count,
              const char *format,
              ...)
{
  va_list arguments;

  if (count == 0)
    return;
  if (text->len > 0)
    g_string_append (text, before);
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

char *
samsyn_check_summary (const SamsynCheckup *checkup,
                      guint                n_mended)
{
  GString *text = g_string_new (NULL);

  append_count (text, " ", n_mended,
                samsyn_words_n (NULL, "%u fault was mended.",
                                "%u faults were mended.", n_mended), n_mended);
  if (checkup->n_faults == 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", _ ("The workspace is whole."));
  append_count (text, " ", checkup->n_faults,
                samsyn_words_n (NULL, "%u fault was found.",
                                "%u faults were found.", checkup->n_faults), checkup->n_faults);
  append_count (text, " ", checkup->n_repairable,
                samsyn_words_n (NULL, "%u of them can be repaired: search index and sort keys are made anew, after a backup.",
                                "%u of them can be repaired: search index and sort keys are made anew, after a backup.",
                                checkup->n_repairable),
                checkup->n_repairable);
  if (checkup->n_faults > checkup->n_repairable)
    g_string_append_printf (text, " %s",
                            _ ("What can’t be repaired stays as it is: give other values in its place, or restore a backup."));
  append_count (text, " ", checkup->n_remarks,
                samsyn_words_n (NULL, "There is %u remark; it is no fault.",
                                "There are %u remarks; they are no faults.", checkup->n_remarks), checkup->n_remarks);
  return g_string_free (text, FALSE);
}

/* Each stands by itself. */
static void
append (GString    *text,
        const char *paragraph)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paragraph);
}

char *
samsyn_check_details (const SamsynCheckup *checkup)
{
  guint more_faults = checkup->n_faults - checkup->faults->len, more_remarks = checkup->n_remarks - checkup->remarks->len;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < checkup->faults->len; i++)
    {
      const SamsynFault *fault = g_ptr_array_index (checkup->faults, i);
      /* TRANSLATORS: after a sentence about a fault of the workspace */
      g_autofree char *paragraph = g_strdup_printf ("%s %s", fault->text, fault->repairable ? _ ("Can be repaired.") : "");

      append (text, g_strchomp (paragraph));
    }
  append_count (text, "\n", more_faults,
                samsyn_words_n (NULL, "… and %u fault more", "… and %u faults more", more_faults), more_faults);
  for (guint i = 0; i < checkup->remarks->len; i++)
    {
      const SamsynFault *remark = g_ptr_array_index (checkup->remarks, i);
      /* TRANSLATORS: something that a check found, and that is no fault */
      g_autofree char *paragraph = g_strdup_printf (_ ("Remark: %s"), remark->text);

      append (text, paragraph);
    }
  append_count (text, "\n", more_remarks,
                samsyn_words_n (NULL, "… and %u remark more", "… and %u remarks more", more_remarks), more_remarks);
  return g_string_free (text, FALSE);
}
