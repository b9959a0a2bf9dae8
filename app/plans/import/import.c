/* import.c: records from elsewhere, all of them or none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import.h"

#include "exchange/book/book.h"
#include "exchange/error.h"
#include "import-plan.h"
#include "model/words.h"

#define FORMAT_VERSION 1

GHashTable *
samsyn_import_keys_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
set_problems_error (const GPtrArray *problems,
                    GError         **error)
{
  g_set_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID,
               samsyn_words_n (NULL, "Nothing was imported: there is %u problem. Mend it in the file and import again.",
                               "Nothing was imported: there are %u problems. Mend them in the file and import again.",
                               problems->len),
               problems->len);
}

/* Finds the array of records of a document of the right form; 0 with problems told. */
static SamsynJsonNode
find_records (const SamsynJson *json,
              GPtrArray        *problems)
{
  SamsynJsonNode version = samsyn_json_member (json, 0, "samsyn"), records = samsyn_json_member (json, 0, "records");

  if (version == 0 || samsyn_json_type (json, version) != SAMSYN_JSON_INTEGER)
    g_ptr_array_add (problems, g_strdup (_ ("samsyn: the file must be an object with \"samsyn\": 1 and \"records\": […]")));
  else if (samsyn_json_integer (json, version) != FORMAT_VERSION)
    g_ptr_array_add (problems, g_strdup (_ ("samsyn: this program reads version 1 of the format only")));
  if (records == 0 || samsyn_json_type (json, records) != SAMSYN_JSON_ARRAY)
    g_ptr_array_add (problems, g_strdup (_ ("records: expected a list of records: [{…}, …]")));
  for (SamsynJsonNode member = samsyn_json_first (json, 0); member != 0; member = samsyn_json_next (json, member))
    if (member != version && member != records)
      {
        g_autofree char *name = samsyn_json_name (json, member);

        g_ptr_array_add (problems, g_strdup_printf (_ ("%s: a file of records has no such member"), name != NULL ? name : "[0]"));
      }
  return problems->len == 0 ? records : 0;
}

/* Makes the plan of a document; NULL with the error set where there are problems. */
static SamsynImportPlan *
plan_document (SamsynStore      *store,
               const SamsynJson *json,
               SamsynImportFlags flags,
               GHashTable       *keys,
               GPtrArray        *problems,
               GError          **error)
{
  SamsynJsonNode records = samsyn_json_type (json, 0) == SAMSYN_JSON_ARRAY ? 0 : find_records (json, problems);
  g_autoptr (SamsynImportPlan) plan = NULL;

  if (records != 0)
    plan = samsyn_import_plan_new (store, json, records, "records", flags, keys, problems);
  else if (problems->len == 0)
    g_ptr_array_add (problems, g_strdup (_ ("samsyn: the file must be an object with \"samsyn\": 1 and \"records\": […]")));
  if (problems->len == 0)
    return g_steal_pointer (&plan);
  set_problems_error (problems, error);
  return NULL;
}

static void
remember_keys (const SamsynImportPlan *plan)
{
  GHashTableIter iter;
  gpointer key, entry;

  if (plan->earlier == NULL)
    return;
  g_hash_table_iter_init (&iter, plan->by_key);
  while (g_hash_table_iter_next (&iter, &key, &entry))
    g_hash_table_insert (plan->earlier, g_strdup (key), g_memdup2 (&((SamsynImportEntry *) entry)->id, sizeof (gint64)));
}

GPtrArray *
samsyn_import_plan_json (SamsynStore      *store,
                         GBytes           *bytes,
                         SamsynImportFlags flags,
                         GHashTable       *keys,
                         GPtrArray        *problems,
                         GError          **error)
{
  g_autoptr (SamsynJson) json = samsyn_json_read (bytes, error);
  g_autoptr (SamsynImportPlan) plan = NULL;

  if (json != NULL)
    plan = plan_document (store, json, flags, keys, problems, error);
  if (plan == NULL)
    return NULL;
  remember_keys (plan);
  return g_ptr_array_ref (plan->changes);
}

/* What only the store can see (unique sets, loops among parents) is told in terms of the file too. */
static void
tell_broken_rules (SamsynImportPlan *plan,
                   const GPtrArray  *broken)
{
  for (guint i = 0; i < broken->len; i++)
    {
      const SamsynProblem *problem = g_ptr_array_index (broken, i);
      const SamsynChange *change
          = problem->change < plan->changes->len ? g_ptr_array_index (plan->changes, problem->change) : NULL;
      const SamsynImportEntry *entry = change != NULL ? g_hash_table_lookup (plan->by_id, &change->record) : NULL;

      if (entry != NULL)
        samsyn_import_plan_tell_rule (plan, entry, problem->field, problem->text, problem->is_sentence);
      else
        g_ptr_array_add (plan->problems, g_strdup (problem->text));
    }
}

static gboolean
apply_plan (SamsynImportPlan     *plan,
            const SamsynStepInfo *info,
            SamsynImportResult   *result,
            GError              **error)
{
  static const SamsynStepInfo ordinary = { .code = "import" };
  g_autoptr (GPtrArray) broken = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);

  *result = (SamsynImportResult) { 0 };
  for (guint i = 0; i < plan->changes->len; i++)
    if (((const SamsynChange *) g_ptr_array_index (plan->changes, i))->type == SAMSYN_CHANGE_CREATE)
      result->created++;
    else
      result->updated++;
  if (plan->changes->len > 0)
    result->step = samsyn_store_apply (plan->store, info != NULL ? info : &ordinary, plan->changes, broken, error);
  if (plan->changes->len == 0 || result->step != 0)
    {
      remember_keys (plan);
      return TRUE;
    }
  tell_broken_rules (plan, broken);
  if (plan->problems->len > 0)
    {
      g_clear_error (error);
      set_problems_error (plan->problems, error);
    }
  return FALSE;
}

gboolean
samsyn_import_json (SamsynStore          *store,
                    GBytes               *bytes,
                    SamsynImportFlags     flags,
                    GHashTable           *keys,
                    const SamsynStepInfo *info,
                    SamsynImportResult   *result,
                    GPtrArray            *problems,
                    GError              **error)
{
  g_autoptr (SamsynJson) json = samsyn_json_read (bytes, error);
  g_autoptr (SamsynImportPlan) plan = NULL;

  if (json != NULL)
    plan = plan_document (store, json, flags, keys, problems, error);
  return plan != NULL && apply_plan (plan, info, result, error);
}

gboolean
samsyn_import_records (SamsynStore          *store,
                       const SamsynJson     *json,
                       SamsynJsonNode        records,
                       const char           *place,
                       GHashTable           *keys,
                       const SamsynStepInfo *info,
                       SamsynImportResult   *result,
                       GPtrArray            *problems,
                       GError              **error)
{
  g_autoptr (SamsynImportPlan) plan = samsyn_import_plan_new (store, json, records, place, SAMSYN_IMPORT_CREATE, keys,
                                                                       problems);

  if (problems->len == 0)
    return apply_plan (plan, info, result, error);
  set_problems_error (problems, error);
  return FALSE;
}
