/* compare.c: one map compared with another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare.h"

#include "kinds/kinds.h"

#define BIT(role) (1u << (role))

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

static void
compare_letters (SamsynComparison *comparison,
                 guint             task,
                 guint             organisation)
{
  guint before = samsyn_map_letters (comparison->before, task, organisation);
  guint after = samsyn_map_letters (comparison->after, task, organisation);
  const guint sides[] = { [SAMSYN_COMPARE_LOST] = before & ~after, [SAMSYN_COMPARE_GAINED] = after & ~before };

  for (SamsynCompareSide side = SAMSYN_COMPARE_LOST; side <= SAMSYN_COMPARE_GAINED; side++)
    for (SamsynRole role = SAMSYN_ROLE_R; role < SAMSYN_N_ROLES; role++)
      if (sides[side] & BIT (role))
        {
          const SamsynCompareLetter letter = { task, organisation, role, side };

          g_array_append_val (comparison->letters, letter);
        }
}

static gboolean
has_basis (const SamsynMap *map,
           guint            task,
           guint            organisation,
           int              document)
{
  guint n, first = samsyn_map_cell (map, task, organisation, &n);

  for (guint i = first; i < first + n; i++)
    if (SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].basis == document)
      return TRUE;
  return FALSE;
}

/* The bases of the cell in one map that the other has not; each once. */
static void
compare_bases (SamsynComparison *comparison,
               const SamsynMap  *map,
               const SamsynMap  *other,
               guint             task,
               guint             organisation,
               SamsynCompareSide side)
{
  guint n, first = samsyn_map_cell (map, task, organisation, &n), start = comparison->bases->len;

  for (guint i = first; i < first + n; i++)
    {
      const SamsynCompareBasis basis
        = { task, organisation, SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].basis, side };
      gboolean told = FALSE;

      for (guint j = start; j < comparison->bases->len; j++)
        told = told || g_array_index (comparison->bases, SamsynCompareBasis, j).document == basis.document;
      if (basis.document >= 0 && !told && !has_basis (other, task, organisation, basis.document))
        g_array_append_val (comparison->bases, basis);
    }
}

static guint
letters_of_row (const SamsynMap *map,
                guint            task)
{
  guint letters = 0;

  for (guint i = map->rows[task]; i < map->rows[task + 1]; i++)
    letters |= BIT (SAMSYN_ASSIGNMENTS (map->facts)[map->entries[i]].role);
  return letters;
}

static void
compare_row (SamsynComparison *comparison,
             guint             task)
{
  const guint answers = BIT (SAMSYN_ROLE_A) | BIT (SAMSYN_ROLE_R);
  const SamsynMap *before = comparison->before, *after = comparison->after;

  if (before->has_task[task] && !after->has_task[task])
    g_array_append_val (comparison->ended, task);
  else if (!before->has_task[task] && after->has_task[task])
    g_array_append_val (comparison->begun, task);
  else if (after->has_task[task] && (letters_of_row (before, task) & answers) && !(letters_of_row (after, task) & answers))
    g_array_append_val (comparison->orphaned, task);
}

static void
compare_column (SamsynComparison *comparison,
                guint             organisation)
{
  gboolean before = comparison->before->has_organisation[organisation], after = comparison->after->has_organisation[organisation];

  if (before && !after)
    g_array_append_val (comparison->organisations_ended, organisation);
  else if (!before && after)
    g_array_append_val (comparison->organisations_begun, organisation);
}

/* The organisations with a letter on either side, in the order of the map. */
static int
next_organisation (const SamsynMap *map,
                   guint            task,
                   guint           *at)
{
  return map->rows[task] + *at < map->rows[task + 1]
           ? (int) SAMSYN_ASSIGNMENTS (map->facts)[map->entries[map->rows[task] + *at]].organisation
           : G_MAXINT;
}

