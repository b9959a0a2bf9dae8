/* plain.c: every rule once more, slowly and obviously
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plain.h"

#include <string.h>

#include "model/date.h"
#include "plain-world.h"

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

/* The different organisations, or actors, with a letter in a row. */
static guint
count (const World *world,
       gint64       task,
       const char  *role,
       gboolean     actors)
{
  g_autoptr (GHashTable) different = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  EACH (world->entries, entry)
    {
      gint64 who = actors ? entry_actor (world, entry) : number (entry, "organisation");

      if (number (entry, "task") == task && says (entry, "role", role))
        g_hash_table_add (different, g_memdup2 (&who, sizeof who));
    }
  return g_hash_table_size (different);
}

static const char *
area (const SamsynRecord *organisation)
{
  return says (organisation, "sort", "district") ? "district_board" : text (organisation, "sort");
}

static gboolean
areas_clash (const World *world,
             gint64       task)
{
  EACH (world->entries, one)
    EACH (world->entries, other)
      {
        const SamsynRecord *left = record_of (world, number (one, "organisation"));
        const SamsynRecord *right = record_of (world, number (other, "organisation"));

        if (number (one, "task") == task && number (other, "task") == task && says (one, "role", "A") && says (other, "role", "A")
            && !says (left, "sort", "collective") && !says (right, "sort", "collective")
            && strcmp (area (left), area (right)) != 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_led (const World *world,
        gint64       task)
{
  EACH (world->entries, one)
    EACH (world->entries, other)
      if (number (one, "task") == task && number (other, "task") == task && says (one, "role", "R") && says (other, "role", "A")
          && entry_actor (world, one) == entry_actor (world, other))
        return TRUE;
  return FALSE;
}

static gboolean
is_claimed (const World *world,
            gint64       task,
            const char  *role)
{
  EACH (world->entries, entry)
    if (number (entry, "task") == task && says (entry, "role", role) && says (entry, "standing", "claimed"))
      return count (world, task, role, TRUE) > 1;
  return FALSE;
}

static void
judge_task (World              *world,
            const SamsynRecord *task)
{
  gint64 id = task->id;
  guint a = count (world, id, "A", FALSE), r = count (world, id, "R", FALSE), s = count (world, id, "S", FALSE);
  guint c = count (world, id, "C", FALSE), i = count (world, id, "I", FALSE);
  gboolean joint = says (task, "accountability", "joint"), by_area = says (task, "accountability", "by_area");
  g_autofree char *performers = samsyn_store_setting (world->store, "findings.performers", "lead");

  if (a == 0)
    found (world, "no-accountable", id, 0);
  if (r == 0)
    found (world, "no-performer", id, 0);
  if (count (world, id, "A", TRUE) > 1 && !joint && (!by_area || areas_clash (world, id)))
    found (world, "many-accountable", id, 0);
  if (count (world, id, "R", TRUE) > 1 && !joint && !by_area
      && (strcmp (performers, "one") == 0 || (strcmp (performers, "lead") == 0 && !is_led (world, id))))
    found (world, "several-performers", id, 0);
  if (!by_area && (is_claimed (world, id, "A") || is_claimed (world, id, "R")))
    found (world, "several-claims", id, 0);
  if ((int) c > setting (world, "findings.many-consulted", 5))
    found (world, "many-consulted", id, 0);
  if ((int) i > setting (world, "findings.many-informed", 8))
    found (world, "many-informed", id, 0);
  if (a + r > 0 && c == 0 && i == 0)
    found (world, "nobody-consulted", id, 0);
  if (s > 0 && r == 0)
    found (world, "support-without-performer", id, 0);
}

/* ---- Hand-overs ------------------------------------------------------------------------------------------------------------ */

static gboolean
document_settles (const World *world,
                  gint64       document)
{
  const SamsynRecord *record = record_of (world, document);

  return (says (record, "sort", "routine") || says (record, "sort", "agreement")) && is_on (record, world->date);
}

static gboolean
is_tied (const World *world,
         gint64       id)
{
  EACH (world->ties, tie)
    {
      gint64 other = number (tie, "from") == id ? number (tie, "to") : number (tie, "to") == id ? number (tie, "from") : 0;
      const SamsynRecord *record = record_of (world, other);

      if (record == NULL)
        continue;
      if ((strcmp (record->kind->id, "document") == 0 && document_settles (world, other))
          || (strcmp (record->kind->id, "agreement") == 0 && agreement_holds (world, other)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says_how (const World        *world,
          const SamsynRecord *entry)
{
  gint64 commitment = number (entry, "commitment"), basis = number (entry, "basis");

  return is_tied (world, entry->id) || (basis != 0 && document_settles (world, basis))
         || (commitment != 0 && agreement_holds (world, number (record_of (world, commitment), "agreement")));
}

static gboolean
have_agreed (const World *world,
             gint64       one,
             gint64       other)
{
  EACH (world->signers, p)
    EACH (world->signers, q)
      if (p != q && number (p, "agreement") == number (q, "agreement") && agreement_holds (world, number (p, "agreement"))
          && (says (p, "status", "signed") || says (p, "status", "decided"))
          && (says (q, "status", "signed") || says (q, "status", "decided"))
          && speaks_for (world, number (p, "organisation"), one)
          && speaks_for (world, number (q, "organisation"), other))
        return TRUE;
  return FALSE;
}

static gboolean
is_handed_over (const World        *world,
                const SamsynRecord *performs)
{
  if (says_how (world, performs) || is_tied (world, number (performs, "task")))
    return TRUE;
  EACH (world->entries, answers)
    {
      const SamsynRecord *who = record_of (world, number (answers, "organisation"));

      if (number (answers, "task") != number (performs, "task") || !says (answers, "role", "A"))
        continue;
      if (entry_actor (world, answers) == entry_actor (world, performs) || says_how (world, answers)
          || (says (who, "sort", "collective") && speaks_for (world, who->id, number (performs, "organisation")))
          || have_agreed (world, number (performs, "organisation"), who->id))
        return TRUE;
    }
  return FALSE;
}

/* ---- Assignments ----------------------------------------------------------------------------------------------------------- */

static gboolean
is_a_or_r (const SamsynRecord *entry)
{
  return says (entry, "role", "A") || says (entry, "role", "R");
}

static void
judge_among_others (World              *world,
                    const SamsynRecord *entry)
{
  const SamsynRecord *task = record_of (world, number (entry, "task"));

  EACH (world->entries, other)
    {
      if (number (other, "task") != task->id)
        continue;
      if (says (entry, "standing", "practice") && is_a_or_r (entry) && !says (task, "accountability", "by_area")
          && says (other, "standing", "formal") && says (other, "role", text (entry, "role"))
          && entry_actor (world, other) != entry_actor (world, entry))
        found (world, "practice-against-formal", entry->id, 0);
      if (same_cell (entry, other) && !says (other, "role", text (entry, "role")) && !(is_a_or_r (entry) && is_a_or_r (other)))
        found (world, "odd-pair", task->id, number (entry, "organisation"));
    }
}

static void
judge_entry (World              *world,
             const SamsynRecord *entry)
{
  gint64 commitment = number (entry, "commitment"), basis = number (entry, "basis"), task = number (entry, "task");
  gint64 agreement = commitment != 0 ? number (record_of (world, commitment), "agreement") : 0;
  gint64 organisation = number (entry, "organisation");
  g_autofree char *before = samsyn_date_add_months (world->date, -setting (world, "findings.confirmed-months", 12));

  if (!is_on (record_of (world, organisation), world->date) || is_ended (world, record_of (world, organisation)))
    found (world, "ended-organisation", entry->id, 0);
  if (basis != 0 && !is_on (record_of (world, basis), world->date))
    found (world, "basis-not-in-force", entry->id, 0);
  if (agreement != 0 && agreement_holds (world, agreement) && !has_signed (world, agreement, organisation))
    found (world, "commitment-unsigned", entry->id, 0);
  if (says (entry, "standing", "disputed"))
    found (world, "disputed", entry->id, 0);
  if (is_a_or_r (entry) && basis == 0 && commitment == 0)
    found (world, "no-basis", task, 0);
  if (says (entry, "role", "R") && count (world, task, "A", FALSE) > 0 && !is_handed_over (world, entry))
    found (world, "no-agreement", task, organisation);
  if (strcmp (text (entry, "confirmed_on"), before) < 0 && strcmp (text (entry, "valid_from"), before) < 0)
    found (world, "unconfirmed", organisation, 0);
  judge_among_others (world, entry);
}

static void
judge_commitment (World              *world,
                  const SamsynRecord *assignment)
{
  gint64 commitment = number (assignment, "commitment");
  gint64 agreement = commitment != 0 ? number (record_of (world, commitment), "agreement") : 0;
  const SamsynRecord *task = record_of (world, number (assignment, "task"));

  if (agreement == 0 || number (assignment, "scenario") != 0 || !agreement_holds (world, agreement)
      || !has_signed (world, agreement, number (assignment, "organisation")) || !is_row (world, task)
      || strcmp (text (assignment, "valid_from"), world->date) > 0)
    return;
  EACH (world->entries, entry)
    if (number (entry, "task") == task->id && says (entry, "role", text (assignment, "role"))
        && entry_actor (world, entry) == entry_actor (world, assignment))
      return;
  found (world, "commitment-broken", assignment->id, 0);
}

/* ---- In time --------------------------------------------------------------------------------------------------------------- */

static gboolean
comes_before (const SamsynRecord *a,
              const SamsynRecord *b)
{
  int order = strcmp (text (a, "valid_from"), text (b, "valid_from"));

  return order < 0 || (order == 0 && a->id < b->id);
}

static const char *
end_of (const SamsynRecord *record)
{
  return says (record, "valid_to", "") ? "9999-99-99" : text (record, "valid_to");
}

static void
judge_time (World              *world,
            const SamsynRecord *next)
{
  const SamsynRecord *reach = NULL;
  const char *last;

  if (!has_place (world, next) || says (next, "role", "none") || number (next, "scenario") != layer (world, next))
    return;
  /* The earliest of those that reach furthest. */
  EACH (world->assignments, other)
    if (same_cell (other, next) && says (other, "role", text (next, "role"))
        && number (other, "scenario") == number (next, "scenario")
        && comes_before (other, next)
        && (reach == NULL || strcmp (end_of (other), end_of (reach)) > 0
            || (strcmp (end_of (other), end_of (reach)) == 0 && comes_before (other, reach))))
      reach = other;
  if (reach == NULL)
    return;
  last = strcmp (end_of (reach), end_of (next)) < 0 ? end_of (reach) : end_of (next);
  if (strcmp (text (next, "valid_from"), end_of (reach)) <= 0)
    {
      if (strcmp (last, world->date) >= 0)
        found (world, "overlap", reach->id, next->id);
    }
  else if (samsyn_date_days (end_of (reach), text (next, "valid_from")) > 1
           && strcmp (text (next, "valid_from"), world->date) > 0)
    found (world, "gap", reach->id, next->id);
}

/* ---- Columns --------------------------------------------------------------------------------------------------------------- */

static guint
rows_of (const World *world,
         gint64       organisation,
         const char  *role)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  EACH (world->entries, entry)
    {
      gint64 task = number (entry, "task");

      if (number (entry, "organisation") == organisation && (role == NULL || says (entry, "role", role)))
        g_hash_table_add (rows, g_memdup2 (&task, sizeof task));
    }
  return g_hash_table_size (rows);
}

static void
judge_organisation (World *world,
                    gint64 id,
                    guint  n_tasks)
{
  guint any = rows_of (world, id, NULL);

  if ((int) rows_of (world, id, "A") > setting (world, "findings.many-accountabilities", 15))
    found (world, "many-accountabilities", id, 0);
  if ((int) rows_of (world, id, "R") > setting (world, "findings.many-performances", 20))
    found (world, "many-performances", id, 0);
  if (any > 0 && rows_of (world, id, "A") == 0 && rows_of (world, id, "R") == 0)
    found (world, "only-supporting", id, 0);
  if (any > 0 && any == n_tasks && (int) any >= setting (world, "findings.every-row", 5))
    found (world, "every-row", id, 0);
}

/* ---- All ----------------------------------------------------------------------------------------------------------------- */

GHashTable *
plain_findings (SamsynStore *store,
                const char  *date,
                gint64       scenario)
{
  World world;
  guint n_tasks = 0;

  world_begin (&world, store, date, scenario);
  EACH (world.tasks, task)
    if (is_row (&world, task))
      {
        n_tasks++;
        judge_task (&world, task);
      }
  EACH (world.entries, entry)
    judge_entry (&world, entry);
  EACH (world.assignments, assignment)
    {
      judge_commitment (&world, assignment);
      judge_time (&world, assignment);
    }
  EACH (world.organisations, organisation)
    judge_organisation (&world, organisation->id, n_tasks);
  world_end (&world);
  return world.found;
}

char *
plain_cell (SamsynStore *store,
            gint64       task,
            gint64       organisation,
            const char  *date,
            gint64       scenario)
{
  World world;
  GString *letters = g_string_new (NULL);

  world_begin (&world, store, date, scenario);
  for (const char *role = "RASCI"; *role != '\0'; role++)
    EACH (world.entries, entry)
      if (number (entry, "task") == task && number (entry, "organisation") == organisation && *text (entry, "role") == *role
          && (letters->len == 0 || letters->str[letters->len - 1] != *role))
        g_string_append_c (letters, *role);
  g_hash_table_unref (world.found);
  world_end (&world);
  return g_string_free (letters, FALSE);
}
