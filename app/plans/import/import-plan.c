/* import-plan.c: which records a document speaks of
 *
 * Before a value is read all records are known by their keys and ids, so that a reference may lead forwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-plan.h"

#include "kinds/kinds.h"
#include "model/door.h"
#include "model/words.h"

const SamsynKind *
samsyn_import_plan_stored_kind (SamsynImportPlan *plan,
                                gint64            id)
{
  gpointer kind;

  if (!g_hash_table_lookup_extended (plan->kinds, &id, NULL, &kind))
    {
      kind = (gpointer) samsyn_store_kind_of (plan->store, id);
      g_hash_table_insert (plan->kinds, g_memdup2 (&id, sizeof id), kind);
    }
  return kind;
}

static const SamsynKind *
read_kind (SamsynImportPlan  *plan,
           SamsynImportEntry *entry)
{
  SamsynJsonNode node = samsyn_json_member (plan->json, entry->node, "kind");
  g_autofree char *id = node != 0 ? samsyn_json_text (plan->json, node) : NULL;
  const SamsynKind *kind = samsyn_kind_find (id);

  if (node == 0)
    samsyn_import_plan_tell (plan, entry, "kind", _ ("the kind of the record is missing"));
  else if (id == NULL)
    samsyn_import_plan_tell_value (plan, entry, "kind", node, _ ("is no text"));
  else if (kind == NULL)
    samsyn_import_plan_tell_value (plan, entry, "kind", node, _ ("is no kind of record; “samsyn kinds” tells which there are"));
  return kind;
}

/* A key: the record is created, under an id of its own. */
static void
read_key (SamsynImportPlan  *plan,
          SamsynImportEntry *entry,
          SamsynJsonNode     node)
{
  g_autofree char *key = samsyn_json_text (plan->json, node);

  if (key == NULL || *key == '\0')
    {
      samsyn_import_plan_tell_value (plan, entry, "key", node, _ ("is no text with letters in it"));
      return;
    }
  if (g_hash_table_contains (plan->by_key, key) || (plan->earlier != NULL && g_hash_table_contains (plan->earlier, key)))
    {
      samsyn_import_plan_tell_value (plan, entry, "key", node, _ ("has been given to another record"));
      return;
    }
  do
    entry->id = samsyn_store_new_id (plan->store);
  while (g_hash_table_contains (plan->by_id, &entry->id));
  g_hash_table_insert (plan->by_key, g_steal_pointer (&key), entry);
  g_hash_table_insert (plan->by_id, &entry->id, entry);
}

/* The id that an "id" gives: a number, or in a series the key of an earlier file.  0 if there is a problem. */
static gint64
read_id_value (SamsynImportPlan        *plan,
               const SamsynImportEntry *entry,
               SamsynJsonNode           node)
{
  SamsynJsonType type = samsyn_json_type (plan->json, node);
  gint64 id;

  if (type == SAMSYN_JSON_TEXT && plan->earlier != NULL)
    {
      g_autofree char *key = samsyn_json_text (plan->json, node);
      const gint64 *known = g_hash_table_lookup (plan->earlier, key);

      if (known == NULL)
        samsyn_import_plan_tell_value (plan, entry, "id", node, _ ("is the key of no earlier record"));
      return known != NULL ? *known : 0;
    }
  if (type != SAMSYN_JSON_INTEGER)
    {
      samsyn_import_plan_tell_value (plan, entry, "id", node, _ ("is no whole number"));
      return 0;
    }
  id = samsyn_json_integer (plan->json, node);
  if (samsyn_id_is_valid (id))
    return id;
  samsyn_import_plan_tell_value (plan, entry, "id", node, _ ("is no id, which is a number from 1 to 999999999999999"));
  return 0;
}

/* Ids are given by a workspace.  One that it doesn't know comes from another, or is mistaken for the one that was meant. */
static gboolean
may_create (SamsynImportPlan *plan)
{
  for (guint i = 0; !(plan->flags & SAMSYN_IMPORT_CREATE) && samsyn_kinds ()[i] != NULL; i++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kinds ()[i]);

      if (samsyn_store_count (plan->store, query, NULL) != 0)
        return FALSE;
    }
  plan->flags |= SAMSYN_IMPORT_CREATE;
  return TRUE;
}

