/* map-counts.c: the responsibility map in numbers: by process, and by organisation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-report.h"
#include "model/words.h"

/* More bars than these cannot be told apart. */
#define MOST_BARS 12

/* ---- By process ------------------------------------------------------------------------------------------------------------ */

static const SamsynPackColumn overview_columns[] = {
  { NC_ ("pack", "Process"), SAMSYN_COLUMN_TEXT, 44, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Tasks"), SAMSYN_COLUMN_INTEGER, 12, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Without A"), SAMSYN_COLUMN_INTEGER, 12, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Without R"), SAMSYN_COLUMN_INTEGER, 12, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Errors"), SAMSYN_COLUMN_INTEGER, 12, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Warnings"), SAMSYN_COLUMN_INTEGER, 12, SAMSYN_COLUMN_TOTAL },
  { NC_ ("pack", "Notes of the rules"), SAMSYN_COLUMN_INTEGER, 14, SAMSYN_COLUMN_TOTAL },
  { NULL },
};

typedef struct
{
  guint tasks;
  guint without[2]; /* A, R */
  guint findings[SAMSYN_N_SEVERITIES];
} Counts;

static void
count_tasks (const SamsynMap *map,
             Counts          *counts)
{
  const SamsynRole roles[] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R };

  for (guint task = 0; task < map->facts->tasks->len; task++)
    {
      Counts *own = &counts[SAMSYN_TASKS (map->facts)[task].process + 1];
      guint letters = 0;

      if (!map->has_task[task])
        continue;
      for (guint i = map->rows[task]; i < map->rows[task + 1]; i++)
        letters |= 1u << SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].role;
      own->tasks++;
      for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
        own->without[i] += !(letters & (1u << roles[i]));
    }
}

/* Findings about no single task are counted last; accepted ones nowhere. */
static void
count_findings (const SamsynFindings *findings,
                Counts               *counts,
                guint                 last)
{
  for (guint i = 0; i < samsyn_findings_count (findings); i++)
    {
      const SamsynFinding *finding = samsyn_findings_get (findings, i);
      guint place = finding->task >= 0 ? (guint) (SAMSYN_TASKS (findings->facts)[finding->task].process + 1) : last;

      if (finding->state != SAMSYN_FINDING_ACCEPTED)
        counts[place].findings[finding->rule->severity]++;
    }
}

static void
add_counts (SamsynTable  *table,
            const char   *name,
            const Counts *counts)
{
  guint all = counts->tasks;

  for (guint i = 0; i < SAMSYN_N_SEVERITIES; i++)
    all += counts->findings[i];
  if (all == 0)
    return;
  samsyn_table_add_row (table);
  samsyn_table_text (table, name);
  samsyn_table_integer (table, counts->tasks);
  samsyn_table_integer (table, counts->without[0]);
  samsyn_table_integer (table, counts->without[1]);
  for (guint i = SAMSYN_N_SEVERITIES; i-- > 0;)
    samsyn_table_integer (table, counts->findings[i]);
}

gboolean
samsyn_map_report_add_overview (SamsynMapReport *report,
                                SamsynSheet     *sheet,
                                GError         **error)
{
  const SamsynFacts *facts = report->view.map->facts;
  guint last = facts->processes->len + 1;
  g_autofree Counts *counts = g_new0 (Counts, last + 1); /* without a process, the processes, without a task */
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, overview_columns);

  samsyn_sheet_set_one_page (sheet);
  count_tasks (report->view.map, counts);
  count_findings (report->findings, counts, last);
  for (guint i = 0; i < facts->processes->len; i++)
    add_counts (table, g_array_index (facts->processes, SamsynProcess, i).name, &counts[i + 1]);
  add_counts (table, samsyn_words (report->view.language, "pack", "Tasks without a process"), &counts[0]);
  add_counts (table, samsyn_words (report->view.language, "pack", "About an organisation as a whole"), &counts[last]);
  return TRUE;
}

/* ---- By organisation ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  guint organisation;
  guint counts[SAMSYN_N_ROLES];
  guint all;
} Load;

static const SamsynPackColumn organisation_columns[] = {
  { NC_ ("pack", "Organisation"), SAMSYN_COLUMN_TEXT, 46, SAMSYN_COLUMN_HEADER },
  { NULL },
};
static const SamsynRole load_order[] = { SAMSYN_ROLE_A, SAMSYN_ROLE_R, SAMSYN_ROLE_S, SAMSYN_ROLE_C, SAMSYN_ROLE_I };

/* Letters are called the same in every language. */
static void
add_letter_columns (SamsynTable      *table,
                    guint             n,
                    SamsynColumnFlags flags)
{
  for (guint i = 0; i < n; i++)
    samsyn_table_add_column (table, samsyn_role_id (load_order[i]), SAMSYN_COLUMN_INTEGER, 11, flags);
}

