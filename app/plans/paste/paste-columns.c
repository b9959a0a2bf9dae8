/* paste-columns.c: which field a pasted column goes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste-columns.h"

#include <string.h>

#include "model/fold.h"
#include "model/words.h"

/* ---- Headings -------------------------------------------------------------------------------------------------------------- */

/* A heading as it is matched: without regard to case, to the lines it is broken into, and to the mark of what must be filled
 * in. */
static char *
tidy (const char *text)
{
  g_autofree char *folded = samsyn_fold_match (text);
  g_autoptr (GString) tidied = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_len (tidied, c, g_utf8_next_char (c) - c);
    else if (tidied->len > 0 && tidied->str[tidied->len - 1] != ' ')
      g_string_append_c (tidied, ' ');
  while (tidied->len > 0 && strchr (" :*", tidied->str[tidied->len - 1]) != NULL)
    g_string_truncate (tidied, tidied->len - 1);
  return g_string_free (g_steal_pointer (&tidied), FALSE);
}

static gboolean
is_label (const char *heading,
          const char *label)
{
  g_autofree char *tidied = tidy (heading), *other = tidy (label);

  return *tidied != '\0' && g_str_equal (tidied, other);
}

gboolean
samsyn_paste_plan_has_field (const SamsynPastePlan *plan,
                             const SamsynField     *field)
{
  for (guint i = 0; i < plan->columns->len; i++)
    if (g_array_index (plan->columns, SamsynPasteColumn, i).field == field)
      return TRUE;
  return FALSE;
}

/* The field that the program calls so, in either language: by its label, as its tables of text do by its id, and above what names
 * a record also by the kind's label.  Of two with the same label one that has no column in the plan yet; the plan may be NULL. */
static const SamsynField *
find_field (const SamsynKind      *kind,
            const SamsynPastePlan *plan,
            const char            *heading)
{
  const SamsynField *found = NULL;

  for (const char *const *language = samsyn_languages (); *language != NULL; language++)
    for (guint i = 0; i < kind->n_fields; i++)
      if (is_label (heading, samsyn_field_label (&kind->fields[i], *language)) || is_label (heading, kind->fields[i].id))
        {
          if (plan == NULL || !samsyn_paste_plan_has_field (plan, &kind->fields[i]))
            return &kind->fields[i];
          found = &kind->fields[i];
        }
  for (const char *const *language = samsyn_languages (); found == NULL && *language != NULL; language++)
    if (kind->title[1] == NULL && is_label (heading, samsyn_kind_label (kind, *language)))
      found = samsyn_kind_field (kind, kind->title[0]);
  return found;
}

static gboolean
is_id_of_reference (const SamsynKind *kind,
                    const char       *heading,
                    const char       *language)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SAMSYN_TYPE_REFERENCE)
      {
        g_autofree char *label = g_strdup_printf (samsyn_words (language, "all-data", "%s (id)"),
                                                  samsyn_field_label (&kind->fields[i], language));

        if (is_label (heading, label))
          return TRUE;
      }
  return FALSE;
}

/* What the program itself writes above columns that are nothing to paste: values that follow from others, and ids. */
static gboolean
is_own (const SamsynKind *kind,
        const char       *heading)
{
  for (const char *const *language = samsyn_languages (); *language != NULL; language++)
    {
      for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
        if (is_label (heading, samsyn_derived_label (derived, *language)))
          return TRUE;
      if (is_label (heading, samsyn_words (*language, "all-data", "ID")) || is_id_of_reference (kind, heading, *language))
        return TRUE;
    }
  return FALSE;
}

gboolean
samsyn_paste_is_header (const SamsynKind *kind,
                        GPtrArray        *line)
{
  guint n_known = 0, n_given = 0;

  for (guint i = 0; i < line->len; i++)
    {
      const char *text = g_ptr_array_index (line, i);

      n_given += *text != '\0';
      n_known += find_field (kind, NULL, text) != NULL || is_own (kind, text);
    }
  return n_known > 1 || (n_known > 0 && 2 * n_known >= n_given);
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

static SamsynPasteColumn
column_of_heading (const SamsynPastePlan *plan,
                   const char            *heading)
{
  const SamsynField *field = find_field (plan->kind, plan, heading);

  if (field != NULL && !samsyn_paste_plan_has_field (plan, field))
    return (SamsynPasteColumn) { .field = field };
  if (field != NULL)
    return (SamsynPasteColumn) { .reason = SAMSYN_PASTE_TAKEN };
  if (is_own (plan->kind, heading))
    return (SamsynPasteColumn) { .reason = SAMSYN_PASTE_OWN };
  return (SamsynPasteColumn) { .reason = *heading != '\0' ? SAMSYN_PASTE_UNKNOWN : SAMSYN_PASTE_LEFT_OUT };
}

/* The cell of the headings, "" where there is none. */
static const char *
heading_at (const SamsynPastePlan *plan,
            guint                  column)
{
  GPtrArray *first = g_ptr_array_index (plan->lines, 0);

  return plan->has_header && column < first->len ? g_ptr_array_index (first, column) : "";
}

void
samsyn_paste_columns_name (SamsynPastePlan *plan)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      SamsynPasteColumn *column = &g_array_index (plan->columns, SamsynPasteColumn, i);
      const char *heading = heading_at (plan, i);

      g_free (column->heading);
      /* TRANSLATORS: a pasted column without a heading, by its number */
      column->heading = *heading != '\0' ? g_strdup (heading) : g_strdup_printf (C_ ("paste", "Column %u"), i + 1);
    }
}

void
samsyn_paste_columns_find (SamsynPastePlan *plan)
{
  guint n_columns = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    n_columns = MAX (n_columns, ((GPtrArray *) g_ptr_array_index (plan->lines, i))->len);
  for (guint i = 0; i < n_columns; i++)
    {
      SamsynPasteColumn column = { .field = NULL };

      if (plan->has_header)
        column = column_of_heading (plan, heading_at (plan, i));
      else if (i < plan->positions->len)
        column.field = g_ptr_array_index (plan->positions, i);
      g_array_append_val (plan->columns, column);
    }
  samsyn_paste_columns_name (plan);
}