static void
read_id (SamsynImportPlan  *plan,
         SamsynImportEntry *entry,
         SamsynJsonNode     node)
{
  gint64 id = read_id_value (plan, entry, node);
  const SamsynKind *stored = id != 0 ? samsyn_import_plan_stored_kind (plan, id) : NULL;
  g_autofree char *what = NULL;

  if (id == 0)
    return;
  if (g_hash_table_contains (plan->by_id, &id))
    what = g_strdup (_ ("has been given to another record of the file"));
  else if (stored != NULL && entry->kind != NULL && stored != entry->kind)
    what = g_strdup_printf (_ ("is the id of a record of the kind “%s” in the workspace"), stored->id);
  else if (stored == NULL && !may_create (plan))
    what = g_strdup (_ ("is the id of no record in the workspace, and it has others; --create creates it nevertheless"));
  if (what != NULL)
    {
      samsyn_import_plan_tell_value (plan, entry, "id", node, what);
      return;
    }
  entry->id = id;
  entry->exists = stored != NULL;
  g_hash_table_insert (plan->by_id, &entry->id, entry);
}

static void
read_head (SamsynImportPlan  *plan,
           SamsynImportEntry *entry)
{
  SamsynJsonNode key, id;

  if (samsyn_json_type (plan->json, entry->node) != SAMSYN_JSON_OBJECT)
    {
      samsyn_import_plan_tell (plan, entry, NULL, _ ("a record is written as an object: {…}"));
      return;
    }
  entry->kind = read_kind (plan, entry);
  key = samsyn_json_member (plan->json, entry->node, "key");
  id = samsyn_json_member (plan->json, entry->node, "id");
  if (key == 0 && id == 0)
    samsyn_import_plan_tell (plan, entry, NULL, _ ("the record has neither a key nor an id"));
  else if (key != 0 && id != 0)
    samsyn_import_plan_tell (plan, entry, NULL, _ ("the record has both a key and an id; a key is for new records"));
  else if (key != 0)
    read_key (plan, entry, key);
  else
    read_id (plan, entry, id);
}

SamsynImportPlan *
samsyn_import_plan_new (SamsynStore      *store,
                        const SamsynJson *json,
                        SamsynJsonNode    records,
                        const char       *place,
                        SamsynImportFlags flags,
                        GHashTable       *earlier,
                        GPtrArray        *problems)
{
  SamsynImportPlan *plan = g_new0 (SamsynImportPlan, 1);
  SamsynJsonNode node = samsyn_json_first (json, records);

  plan->store = store;
  plan->json = json;
  plan->place = place;
  plan->flags = flags;
  plan->earlier = earlier;
  plan->problems = problems;
  plan->n_entries = samsyn_json_size (json, records);
  plan->entries = g_new0 (SamsynImportEntry, plan->n_entries);
  plan->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  plan->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  plan->kinds = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  plan->changes = g_ptr_array_new_full (plan->n_entries, (GDestroyNotify) samsyn_change_free);
  for (guint i = 0; i < plan->n_entries; i++, node = samsyn_json_next (json, node))
    {
      plan->entries[i] = (SamsynImportEntry) { .node = node, .index = i };
      read_head (plan, &plan->entries[i]);
    }
  for (guint i = 0; i < plan->n_entries; i++)
    {
      SamsynChange *change = samsyn_import_plan_change (plan, &plan->entries[i]);

      if (change != NULL)
        g_ptr_array_add (plan->changes, change);
    }
  return plan;
}

void
samsyn_import_plan_free (SamsynImportPlan *plan)
{
  if (plan == NULL)
    return;
  g_hash_table_unref (plan->by_key);
  g_hash_table_unref (plan->by_id);
  g_hash_table_unref (plan->kinds);
  g_ptr_array_unref (plan->changes);
  g_free (plan->entries);
  g_free (plan);
}
