/* import-plan.c: which records a document speaks of
 *
 * Before a value is read all records are known by their keys and ids, so that a reference may lead forwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-plan.h"

#include "kinds/kinds.h"
#include "model/words.h"

void
samsyn_import_plan_tell (SamsynImportPlan        *plan,
                         const SamsynImportEntry *entry,
                         const char              *member,
                         const char              *what)
{
  g_ptr_array_add (plan->problems, g_strdup_printf ("%s[%u]%s%s: %s", plan->place, entry->index, member != NULL ? "." : "",
                                                    member != NULL ? member : "", what));
}

static void
tell_about (SamsynImportPlan        *plan,
            const SamsynImportEntry *entry,
            const char              *member,
            const char              *format,
            const char              *word)
{
  g_autofree char *what = g_strdup_printf (format, word);

  samsyn_import_plan_tell (plan, entry, member, what);
}

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
    samsyn_import_plan_tell (plan, entry, "kind", _("the kind of the record is missing"));
  else if (id == NULL)
    samsyn_import_plan_tell (plan, entry, "kind", _("expected a text"));
  else if (kind == NULL)
    tell_about (plan, entry, "kind", _("there is no kind “%s”"), id);
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
      samsyn_import_plan_tell (plan, entry, "key", _("expected a text that is not empty"));
      return;
    }
  if (g_hash_table_contains (plan->by_key, key) || (plan->earlier != NULL && g_hash_table_contains (plan->earlier, key)))
    {
      tell_about (plan, entry, "key", _("the key “%s” has been given to another record"), key);
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
        tell_about (plan, entry, "id", _("no earlier record has the key “%s”"), key);
      return known != NULL ? *known : 0;
    }
  if (type != SAMSYN_JSON_INTEGER)
    {
      samsyn_import_plan_tell (plan, entry, "id", _("expected a whole number"));
      return 0;
    }
  id = samsyn_json_integer (plan->json, node);
  if (id > 0 && id < SAMSYN_IMPORT_ID_LIMIT)
    return id;
  samsyn_import_plan_tell (plan, entry, "id", _("an id is a number from 1 to 999999999999999"));
  return 0;
}

static void
read_id (SamsynImportPlan  *plan,
         SamsynImportEntry *entry,
         SamsynJsonNode     node)
{
  gint64 id = read_id_value (plan, entry, node);
  const SamsynKind *stored = id != 0 ? samsyn_import_plan_stored_kind (plan, id) : NULL;

  if (id == 0)
    return;
  if (g_hash_table_contains (plan->by_id, &id))
    samsyn_import_plan_tell (plan, entry, "id", _("the id has been given to another record of the file"));
  else if (stored != NULL && entry->kind != NULL && stored != entry->kind)
    tell_about (plan, entry, "id", _("the workspace has a record with this id, of the kind “%s”"), stored->id);
  else
    {
      entry->id = id;
      entry->exists = stored != NULL;
      g_hash_table_insert (plan->by_id, &entry->id, entry);
    }
}

static void
read_head (SamsynImportPlan  *plan,
           SamsynImportEntry *entry)
{
  SamsynJsonNode key, id;

  if (samsyn_json_type (plan->json, entry->node) != SAMSYN_JSON_OBJECT)
    {
      samsyn_import_plan_tell (plan, entry, NULL, _("a record is written as an object: {…}"));
      return;
    }
  entry->kind = read_kind (plan, entry);
  key = samsyn_json_member (plan->json, entry->node, "key");
  id = samsyn_json_member (plan->json, entry->node, "id");
  if (key == 0 && id == 0)
    samsyn_import_plan_tell (plan, entry, NULL, _("the record has neither a key nor an id"));
  else if (key != 0 && id != 0)
    samsyn_import_plan_tell (plan, entry, NULL, _("the record has both a key and an id; a key is for new records"));
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
                        GHashTable       *earlier,
                        GPtrArray        *problems)
{
  SamsynImportPlan *plan = g_new0 (SamsynImportPlan, 1);
  SamsynJsonNode node = samsyn_json_first (json, records);

  plan->store = store;
  plan->json = json;
  plan->place = place;
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
