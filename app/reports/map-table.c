/* map-table.c: the responsibility map as a table of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-parts.h"

#include "ask.h"
#include "kinds/kinds.h"
#include "model/words.h"

#define DEEPEST_FOLD 7

/* In the order in which they are read: who answers for it comes first. */
static const SamsynRole reading_order[] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R, SAMSYN_ROLE_S, SAMSYN_ROLE_C, SAMSYN_ROLE_I };

char *
samsyn_map_letters_text (guint letters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reading_order); i++)
    if (letters & (1u << reading_order[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "/" : "", samsyn_role_id (reading_order[i]));
  return g_string_free (text, FALSE);
}

const char *
samsyn_map_process_name (const SamsynFacts *facts,
                         guint              task)
{
  int process = SAMSYN_TASKS (facts)[task].process;

  return process >= 0 ? g_array_index (facts->processes, SamsynProcess, process).name : "";
}

static gboolean
is_shown (const SamsynMap *map,
          guint            task,
          int              process)
{
  return map->has_task[task] && (process == SAMSYN_MAP_ALL || SAMSYN_TASKS (map->facts)[task].process == process);
}

gboolean
samsyn_map_has_rows (const SamsynMap *map,
                     int              process)
{
  for (guint i = 0; i < map->facts->tasks->len; i++)
    if (is_shown (map, i, process))
      return TRUE;
  return FALSE;
}

/* ---- Behind a letter ------------------------------------------------------------------------------------------------------- */

SamsynLookup *
samsyn_map_look_up (SamsynStore *store,
                    const char  *language,
                    GError     **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("assignment", language, SAMSYN_MAP_ASSIGNMENT_PATHS, NULL);

  return samsyn_lookup_new (store, query, error);
}

static const char *
text_of (const SamsynValue *value)
{
  const char *text = samsyn_value_get_text (value);

  return text != NULL ? text : "";
}

char *
samsyn_map_commitment (const SamsynValue *row)
{
  const char *number = text_of (&row[SAMSYN_MAP_NUMBER]);

  return *number != '\0' ? g_strconcat (number, ", ", text_of (&row[SAMSYN_MAP_AGREEMENT]), NULL) : g_strdup ("");
}

const char *
samsyn_map_standing (const SamsynValue *row,
                     const char        *language)
{
  const SamsynKind *kind = samsyn_kind_find ("assignment");
  const char *standing = text_of (&row[SAMSYN_MAP_STANDING]);

  return *standing != '\0' ? samsyn_choice_label (kind, samsyn_kind_field (kind, "standing"), standing, language) : "";
}

/* A line “Basis: text”, unless there is nothing to say. */
static void
add_line (GString    *lines,
          const char *language,
          const char *name,
          const char *text)
{
  if (*text != '\0')
    g_string_append_printf (lines, "\n%s: %s", samsyn_words (language, "pack", name), text);
}

static void
tell_assignment (GString           *lines,
                 const SamsynValue *row,
                 SamsynRole         role,
                 const char        *language)
{
  const SamsynKind *kind = samsyn_kind_find ("assignment");
  const char *letter = samsyn_role_id (role);
  const char *place = text_of (&row[SAMSYN_MAP_PLACE]);
  g_autofree char *basis = g_strconcat (text_of (&row[SAMSYN_MAP_BASIS]), *place != '\0' ? ", " : "", place, NULL);
  g_autofree char *commitment = samsyn_map_commitment (row);

  g_string_append_printf (lines, "%s%s: %s", lines->len > 0 ? "\n\n" : "", letter,
                          samsyn_choice_label (kind, samsyn_kind_field (kind, "role"), letter, language));
  add_line (lines, language, NC_ ("pack", "Legal basis"), basis);
  add_line (lines, language, NC_ ("pack", "Commitment"), commitment);
  add_line (lines, language, NC_ ("pack", "Standing"), samsyn_map_standing (row, language));
  add_line (lines, language, NC_ ("pack", "Valid from"), text_of (&row[SAMSYN_MAP_FROM]));
  add_line (lines, language, NC_ ("pack", "Valid to"), text_of (&row[SAMSYN_MAP_TO]));
  add_line (lines, language, NC_ ("pack", "Confirmed"), text_of (&row[SAMSYN_MAP_CONFIRMED]));
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

/* An organisation is a column if it has a letter in the rows shown, or if two columns or more would fold under it. */
static guint8 *
find_columns (const SamsynMap *map,
              int              process)
{
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (map->facts);
  guint n = map->facts->organisations->len;
  guint8 *shown = g_new0 (guint8, n + 1);
  g_autofree guint *units = g_new0 (guint, n + 1);

  for (guint i = 0; i < map->n_entries; i++)
    {
      const SamsynAssignment *assignment = &SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]];

      if (is_shown (map, assignment->task, process))
        shown[assignment->organisation] = 1;
    }
  /* Units come after their parents: from the end, each parent has counted its own before it is asked. */
  for (guint i = n; i-- > 0;)
    {
      shown[i] |= units[i] >= 2;
      if (shown[i] && organisations[i].parent >= 0)
        units[organisations[i].parent]++;
    }
  return shown;
}