static int
compare_loads (gconstpointer a,
               gconstpointer b)
{
  const Load *one = a, *other = b;
  guint heavy = one->counts[SAMSYN_ROLE_A] + one->counts[SAMSYN_ROLE_R];
  guint other_heavy = other->counts[SAMSYN_ROLE_A] + other->counts[SAMSYN_ROLE_R];

  if (heavy != other_heavy)
    return heavy > other_heavy ? -1 : 1;
  if (one->all != other->all)
    return one->all > other->all ? -1 : 1;
  return one->organisation < other->organisation ? -1 : 1;
}

/* Whether two assignments of an organisation are one letter of the map: there may be two grounds for the same part. */
static gboolean
is_same_letter (const SamsynMap *map,
                guint            one,
                guint            other)
{
  const SamsynAssignment *assignments = SAMSYN_ASSIGNMENTS (map->facts);

  return assignments[one].task == assignments[other].task && assignments[one].role == assignments[other].role;
}

/* The heaviest first: by A and R, then by all letters. */
static GArray *
read_loads (const SamsynMap *map)
{
  GArray *loads = g_array_new (FALSE, TRUE, sizeof (Load));

  for (guint i = 0; i < map->facts->organisations->len; i++)
    {
      Load load = { .organisation = i };

      for (guint j = map->columns[i]; j < map->columns[i + 1]; j++)
        if (j == map->columns[i] || !is_same_letter (map, map->column_entries[j - 1], map->column_entries[j]))
          {
            load.counts[SAMSYN_ASSIGNMENTS (map->facts)[map->column_entries[j]].role]++;
            load.all++;
          }
      if (load.all > 0)
        g_array_append_val (loads, load);
    }
  g_array_sort (loads, compare_loads);
  return loads;
}

/* “Most A and R: the social administration, with 4 A and 12 R.” */
static char *
message_of (const SamsynMapReport *report,
            const Load            *first)
{
  return g_strdup_printf (samsyn_words (report->view.language, "pack", "Most A and R: %s, with %u A and %u R."),
                          SAMSYN_ORGANISATIONS (report->view.map->facts)[first->organisation].name,
                          first->counts[SAMSYN_ROLE_A], first->counts[SAMSYN_ROLE_R]);
}

static void
add_chart (SamsynMapReport *report,
           SamsynSheet     *sheet,
           const GArray    *loads)
{
  const char *language = report->view.language;
  const guint series[] = { 1, 2 };
  const char *title = samsyn_words (language, "pack", "The organisations with the most A and R");
  SamsynTable *table = samsyn_columns_add_table (sheet, language, title, organisation_columns);
  g_autofree char *message = message_of (report, &g_array_index (loads, Load, 0));

  add_letter_columns (table, G_N_ELEMENTS (series), 0);
  for (guint i = 0; i < MIN (loads->len, MOST_BARS); i++)
    {
      const Load *load = &g_array_index (loads, Load, i);

      samsyn_table_add_row (table);
      samsyn_table_text (table, SAMSYN_ORGANISATIONS (report->view.map->facts)[load->organisation].short_name);
      samsyn_table_integer (table, load->counts[SAMSYN_ROLE_A]);
      samsyn_table_integer (table, load->counts[SAMSYN_ROLE_R]);
    }
  samsyn_sheet_add_chart (sheet, SAMSYN_CHART_COLUMN, title, message, table, 0, series, G_N_ELEMENTS (series));
}

gboolean
samsyn_map_report_add_load (SamsynMapReport *report,
                            SamsynSheet     *sheet,
                            GError         **error)
{
  g_autoptr (GArray) loads = read_loads (report->view.map);
  SamsynTable *table = samsyn_columns_add_table (sheet, report->view.language, NULL, organisation_columns);

  add_letter_columns (table, G_N_ELEMENTS (load_order), SAMSYN_COLUMN_TOTAL);
  samsyn_table_add_column (table, samsyn_words (report->view.language, "pack", "All letters"), SAMSYN_COLUMN_INTEGER, 14,
                           SAMSYN_COLUMN_TOTAL);
  for (guint i = 0; i < loads->len; i++)
    {
      const Load *load = &g_array_index (loads, Load, i);

      samsyn_table_add_row (table);
      samsyn_table_text (table, SAMSYN_ORGANISATIONS (report->view.map->facts)[load->organisation].name);
      for (guint j = 0; j < G_N_ELEMENTS (load_order); j++)
        samsyn_table_integer (table, load->counts[load_order[j]]);
      samsyn_table_integer (table, load->all);
    }
  add_chart (report, sheet, loads);
  return TRUE;
}