static void
compare_cells (SamsynComparison *comparison,
               guint             task)
{
  const SamsynMap *before = comparison->before, *after = comparison->after;
  guint i = 0, j = 0;

  for (;;)
    {
      int organisation = MIN (next_organisation (before, task, &i), next_organisation (after, task, &j));

      if (organisation == G_MAXINT)
        return;
      compare_letters (comparison, task, (guint) organisation);
      compare_bases (comparison, before, after, task, (guint) organisation, SAMSYN_COMPARE_LOST);
      compare_bases (comparison, after, before, task, (guint) organisation, SAMSYN_COMPARE_GAINED);
      while (next_organisation (before, task, &i) == organisation)
        i++;
      while (next_organisation (after, task, &j) == organisation)
        j++;
    }
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

static void
count_letters (const SamsynMap *map,
               guint            organisation,
               guint            counts[SAMSYN_N_ROLES])
{
  const SamsynAssignment *last = NULL;

  for (guint i = map->columns[organisation]; i < map->columns[organisation + 1]; i++)
    {
      const SamsynAssignment *entry = &SAMSYN_ASSIGNMENTS (map->facts)[map->column_entries[i]];

      counts[entry->role] += last == NULL || last->task != entry->task || last->role != entry->role;
      last = entry;
    }
}

static void
compare_load (SamsynComparison *comparison,
              guint             organisation)
{
  SamsynCompareLoad load = { .organisation = organisation };
  guint any = 0;

  count_letters (comparison->before, organisation, load.before);
  count_letters (comparison->after, organisation, load.after);
  for (SamsynRole role = SAMSYN_ROLE_R; role < SAMSYN_N_ROLES; role++)
    any += load.before[role] + load.after[role];
  if (any > 0)
    g_array_append_val (comparison->loads, load);
}

/* ---- Budgets --------------------------------------------------------------------------------------------------------------- */

static SamsynCompareBudget *
budget_of (GArray *budgets,
           int     organisation,
           int     year)
{
  const SamsynCompareBudget fresh = { organisation, year, 0, 0 };

  for (guint i = 0; i < budgets->len; i++)
    {
      SamsynCompareBudget *budget = &g_array_index (budgets, SamsynCompareBudget, i);

      if (budget->organisation == organisation && budget->year == year)
        return budget;
    }
  g_array_append_val (budgets, fresh);
  return &g_array_index (budgets, SamsynCompareBudget, budgets->len - 1);
}

static gboolean
add_budget (const SamsynValue *row,
            gpointer           data)
{
  SamsynComparison *comparison = data;
  SamsynCompareBudget *budget
    = budget_of (comparison->budgets, samsyn_facts_index (comparison->before->facts, samsyn_value_get_integer (&row[0], 0)),
                 (int) samsyn_value_get_integer (&row[1], 0));
  gint64 scenario = samsyn_value_get_integer (&row[3], 0), amount = samsyn_value_get_integer (&row[4], 0);

  if (g_strcmp0 (samsyn_value_get_text (&row[2]), "revenue") == 0)
    amount = -amount;
  if (samsyn_map_sees (comparison->before, scenario))
    budget->before += amount;
  if (samsyn_map_sees (comparison->after, scenario))
    budget->after += amount;
  return TRUE;
}

static int
compare_budgets (gconstpointer a,
                 gconstpointer b)
{
  const SamsynCompareBudget *left = a, *right = b;

  if (left->organisation != right->organisation)
    return left->organisation - right->organisation;
  return left->year - right->year;
}

static gboolean
read_budgets (SamsynComparison *comparison,
              SamsynStore      *store,
              GError          **error)
{
  static const char *const columns[] = { "organisation", "year", "sort", "scenario", "budget" };
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("budget_line"));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    samsyn_query_select (query, columns[i]);
  if (!samsyn_store_each (store, query, add_budget, comparison, error))
    return FALSE;
  for (guint i = comparison->budgets->len; i > 0; i--)
    {
      const SamsynCompareBudget *budget = &g_array_index (comparison->budgets, SamsynCompareBudget, i - 1);

      if (budget->before == budget->after)
        g_array_remove_index (comparison->budgets, i - 1);
    }
  g_array_sort (comparison->budgets, compare_budgets);
  return TRUE;
}

/* ---- Staff ----------------------------------------------------------------------------------------------------------------- */

static SamsynCompareStaff *
staff_of (GArray *staff,
          int     organisation)
{
  const SamsynCompareStaff fresh = { organisation, 0, 0 };

  for (guint i = 0; i < staff->len; i++)
    if (g_array_index (staff, SamsynCompareStaff, i).organisation == organisation)
      return &g_array_index (staff, SamsynCompareStaff, i);
  g_array_append_val (staff, fresh);
  return &g_array_index (staff, SamsynCompareStaff, staff->len - 1);
}

enum
{
  SEAT_ID,
  SEAT_REPRESENTS,
  SEAT_PERSON_ORGANISATION,
  SEAT_SHARE,
  SEAT_FROM,
  SEAT_TO,
  SEAT_SCENARIO
};

static gboolean
has_seat (const SamsynMap   *map,
          const SamsynValue *row)
{
  const SamsynPeriod held = { samsyn_day (samsyn_value_get_text (&row[SEAT_FROM]), 0),
                              samsyn_day (samsyn_value_get_text (&row[SEAT_TO]), SAMSYN_DAY_OPEN) };
  gint64 scenario = samsyn_value_get_integer (&row[SEAT_SCENARIO], 0);

  return samsyn_map_sees (map, scenario) && samsyn_period_holds (&held, map->day)
         && (scenario != 0 || !samsyn_facts_ends (map->facts, map->scenario, samsyn_value_get_integer (&row[SEAT_ID], 0)));
}

