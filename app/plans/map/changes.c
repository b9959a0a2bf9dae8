/* changes.c: changes made step by step, for the files that plan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cell.h"

#include "kinds/kinds.h"
#include "model/words.h"

G_DEFINE_QUARK (samsyn-plans-error-quark, samsyn_plans_error)

GPtrArray *
samsyn_changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
}

void
samsyn_changes_add (GPtrArray    *changes,
                    SamsynRecord *before,
                    SamsynRecord *after)
{
  SamsynChange *change = samsyn_change_between (before, after);

  if (change != NULL)
    g_ptr_array_add (changes, change);
  samsyn_record_free (before);
  samsyn_record_free (after);
}

gboolean
samsyn_changes_delete (GPtrArray    *changes,
                       SamsynStore  *store,
                       const GArray *records,
                       GError      **error)
{
  GPtrArray *deletions;

  if (records->len == 0)
    return TRUE;
  deletions = samsyn_store_plan_delete (store, (const gint64 *) (gpointer) records->data, records->len, error);
  if (deletions == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (changes, deletions);
  return TRUE;
}

void
samsyn_record_put_text (SamsynRecord *record,
                        const char   *field,
                        const char   *text)
{
  SamsynValue value = samsyn_value_text (text);

  samsyn_record_set (record, field, &value);
}

void
samsyn_record_put_integer (SamsynRecord *record,
                           const char   *field,
                           gint64        integer)
{
  SamsynValue value = integer != 0 ? samsyn_value_integer (integer) : SAMSYN_VALUE_NULL;

  samsyn_record_set (record, field, &value);
}

SamsynRecord *
samsyn_record_fetch (SamsynStore *store,
                     gint64       id,
                     GError     **error)
{
  g_autoptr (GError) local = NULL;
  SamsynRecord *record = samsyn_store_get (store, id, &local);

  if (record != NULL)
    return record;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_MISSING,
                         _ ("A record that this needs has been deleted. Nothing was changed; look at the map again."));
  return NULL;
}

gboolean
samsyn_scenario_check_open (SamsynStore *store,
                            gint64       scenario,
                            GError     **error)
{
  g_autoptr (SamsynRecord) record = scenario != 0 ? samsyn_record_fetch (store, scenario, error) : NULL;
  const char *status = record != NULL ? samsyn_record_text (record, "status") : NULL;

  if (scenario == 0)
    return TRUE;
  if (record == NULL)
    return FALSE;
  if (g_strcmp0 (status, "adopted") != 0 && g_strcmp0 (status, "rejected") != 0)
    return TRUE;
  g_set_error (error, SAMSYN_PLANS_ERROR, SAMSYN_PLANS_ERROR_CLOSED,
               g_str_equal (status, "adopted") ? _ ("The scenario “%s” has been adopted. Nothing was changed; change the map in "
                                                    "force, or make a new scenario.")
                                               : _ ("The scenario “%s” has been rejected. Nothing was changed; make a new "
                                                    "scenario, or set this one back to a draft."),
               samsyn_record_text (record, "name"));
  return FALSE;
}