static guint
level_of (const SamsynMap *map,
          const guint8    *shown,
          guint            organisation)
{
  guint level = 0;

  for (int i = SAMSYN_ORGANISATIONS (map->facts)[organisation].parent; i >= 0; i = SAMSYN_ORGANISATIONS (map->facts)[i].parent)
    level += shown[i];
  return MIN (level, DEEPEST_FOLD);
}

static const SamsynPackColumn first_columns[] = {
  { NC_ ("pack", "Process"), SAMSYN_COLUMN_TEXT, 22, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Task"), SAMSYN_COLUMN_TEXT, 40, SAMSYN_COLUMN_HEADER },
  { NULL },
};

static SamsynTable *
open_table (const SamsynMapView *view,
            SamsynSheet         *sheet,
            const guint8        *shown)
{
  SamsynTable *table = samsyn_columns_add_table (sheet, view->language, NULL, first_columns);

  for (guint i = 0; i < view->map->facts->organisations->len; i++)
    if (shown[i])
      {
        guint column = samsyn_table_add_column (table, SAMSYN_ORGANISATIONS (view->map->facts)[i].short_name,
                                                SAMSYN_COLUMN_LETTER, 4, 0);

        samsyn_table_fold_column (table, column, level_of (view->map, shown, i));
      }
  return table;
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

static void
add_cell (const SamsynMapView *view,
          SamsynTable         *table,
          SamsynLookup        *lookup,
          guint                task,
          guint                organisation)
{
  g_autofree char *letters = samsyn_map_letters_text (samsyn_map_letters (view->map, task, organisation));
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n, first = samsyn_map_cell (view->map, task, organisation, &n);

  samsyn_table_text (table, letters);
  for (guint i = first; lookup != NULL && i < first + n; i++)
    {
      const SamsynAssignment *assignment = &SAMSYN_ASSIGNMENTS (view->map->facts)[view->map->entries[i]];
      const SamsynValue *row = samsyn_lookup_row (lookup, assignment->id);

      if (row != NULL)
        tell_assignment (lines, row, assignment->role, view->language);
    }
  if (lines->len > 0)
    {
      g_string_prepend (lines, "\n");
      g_string_prepend (lines, SAMSYN_ORGANISATIONS (view->map->facts)[organisation].name);
      samsyn_table_comment (table, lines->str);
    }
}

gboolean
samsyn_map_add_table (const SamsynMapView *view,
                      SamsynSheet         *sheet,
                      int                  process,
                      GError             **error)
{
  const SamsynFacts *facts = view->map->facts;
  g_autoptr (SamsynLookup) lookup = view->comments ? samsyn_map_look_up (view->store, view->language, error) : NULL;
  g_autofree guint8 *shown = find_columns (view->map, process);
  SamsynTable *table;
  int last = SAMSYN_MAP_ALL;

  if (view->comments && lookup == NULL)
    return FALSE;
  table = open_table (view, sheet, shown);
  for (guint task = 0; task < facts->tasks->len; task++)
    {
      if (!is_shown (view->map, task, process))
        continue;
      samsyn_table_add_row (table);
      if (SAMSYN_TASKS (facts)[task].process != last)
        samsyn_table_group (table);
      last = SAMSYN_TASKS (facts)[task].process;
      samsyn_table_text (table, samsyn_map_process_name (facts, task));
      samsyn_table_text (table, SAMSYN_TASKS (facts)[task].name);
      for (guint i = 0; i < facts->organisations->len; i++)
        if (shown[i])
          add_cell (view, table, lookup, task, i);
    }
  return TRUE;
}
