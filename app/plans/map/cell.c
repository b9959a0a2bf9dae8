/* cell.c: what typing in a cell of the map changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cell.h"

#include "kinds/kinds.h"
#include "model/date.h"
#include "model/words.h"

#define BIT(role) (1u << (role))
#define PAIR (BIT (SAMSYN_ROLE_A) | BIT (SAMSYN_ROLE_R))

/* A cell as the workspace has it. */
typedef struct
{
  SamsynStore      *store;
  const SamsynCell *cell;
  GPtrArray        *own;     /* SamsynRecord: of the cell's scenario, or (0) in force; at all times */
  GPtrArray        *current; /* those of them that hold on the date; not owned */
  GPtrArray        *in_force; /* SamsynRecord: what a scenario's cell would replace on the date */
  GPtrArray        *changes;
} Plan;

static gboolean
holds (const SamsynRecord *record,
       const char         *date)
{
  const char *from = samsyn_record_text (record, "valid_from"), *to = samsyn_record_text (record, "valid_to");

  return (from == NULL || g_strcmp0 (from, date) <= 0) && (to == NULL || g_strcmp0 (date, to) <= 0);
}

static guint
letter_of (const SamsynRecord *record)
{
  return BIT (samsyn_role_find (samsyn_record_text (record, "role")));
}

static guint
letters_of (const GPtrArray *records)
{
  guint letters = 0;

  for (guint i = 0; i < records->len; i++)
    letters |= letter_of (g_ptr_array_index (records, i));
  return letters;
}

static gboolean
read_cell (Plan    *plan,
           GError **error)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("assignment"));
  g_autoptr (GArray) ids = NULL;

  samsyn_query_where_integer (query, "task", SAMSYN_QUERY_EQUAL, plan->cell->task);
  samsyn_query_where_integer (query, "organisation", SAMSYN_QUERY_EQUAL, plan->cell->organisation);
  samsyn_query_order (query, "role", FALSE);
  ids = samsyn_store_ids (plan->store, query, 0, 0, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      SamsynRecord *record = samsyn_record_fetch (plan->store, g_array_index (ids, gint64, i), error);
      gint64 scenario = record != NULL ? samsyn_record_integer (record, "scenario", 0) : 0;

      if (record == NULL)
        return FALSE;
      if (scenario == plan->cell->scenario)
        g_ptr_array_add (plan->own, record);
      else if (scenario == 0 && holds (record, plan->cell->date))
        g_ptr_array_add (plan->in_force, record);
      else
        samsyn_record_free (record);
      if (scenario == plan->cell->scenario && holds (record, plan->cell->date))
        g_ptr_array_add (plan->current, record);
    }
  return ids != NULL;
}

static void
plan_free (Plan *plan)
{
  g_ptr_array_unref (plan->own);
  g_ptr_array_unref (plan->current);
  g_ptr_array_unref (plan->in_force);
  g_clear_pointer (&plan->changes, g_ptr_array_unref);
  g_free (plan);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Plan, plan_free)