static gboolean
add_seat (const SamsynValue *row,
          gpointer           data)
{
  SamsynComparison *comparison = data;
  gint64 represents = samsyn_value_get_integer (&row[SEAT_REPRESENTS], 0);
  gint64 organisation = represents != 0 ? represents : samsyn_value_get_integer (&row[SEAT_PERSON_ORGANISATION], 0);
  double share = samsyn_value_get_number (&row[SEAT_SHARE], 0);
  SamsynCompareStaff *staff = staff_of (comparison->staff, samsyn_facts_index (comparison->before->facts, organisation));

  if (has_seat (comparison->before, row))
    staff->before += share;
  if (has_seat (comparison->after, row))
    staff->after += share;
  return TRUE;
}

static int
compare_staff (gconstpointer a,
               gconstpointer b)
{
  return ((const SamsynCompareStaff *) a)->organisation - ((const SamsynCompareStaff *) b)->organisation;
}

static gboolean
read_staff (SamsynComparison *comparison,
            SamsynStore      *store,
            GError          **error)
{
  static const char *const columns[] = { "@id", "represents", "person.organisation", "share_percent", "from", "to", "scenario" };
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("membership"));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    samsyn_query_select (query, columns[i]);
  if (!samsyn_store_each (store, query, add_seat, comparison, error))
    return FALSE;
  for (guint i = comparison->staff->len; i > 0; i--)
    {
      const SamsynCompareStaff *staff = &g_array_index (comparison->staff, SamsynCompareStaff, i - 1);

      /* Shares are whole or half percents; what is left of adding them is no change. */
      if (ABS (staff->before - staff->after) < 0.001)
        g_array_remove_index (comparison->staff, i - 1);
    }
  g_array_sort (comparison->staff, compare_staff);
  return TRUE;
}

/* ---- Findings -------------------------------------------------------------------------------------------------------------- */

static GPtrArray *
only_in (const SamsynFindings *findings,
         const SamsynFindings *others)
{
  GPtrArray *only = g_ptr_array_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < samsyn_findings_count (others); i++)
    g_hash_table_add (keys, (gpointer) samsyn_findings_get (others, i)->key);
  for (guint i = 0; i < samsyn_findings_count (findings); i++)
    if (!g_hash_table_contains (keys, samsyn_findings_get (findings, i)->key))
      g_ptr_array_add (only, (gpointer) samsyn_findings_get (findings, i));
  return only;
}

SamsynComparison *
samsyn_comparison_new (SamsynStore    *store,
                       SamsynMap      *before,
                       SamsynFindings *findings_before,
                       SamsynMap      *after,
                       SamsynFindings *findings_after,
                       GError        **error)
{
  g_autoptr (SamsynComparison) comparison = g_new0 (SamsynComparison, 1);

  comparison->before = before;
  comparison->after = after;
  comparison->findings_before = findings_before;
  comparison->findings_after = findings_after;
  comparison->letters = g_array_new (FALSE, FALSE, sizeof (SamsynCompareLetter));
  comparison->ended = g_array_new (FALSE, FALSE, sizeof (guint));
  comparison->begun = g_array_new (FALSE, FALSE, sizeof (guint));
  comparison->orphaned = g_array_new (FALSE, FALSE, sizeof (guint));
  comparison->organisations_ended = g_array_new (FALSE, FALSE, sizeof (guint));
  comparison->organisations_begun = g_array_new (FALSE, FALSE, sizeof (guint));
  comparison->staff = g_array_new (FALSE, FALSE, sizeof (SamsynCompareStaff));
  comparison->bases = g_array_new (FALSE, FALSE, sizeof (SamsynCompareBasis));
  comparison->loads = g_array_new (FALSE, FALSE, sizeof (SamsynCompareLoad));
  comparison->budgets = g_array_new (FALSE, FALSE, sizeof (SamsynCompareBudget));
  comparison->vanished = only_in (findings_before, findings_after);
  comparison->appeared = only_in (findings_after, findings_before);
  for (guint task = 0; task < before->facts->tasks->len; task++)
    {
      compare_row (comparison, task);
      compare_cells (comparison, task);
    }
  for (guint organisation = 0; organisation < before->facts->organisations->len; organisation++)
    {
      compare_column (comparison, organisation);
      compare_load (comparison, organisation);
    }
  return read_budgets (comparison, store, error) && read_staff (comparison, store, error) ? g_steal_pointer (&comparison) : NULL;
}

void
samsyn_comparison_free (SamsynComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_array_unref (comparison->letters);
  g_array_unref (comparison->ended);
  g_array_unref (comparison->begun);
  g_array_unref (comparison->orphaned);
  g_array_unref (comparison->organisations_ended);
  g_array_unref (comparison->organisations_begun);
  g_array_unref (comparison->staff);
  g_array_unref (comparison->bases);
  g_array_unref (comparison->loads);
  g_array_unref (comparison->budgets);
  g_ptr_array_unref (comparison->vanished);
  g_ptr_array_unref (comparison->appeared);
  g_free (comparison);
}
