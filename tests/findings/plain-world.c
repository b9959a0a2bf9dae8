/* plain-world.c: a workspace as the second set of rules sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plain-world.h"

#include <stdlib.h>
#include <string.h>

#include "kinds/kinds.h"

/* ---- Records --------------------------------------------------------------------------------------------------------------- */

const char *
text (const SamsynRecord *record,
      const char         *field)
{
  const char *content = samsyn_record_text (record, field);

  return content != NULL ? content : "";
}

gint64
number (const SamsynRecord *record,
        const char         *field)
{
  return samsyn_record_integer (record, field, 0);
}

gboolean
says (const SamsynRecord *record,
      const char         *field,
      const char         *content)
{
  return strcmp (text (record, field), content) == 0;
}

SamsynRecord *
record_of (const World *world,
           gint64       id)
{
  return g_hash_table_lookup (world->records, &id);
}

static GPtrArray *
all (World      *world,
     const char *kind)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (kind));
  g_autoptr (GArray) ids = samsyn_store_ids (world->store, query, 0, 0, NULL);
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      SamsynRecord *record = samsyn_store_get (world->store, g_array_index (ids, gint64, i), NULL);

      g_hash_table_insert (world->records, &record->id, record);
      g_ptr_array_add (list, record);
    }
  return list;
}

gboolean
is_on (const SamsynRecord *record,
       const char         *date)
{
  return (says (record, "valid_from", "") || strcmp (text (record, "valid_from"), date) <= 0)
         && (says (record, "valid_to", "") || strcmp (date, text (record, "valid_to")) <= 0);
}

gboolean
is_seen (const World        *world,
         const SamsynRecord *record)
{
  return number (record, "scenario") == 0 || number (record, "scenario") == world->scenario;
}

gboolean
is_ended (const World        *world,
          const SamsynRecord *record)
{
  EACH (world->endings, ending)
  if (number (record, "scenario") == 0 && number (ending, "record") == record->id
      && number (ending, "scenario") == world->scenario)
    return TRUE;
  return FALSE;
}

gboolean
is_row (const World        *world,
        const SamsynRecord *task)
{
  return is_seen (world, task) && is_on (task, world->date) && !is_ended (world, task);
}

gboolean
same_cell (const SamsynRecord *a,
           const SamsynRecord *b)
{
  return number (a, "task") == number (b, "task") && number (a, "organisation") == number (b, "organisation");
}

/* The scenario whose assignments fill the cell of this one on the date. */
gint64
layer (const World        *world,
       const SamsynRecord *assignment)
{
  EACH (world->assignments, other)
    if (world->scenario != 0 && same_cell (assignment, other) && number (other, "scenario") == world->scenario
        && is_on (other, world->date))
      return world->scenario;
  return 0;
}

gboolean
has_place (const World        *world,
           const SamsynRecord *assignment)
{
  const SamsynRecord *task = record_of (world, number (assignment, "task"));
  const SamsynRecord *organisation = record_of (world, number (assignment, "organisation"));

  return is_row (world, task) && is_seen (world, organisation);
}

static gboolean
is_in_map (const World        *world,
           const SamsynRecord *assignment)
{
  return has_place (world, assignment) && is_on (assignment, world->date) && !says (assignment, "role", "none")
         && number (assignment, "scenario") == layer (world, assignment);
}

gint64
actor (const World *world,
       gint64       organisation)
{
  while (number (record_of (world, organisation), "board") != 0)
    organisation = number (record_of (world, organisation), "board");
  return organisation;
}

gint64
entry_actor (const World        *world,
             const SamsynRecord *entry)
{
  return actor (world, number (entry, "organisation"));
}

gboolean
speaks_for (const World *world,
            gint64       party,
            gint64       organisation)
{
  gint64 above = organisation;

  while (above != 0 && above != party)
    above = number (record_of (world, above), "parent");
  return above == party || actor (world, party) == actor (world, organisation);
}

gboolean
agreement_holds (const World *world,
                 gint64       agreement)
{
  return says (record_of (world, agreement), "status", "signed") && is_on (record_of (world, agreement), world->date);
}

gboolean
has_signed (const World *world,
            gint64       agreement,
            gint64       organisation)
{
  EACH (world->signers, party)
    if (number (party, "agreement") == agreement && (says (party, "status", "signed") || says (party, "status", "decided"))
        && speaks_for (world, number (party, "organisation"), organisation))
      return TRUE;
  return FALSE;
}

int
setting (const World *world,
         const char  *name,
         int          otherwise)
{
  g_autofree char *value = samsyn_store_setting (world->store, name, NULL);

  return value != NULL ? atoi (value) : otherwise;
}

void
found (World      *world,
       const char *rule,
       gint64      one,
       gint64      other)
{
  g_hash_table_add (world->found, other != 0 ? g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, rule, one, other)
                                             : g_strdup_printf ("%s:%" G_GINT64_FORMAT, rule, one));
}

void
world_begin (World       *world,
             SamsynStore *store,
             const char  *date,
             gint64       scenario)
{
  static const char *const others[] = { "document", "agreement", "commitment" };

  *world = (World) { .store = store, .date = date, .scenario = scenario };
  world->records = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) samsyn_record_free);
  world->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->tasks = all (world, "task");
  world->organisations = all (world, "organisation");
  world->assignments = all (world, "assignment");
  world->signers = all (world, "party");
  world->ties = all (world, "link");
  world->endings = all (world, "ending");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_unref (all (world, others[i]));
  world->entries = g_ptr_array_new ();
  EACH (world->assignments, assignment)
    if (is_in_map (world, assignment))
      g_ptr_array_add (world->entries, assignment);
}

void
world_end (World *world)
{
  g_ptr_array_unref (world->tasks);
  g_ptr_array_unref (world->organisations);
  g_ptr_array_unref (world->assignments);
  g_ptr_array_unref (world->signers);
  g_ptr_array_unref (world->ties);
  g_ptr_array_unref (world->endings);
  g_ptr_array_unref (world->entries);
  g_hash_table_unref (world->records);
}