static Plan *
plan_new (SamsynStore      *store,
          const SamsynCell *cell,
          GError          **error)
{
  g_autoptr (Plan) plan = g_new0 (Plan, 1);

  plan->store = store;
  plan->cell = cell;
  plan->own = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_record_free);
  plan->current = g_ptr_array_new ();
  plan->in_force = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_record_free);
  plan->changes = samsyn_changes_new ();
  if (!samsyn_scenario_check_open (store, cell->scenario, error) || !read_cell (plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/* ---- Making ---------------------------------------------------------------------------------------------------------------- */

/* The day after the cell's last assignment before the date has ended, and the day before its next one begins; NULL: open. */
static void
fit (const Plan *plan,
     char      **from,
     char      **to)
{
  const char *ended = NULL, *begins = NULL;

  for (guint i = 0; i < plan->own->len; i++)
    {
      const SamsynRecord *record = g_ptr_array_index (plan->own, i);
      const char *start = samsyn_record_text (record, "valid_from"), *end = samsyn_record_text (record, "valid_to");

      if (end != NULL && g_strcmp0 (end, plan->cell->date) < 0 && g_strcmp0 (end, ended) > 0)
        ended = end;
      if (start != NULL && g_strcmp0 (start, plan->cell->date) > 0 && (begins == NULL || g_strcmp0 (start, begins) < 0))
        begins = start;
    }
  *from = ended != NULL ? samsyn_date_add_days (ended, 1) : NULL;
  *to = begins != NULL ? samsyn_date_add_days (begins, -1) : NULL;
}

/* The assignment in force with that letter: its basis goes into the scenario's copy. */
static SamsynRecord *
pattern (const Plan *plan,
         SamsynRole  role)
{
  const SamsynKind *kind = samsyn_kind_find ("assignment");
  gint64 id = samsyn_store_new_id (plan->store);

  for (guint i = 0; i < plan->in_force->len; i++)
    if (letter_of (g_ptr_array_index (plan->in_force, i)) == BIT (role))
      {
        SamsynRecord *copy = samsyn_record_copy (g_ptr_array_index (plan->in_force, i));

        copy->id = id;
        return copy;
      }
  return samsyn_record_new (kind, id);
}

static void
create (Plan       *plan,
        SamsynRole  role,
        const char *from,
        const char *to)
{
  SamsynRecord *record = pattern (plan, role);

  samsyn_record_put_integer (record, "task", plan->cell->task);
  samsyn_record_put_integer (record, "organisation", plan->cell->organisation);
  samsyn_record_put_integer (record, "scenario", plan->cell->scenario);
  samsyn_record_put_text (record, "role", samsyn_role_id (role));
  samsyn_record_put_text (record, "valid_from", from);
  samsyn_record_put_text (record, "valid_to", to);
  samsyn_changes_add (plan->changes, NULL, record);
}

/* Another letter is another statement: nobody has confirmed it yet. */
static void
correct (Plan               *plan,
         const SamsynRecord *record,
         SamsynRole          role)
{
  SamsynRecord *after = samsyn_record_copy (record);

  samsyn_record_put_text (after, "role", samsyn_role_id (role));
  samsyn_record_put_text (after, "confirmed_on", NULL);
  samsyn_record_put_integer (after, "confirmed_by", 0);
  samsyn_changes_add (plan->changes, samsyn_record_copy (record), after);
}

static void
begin (Plan      *plan,
       SamsynRole role)
{
  const SamsynRecord *beside = plan->current->len > 0 ? g_ptr_array_index (plan->current, 0) : NULL;
  g_autofree char *from = NULL, *to = NULL;

  if (beside == NULL)
    fit (plan, &from, &to);
  create (plan, role, beside != NULL ? samsyn_record_text (beside, "valid_from") : from,
          beside != NULL ? samsyn_record_text (beside, "valid_to") : to);
}

/* Makes the cell hold these letters on its date: what is right stays, the rest is corrected, then made or deleted. */
static GPtrArray *
make_letters (Plan    *plan,
              guint    wanted,
              GError **error)
{
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint next = 0;

  if (wanted == 0 && plan->in_force->len > 0)
    wanted = BIT (SAMSYN_ROLE_NONE);
  for (guint i = 0; i < plan->current->len; i++)
    {
      SamsynRecord *record = g_ptr_array_index (plan->current, i);
      guint letter = letter_of (record);

      if (!(wanted & letter))
        g_ptr_array_add (spare, record);
      wanted &= ~letter;
    }
  for (SamsynRole role = SAMSYN_ROLE_R; role <= SAMSYN_ROLE_NONE; role++)
    if ((wanted & BIT (role)) && next < spare->len)
      correct (plan, g_ptr_array_index (spare, next++), role);
    else if (wanted & BIT (role))
      begin (plan, role);
  for (; next < spare->len; next++)
    g_array_append_val (deleted, ((SamsynRecord *) g_ptr_array_index (spare, next))->id);
  if (!samsyn_changes_delete (plan->changes, plan->store, deleted, error))
    return NULL;
  return g_steal_pointer (&plan->changes);
}

/* What the reader of the map sees in the cell. */
static guint
seen (const Plan *plan)
{
  guint letters = letters_of (plan->current->len > 0 ? plan->current : plan->in_force);

  return letters & ~BIT (SAMSYN_ROLE_NONE);
}

/* ---- What is typed --------------------------------------------------------------------------------------------------------- */

GPtrArray *
samsyn_cell_plan_set (SamsynStore      *store,
                      const SamsynCell *cell,
                      SamsynRole        role,
                      GError          **error)
{
  g_autoptr (Plan) plan = plan_new (store, cell, error);

  if (plan == NULL)
    return NULL;
  if (seen (plan) == BIT (role) && plan->current->len <= 1)
    return samsyn_changes_new ();
  return make_letters (plan, BIT (role), error);
}

GPtrArray *
samsyn_cell_plan_add (SamsynStore      *store,
                      const SamsynCell *cell,
                      SamsynRole        role,
                      GError          **error)
{
  g_autoptr (Plan) plan = plan_new (store, cell, error);
  guint wanted;

  if (plan == NULL)
    return NULL;
  wanted = seen (plan) | BIT (role);
  if (wanted == BIT (role) || wanted == PAIR)
    return seen (plan) == wanted ? samsyn_changes_new () : make_letters (plan, wanted, error);
  g_set_error_literal (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_LETTERS,
                       _ ("Only A and R go together in one cell. Nothing was changed; type one letter, or A and then / and R."));
  return NULL;
}

GPtrArray *
samsyn_cell_plan_clear (SamsynStore      *store,
                        const SamsynCell *cell,
                        GError          **error)
{
  g_autoptr (Plan) plan = plan_new (store, cell, error);

  return plan != NULL ? make_letters (plan, 0, error) : NULL;
}

/* Lets a record end the day before the date; one that begins on the date is deleted instead. */
static void
end_before (Plan               *plan,
            const SamsynRecord *record,
            GArray             *deleted)
{
  SamsynRecord *after = NULL;
  g_autofree char *last = samsyn_date_add_days (plan->cell->date, -1);

  if (g_strcmp0 (samsyn_record_text (record, "valid_from"), plan->cell->date) == 0)
    {
      g_array_append_val (deleted, record->id);
      return;
    }
  after = samsyn_record_copy (record);
  samsyn_record_put_text (after, "valid_to", last);
  samsyn_changes_add (plan->changes, samsyn_record_copy (record), after);
}

GPtrArray *
samsyn_cell_plan_change (SamsynStore      *store,
                         const SamsynCell *cell,
                         SamsynRole        role,
                         GError          **error)
{
  g_autoptr (Plan) plan = plan_new (store, cell, error);
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *from = NULL, *to = NULL;

  if (plan == NULL)
    return NULL;
  if (plan->current->len == 1 && letters_of (plan->current) == BIT (role))
    return samsyn_changes_new ();
  fit (plan, &from, &to);
  for (guint i = 0; i < plan->current->len; i++)
    {
      const SamsynRecord *record = g_ptr_array_index (plan->current, i);
      const char *end = samsyn_record_text (record, "valid_to");

      /* The letter changes for the rest of the time that was known. */
      if (end != NULL && (to == NULL || g_strcmp0 (end, to) < 0))
        {
          g_free (to);
          to = g_strdup (end);
        }
      end_before (plan, record, deleted);
    }
  if (role != SAMSYN_ROLE_NONE || (cell->scenario != 0 && plan->in_force->len > 0))
    create (plan, role, cell->date, to);
  if (!samsyn_changes_delete (plan->changes, store, deleted, error))
    return NULL;
  return g_steal_pointer (&plan->changes);
}

GPtrArray *
samsyn_cell_plan_reset (SamsynStore      *store,
                        const SamsynCell *cell,
                        GError          **error)
{
  g_autoptr (Plan) plan = plan_new (store, cell, error);
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (plan == NULL)
    return NULL;
  for (guint i = 0; i < plan->own->len && cell->scenario != 0; i++)
    g_array_append_val (deleted, ((SamsynRecord *) g_ptr_array_index (plan->own, i))->id);
  if (!samsyn_changes_delete (plan->changes, store, deleted, error))
    return NULL;
  return g_steal_pointer (&plan->changes);
}
