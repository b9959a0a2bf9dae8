/* map-lists.c: the tasks and the assignments of the responsibility map, as lists to filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"
#include "map-report.h"
#include "model/words.h"
#include "reports/ask.h"

/* ---- Tasks ----------------------------------------------------------------------------------------------------------------- */

static const SamsynPackColumn task_columns[] = {
  { NC_ ("pack", "Process"), SAMSYN_COLUMN_TEXT, 22, 0 },
  { NC_ ("pack", "Task"), SAMSYN_COLUMN_TEXT, 34, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Description"), SAMSYN_COLUMN_TEXT, 50, 0 },
  { NC_ ("pack", "Target group"), SAMSYN_COLUMN_TEXT, 22, 0 },
  { NC_ ("pack", "Time limit"), SAMSYN_COLUMN_TEXT, 22, 0 },
  { NC_ ("pack", "Accountability"), SAMSYN_COLUMN_STATE, 16, 0 },
  { NC_ ("pack", "Valid from"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Valid to"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Notes"), SAMSYN_COLUMN_TEXT, 30, 0 },
  { NULL },
};

enum
{
  DESCRIPTION,
  TARGET_GROUP,
  DEADLINE,
  ACCOUNTABILITY,
  TASK_FROM,
  TASK_TO,
  TASK_NOTES
};

static const char *
choice_of (const char        *kind_id,
           const char        *field_id,
           const SamsynValue *value,
           const char        *language)
{
  const SamsynKind *kind = samsyn_kind_find (kind_id);
  const char *choice = samsyn_value_get_text (value);

  return choice != NULL ? samsyn_choice_label (kind, samsyn_kind_field (kind, field_id), choice, language) : NULL;
}

gboolean
samsyn_map_report_add_tasks (SamsynMapReport *report,
                             SamsynSheet     *sheet,
                             GError         **error)
{
  const char *language = report->view.language;
  const SamsynFacts *facts = report->view.map->facts;
  g_autoptr (SamsynQuery) query = samsyn_ask ("task", language, "description", "target_group.name", "deadline", "accountability",
                                              "valid_from", "valid_to", "notes", NULL);
  g_autoptr (SamsynLookup) lookup = samsyn_lookup_new (report->view.store, query, error);
  SamsynTable *table = samsyn_columns_add_table (sheet, language, NULL, task_columns);

  for (guint task = 0; lookup != NULL && task < facts->tasks->len; task++)
    {
      const SamsynValue *row
        = report->view.map->has_task[task] ? samsyn_lookup_row (lookup, SAMSYN_TASKS (facts)[task].id) : NULL;

      if (row == NULL)
        continue;
      samsyn_table_add_row (table);
      samsyn_table_text (table, samsyn_map_process_name (facts, task));
      samsyn_table_text (table, SAMSYN_TASKS (facts)[task].name);
      samsyn_table_value (table, &row[DESCRIPTION]);
      samsyn_table_value (table, &row[TARGET_GROUP]);
      samsyn_table_value (table, &row[DEADLINE]);
      samsyn_table_text (table, choice_of ("task", "accountability", &row[ACCOUNTABILITY], language));
      samsyn_table_value (table, &row[TASK_FROM]);
      samsyn_table_value (table, &row[TASK_TO]);
      samsyn_table_value (table, &row[TASK_NOTES]);
    }
  return lookup != NULL;
}

/* ---- Assignments ----------------------------------------------------------------------------------------------------------- */

static const SamsynPackColumn assignment_columns[] = {
  { NC_ ("pack", "Process"), SAMSYN_COLUMN_TEXT, 20, 0 },
  { NC_ ("pack", "Task"), SAMSYN_COLUMN_TEXT, 30, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 26, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Letter"), SAMSYN_COLUMN_LETTER, 12, 0 },
  { NC_ ("pack", "Standing"), SAMSYN_COLUMN_STATE, 13, 0 },
  { NC_ ("pack", "Legal basis"), SAMSYN_COLUMN_TEXT, 30, 0 },
  { NC_ ("pack", "Place"), SAMSYN_COLUMN_TEXT, 16, 0 },
  { NC_ ("pack", "Commitment"), SAMSYN_COLUMN_TEXT, 22, 0 },
  { NC_ ("pack", "Valid from"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Valid to"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Confirmed"), SAMSYN_COLUMN_DATE, 13, 0 },
  { NC_ ("pack", "Confirmed by"), SAMSYN_COLUMN_TEXT, 20, 0 },
  { NULL },
};

static void
add_assignment (SamsynMapReport        *report,
                SamsynTable            *table,
                const SamsynAssignment *assignment,
                const SamsynValue      *row)
{
  const SamsynFacts *facts = report->view.map->facts;
  g_autofree char *commitment = samsyn_map_commitment (row);
  const SamsynRows by = { .n_rows = 1, .n_columns = SAMSYN_MAP_N_PATHS, .values = (SamsynValue *) row };
  g_autofree char *person = samsyn_ask_person (&by, 0, SAMSYN_MAP_BY);

  samsyn_table_add_row (table);
  samsyn_table_text (table, samsyn_map_process_name (facts, assignment->task));
  samsyn_table_text (table, SAMSYN_TASKS (facts)[assignment->task].name);
  samsyn_table_text (table, SAMSYN_ORGANISATIONS (facts)[assignment->organisation].name);
  samsyn_table_text (table, samsyn_role_id (assignment->role));
  samsyn_table_text (table, samsyn_map_standing (row, report->view.language));
  samsyn_table_value (table, &row[SAMSYN_MAP_BASIS]);
  samsyn_table_value (table, &row[SAMSYN_MAP_PLACE]);
  samsyn_table_text (table, commitment);
  samsyn_table_value (table, &row[SAMSYN_MAP_FROM]);
  samsyn_table_value (table, &row[SAMSYN_MAP_TO]);
  samsyn_table_value (table, &row[SAMSYN_MAP_CONFIRMED]);
  samsyn_table_text (table, person);
  if (report->scenario != NULL)
    samsyn_table_text (table, assignment->scenario != 0 ? report->scenario : NULL);
}

gboolean
samsyn_map_report_add_assignments (SamsynMapReport *report,
                                   SamsynSheet     *sheet,
                                   GError         **error)
{
  const SamsynMap *map = report->view.map;
  SamsynLookup *lookup = samsyn_map_report_behind (report, error);
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, assignment_columns);

  if (report->scenario != NULL)
    samsyn_table_add_column (table, samsyn_words (report->view.language, "pack", "Scenario"), SAMSYN_COLUMN_TEXT, 18, 0);
  for (guint i = 0; lookup != NULL && i < map->n_entries; i++)
    {
      const SamsynAssignment *assignment = &SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]];
      const SamsynValue *row = samsyn_lookup_row (lookup, assignment->id);

      if (row != NULL)
        add_assignment (report, table, assignment, row);
    }
  return lookup != NULL;
}
