/* map-table.c: the responsibility map as a table of a workbook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-parts.h"

#include "kinds/kinds.h"
#include "model/words.h"
#include "reports/ask.h"

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

static const SamsynPackColumn first_columns[] = {
  { NC_ ("pack", "Process"), SAMSYN_COLUMN_TEXT, 22, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Task"), SAMSYN_COLUMN_TEXT, 40, SAMSYN_COLUMN_HEADER },
  { NULL },
};

/* How many columns each folds under; parents come before their units. */
static guint *
find_levels (const SamsynMapExtent *extent)
{
  const SamsynOrganisation *organisations = SAMSYN_ORGANISATIONS (extent->map->facts);
  guint n = extent->map->facts->organisations->len, *levels = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    if (organisations[i].parent >= 0)
      levels[i] = levels[organisations[i].parent] + extent->shown[organisations[i].parent];
  return levels;
}

static SamsynTable *
open_table (const SamsynMapExtent *extent,
            SamsynSheet           *sheet,
            const char            *language)
{
  SamsynTable *table = samsyn_columns_add_table (sheet, language, NULL, first_columns);
  g_autofree guint *levels = find_levels (extent);

  for (guint i = 0; i < extent->map->facts->organisations->len; i++)
    if (extent->shown[i])
      {
        guint column = samsyn_table_add_column (table, SAMSYN_ORGANISATIONS (extent->map->facts)[i].short_name,
                                                SAMSYN_COLUMN_LETTER, 4, 0);

        samsyn_table_fold_column (table, column, MIN (levels[i], DEEPEST_FOLD));
      }
  return table;
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

static void
add_comment (const SamsynMap *map,
             SamsynTable     *table,
             SamsynLookup    *behind,
             guint            first,
             guint            n,
             const char      *language)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      const SamsynAssignment *assignment = &SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]];
      const SamsynValue *row = samsyn_lookup_row (behind, assignment->id);

      if (row != NULL)
        tell_assignment (lines, row, assignment->role, language);
    }
  if (lines->len == 0)
    return;
  g_string_prepend (lines, "\n");
  g_string_prepend (lines,
                    SAMSYN_ORGANISATIONS (map->facts)[SAMSYN_ASSIGNMENTS (map->facts)[map->entries[first]].organisation].name);
  samsyn_table_comment (table, lines->str);
}

static void
add_row (const SamsynMapExtent *extent,
         SamsynTable           *table,
         SamsynLookup          *behind,
         guint                  task,
         const char            *language)
{
  const SamsynMap *map = extent->map;

  samsyn_table_text (table, samsyn_map_process_name (map->facts, task));
  samsyn_table_text (table, SAMSYN_TASKS (map->facts)[task].name);
  for (guint i = 0; i < map->facts->organisations->len; i++)
    if (extent->shown[i])
      {
        g_autofree char *letters = samsyn_map_letters_text (samsyn_map_letters (map, task, i));
        guint n, first = samsyn_map_cell (map, task, i, &n);

        samsyn_table_text (table, letters);
        if (behind != NULL && n > 0)
          add_comment (map, table, behind, first, n, language);
      }
}

void
samsyn_map_add_table (const SamsynMapExtent *extent,
                      SamsynSheet           *sheet,
                      SamsynLookup          *behind,
                      const char            *language)
{
  const SamsynFacts *facts = extent->map->facts;
  SamsynTable *table = open_table (extent, sheet, language);
  int last = SAMSYN_MAP_ALL;

  for (guint task = 0; task < facts->tasks->len; task++)
    {
      if (!samsyn_map_extent_has (extent, task))
        continue;
      samsyn_table_add_row (table);
      if (SAMSYN_TASKS (facts)[task].process != last)
        samsyn_table_group (table);
      last = SAMSYN_TASKS (facts)[task].process;
      add_row (extent, table, behind, task, language);
    }
}
