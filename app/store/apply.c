/* apply.c: the one way to write
 *
 * Every change, from a form, an import, an undo or a command, comes here: one transaction that writes the rows, the search index
 * and the change log, or nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "apply.h"

#include "anew.h"
#include "guard.h"
#include "ids.h"
#include "log.h"
#include "model/door.h"
#include "model/format.h"
#include "model/words.h"
#include "rows.h"
#include "rules.h"
#include "select.h"
#include "transaction.h"

/* ---- Conflicts ------------------------------------------------------------------------------------------------------------- */

static void
set_conflict (SamsynStore *store,
              gint64       record,
              const char  *fields,
              GError     **error)
{
  g_autofree char *title = samsyn_store_title (store, record, NULL);

  if (fields == NULL)
    g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_CONFLICT,
                 _ ("Record %lld is no longer there. Nothing was changed; look at its history."), (long long) record);
  else
    g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_CONFLICT,
                 _ ("“%s” has been changed meanwhile (%s). Nothing was changed; look at the new values and try again."), title,
                 fields);
}

/* Whether the row is as the change was made from it; an existing record must be deleted whole. */
static gboolean
check_before (SamsynStore        *store,
              const SamsynChange *change,
              const SamsynRecord *row,
              GError            **error)
{
  g_autoptr (GString) differing = g_string_new (NULL);

  if (row == NULL || row->kind != change->kind)
    {
      set_conflict (store, change->record, NULL, error);
      return FALSE;
    }
  for (guint i = 0; i < change->kind->n_fields; i++)
    {
      const SamsynField *field = &change->kind->fields[i];
      const SamsynFieldChange *entry = samsyn_change_find (change, field->id);
      gboolean as_known = entry != NULL ? samsyn_value_same_raw (&entry->before, &row->values[i])
                                        : change->type == SAMSYN_CHANGE_UPDATE || samsyn_value_is_null (&row->values[i]);

      if (!as_known)
        g_string_append_printf (differing, "%s%s", differing->len > 0 ? ", " : "", samsyn_field_label (field, NULL));
    }
  if (differing->len == 0)
    return TRUE;
  set_conflict (store, change->record, differing->str, error);
  return FALSE;
}

/* ---- Rows ------------------------------------------------------------------------------------------------------------------ */

/* The record as a change makes it, from the row that is there (NULL for a new one). */
static SamsynRecord *
record_after (const SamsynChange *change,
              const SamsynRecord *row)
{
  SamsynRecord *record = row != NULL ? samsyn_record_copy (row) : samsyn_record_new (change->kind, change->record);

  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      samsyn_value_clear (&record->values[entry->field]);
      record->values[entry->field] = samsyn_value_copy (&entry->after);
    }
  return record;
}

static gboolean
write_rows (SamsynStore        *store,
            const SamsynChange *change,
            const SamsynRecord *after,
            GError            **error)
{
  switch (change->type)
    {
    case SAMSYN_CHANGE_CREATE:
      return samsyn_rows_insert (store, after, error);
    case SAMSYN_CHANGE_UPDATE:
      return samsyn_rows_update (store, after, change->fields, error);
    case SAMSYN_CHANGE_DELETE:
      return samsyn_rows_delete (store, change->kind, change->record, error);
    }
  g_return_val_if_reached (FALSE);
}

gboolean
samsyn_apply_rows (SamsynStore        *store,
                   const SamsynChange *change,
                   GError            **error)
{
  g_autoptr (SamsynRecord) row = NULL;
  g_autoptr (SamsynRecord) after = NULL;

  if (change->type == SAMSYN_CHANGE_UPDATE)
    {
      g_autoptr (GError) failure = NULL;

      row = samsyn_row_get (store, change->record, &failure);
      if (failure == NULL && (row == NULL || row->kind != change->kind))
        samsyn_db_set_error (store, SQLITE_CORRUPT, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
    }
  after = record_after (change, row);
  return write_rows (store, change, after, error);
}

/* What is bent is never written. */
static void
refuse_bent (const SamsynChange *change,
             guint               index,
             GPtrArray          *problems)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      if (samsyn_value_is_bent (&entry->after))
        samsyn_problem_add (problems, index, change->kind->fields[entry->field].id,
                            g_strdup (samsyn_bent_why (entry->after.bent, NULL)));
    }
}

/* One change: is it made from what is there, does it keep its kind's rules; if so its rows are written. */
static gboolean
apply_one (SamsynStore        *store,
           const SamsynChange *change,
           SamsynRules         rules,
           guint               index,
           GPtrArray          *problems,
           GError            **error)
{
  g_autoptr (SamsynRecord) row = NULL;
  g_autoptr (SamsynRecord) after = NULL;
  const guint before = problems->len;

  if (change->type == SAMSYN_CHANGE_CREATE)
    {
      char *problem = samsyn_ids_problem (store, change->record, rules == SAMSYN_RULES_SOUND);

      if (problem != NULL)
        {
          samsyn_problem_add (problems, index, NULL, problem);
          return TRUE;
        }
    }
  else
    {
      g_autoptr (GError) failure = NULL;

      row = samsyn_row_get (store, change->record, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (!check_before (store, change, row, error))
        return FALSE;
    }
  after = record_after (change, row);
  refuse_bent (change, index, problems);
  if (change->type != SAMSYN_CHANGE_DELETE)
    samsyn_rules_check_values (after, rules, index, problems);
  if (change->type != SAMSYN_CHANGE_DELETE && rules == SAMSYN_RULES_ALL && problems->len == before)
    samsyn_rules_check_new (change, index, problems);
  return problems->len > before || write_rows (store, change, after, error);
}

/* ---- Relations ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *problems;
  guint      change;
} Telling;

static void
tell_anew (const SamsynField *field,
           char              *text,
           gboolean           is_sentence,
           gpointer           data)
{
  Telling *telling = data;

  (is_sentence ? samsyn_problem_add_sentence : samsyn_problem_add) (telling->problems, telling->change, field->id, text);
}

/* With `anew`: also what binds only what is typed or imported. */
static gboolean
check_relations (SamsynStore *store,
                 SamsynAnew  *anew,
                 GPtrArray   *changes,
                 SamsynRules  rules,
                 GPtrArray   *problems,
                 GError     **error)
{
  g_autoptr (GHashTable) heights = samsyn_rules_heights_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      const SamsynChange *change = g_ptr_array_index (changes, i);
      g_autoptr (SamsynRecord) record = NULL;
      g_autoptr (GError) failure = NULL;
      Telling telling = { problems, i };

      if (change->type == SAMSYN_CHANGE_DELETE)
        continue;
      if (change->type == SAMSYN_CHANGE_CREATE)
        record = record_after (change, NULL);
      else
        record = samsyn_row_get (store, change->record, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      /* One that a later change of the same step deletes agrees with all. */
      if (record == NULL)
        continue;
      if (!samsyn_rules_check_relations (store, change, record, heights, rules, i, problems, error)
          || (anew != NULL && !samsyn_anew_check (anew, record, change, tell_anew, &telling, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail_on_problems (GPtrArray *changes,
                  GPtrArray *problems,
                  GError   **error)
{
  const SamsynProblem *first;
  const SamsynChange *change;
  g_autofree char *what = NULL;

  if (problems->len == 0)
    return TRUE;
  first = g_ptr_array_index (problems, 0);
  change = g_ptr_array_index (changes, first->change);
  what = samsyn_problem_describe (first, change->kind);
  /* TRANSLATORS: a kind of record, and what is wrong with it, as a sentence */
  g_set_error (error, SAMSYN_STORE_ERROR, SAMSYN_STORE_ERROR_INVALID, _ ("%s: %s Nothing was changed."),
               samsyn_kind_label (change->kind, NULL), what);
  return FALSE;
}

/* ---- The transaction ------------------------------------------------------------------------------------------------------- */

static gboolean
holds_text_of_body (const SamsynChange *change)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);

      if (change->kind->fields[entry->field].type == SAMSYN_TYPE_BODY
          && (entry->before.stored == SAMSYN_STORED_TEXT || entry->after.stored == SAMSYN_STORED_TEXT))
        return TRUE;
    }
  return FALSE;
}

/* What can't be a text of the field stays as it is, and is found by the rules. */
static gboolean
intern_body (SamsynStore       *store,
             gint64             step,
             const SamsynField *field,
             SamsynValue       *value,
             GError           **error)
{
  SamsynValue id = SAMSYN_VALUE_NULL;

  if (value->stored != SAMSYN_STORED_TEXT || !samsyn_value_check (field, value, NULL)
      || !samsyn_value_check_new (field, value, NULL))
    return TRUE;
  id = samsyn_value_integer (samsyn_rows_intern_body (store, value->text, step, error));
  samsyn_value_take (value, &id);
  return value->integer != 0;
}

/* A copy of the change in which each text of a body has become the id of its row. */
static SamsynChange *
intern_bodies (SamsynStore        *store,
               gint64              step,
               const SamsynChange *change,
               GError            **error)
{
  g_autoptr (SamsynChange) inverse = samsyn_change_invert (change);
  g_autoptr (SamsynChange) copy = samsyn_change_invert (inverse);

  for (guint i = 0; i < copy->fields->len; i++)
    {
      SamsynFieldChange *entry = &g_array_index (copy->fields, SamsynFieldChange, i);
      const SamsynField *field = &copy->kind->fields[entry->field];

      if (field->type == SAMSYN_TYPE_BODY
          && (!intern_body (store, step, field, &entry->before, error)
              || !intern_body (store, step, field, &entry->after, error)))
        return NULL;
    }
  return g_steal_pointer (&copy);
}

/* A row that is written anew may hold no value of another type, whichever field is changed: what can be empty of these is emptied
 * with it, which the log keeps.  The change, or a copy that does. */
static SamsynChange *
empty_other_types (SamsynStore  *store,
                   SamsynChange *change,
                   GPtrArray    *copies)
{
  g_autoptr (SamsynRecord) row = change->type == SAMSYN_CHANGE_UPDATE ? samsyn_row_get (store, change->record, NULL) : NULL;

  for (guint i = 0; row != NULL && row->kind == change->kind && i < row->kind->n_fields; i++)
    {
      const SamsynField *field = &row->kind->fields[i];
      SamsynValue nothing = SAMSYN_VALUE_NULL;

      if (samsyn_bent_is_storable (field, &row->values[i]) || (field->flags & SAMSYN_FIELD_REQUIRED)
          || samsyn_change_find (change, field->id) != NULL)
        continue;
      if (copies->len == 0 || g_ptr_array_index (copies, copies->len - 1) != change)
        {
          g_autoptr (SamsynChange) inverse = samsyn_change_invert (change);

          change = samsyn_change_invert (inverse);
          g_ptr_array_add (copies, change);
        }
      samsyn_change_add (change, field->id, &row->values[i], &nothing);
    }
  return change;
}

/* The changes as they are written and logged, in that step.  What is copied for it is kept alive in `copies`. */
static GPtrArray *
resolve_changes (SamsynStore *store,
                 gint64       step,
                 GPtrArray   *changes,
                 GPtrArray   *copies,
                 GError     **error)
{
  g_autoptr (GPtrArray) resolved = g_ptr_array_new_full (changes->len, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      SamsynChange *change = g_ptr_array_index (changes, i);

      if (holds_text_of_body (change))
        {
          change = intern_bodies (store, step, change, error);
          if (change == NULL)
            return NULL;
          g_ptr_array_add (copies, change);
        }
      change = empty_other_types (store, change, copies);
      g_ptr_array_add (resolved, change);
    }
  return g_steal_pointer (&resolved);
}

static gint64
apply_in_transaction (SamsynStore          *store,
                      const SamsynStepInfo *info,
                      gint64                undoes,
                      gint64                amends,
                      GPtrArray            *changes,
                      GPtrArray            *problems,
                      GError              **error)
{
  const SamsynRules rules = undoes != 0 ? SAMSYN_RULES_SOUND : SAMSYN_RULES_ALL;
  g_autoptr (SamsynAnew) anew = rules == SAMSYN_RULES_ALL ? samsyn_anew_new (store, info->at) : NULL;

  for (guint i = 0; i < changes->len; i++)
    if (!apply_one (store, g_ptr_array_index (changes, i), rules, i, problems, error))
      return 0;
  if (!fail_on_problems (changes, problems, error))
    return 0;
  if (!check_relations (store, anew, changes, rules, problems, error) || !fail_on_problems (changes, problems, error))
    return 0;
  return amends != 0 ? samsyn_log_amend (store, amends, changes, error) : samsyn_log_append (store, info, undoes, changes, error);
}

static gboolean
begin (SamsynStore *store,
       GError     **error)
{
  if (store->read_only)
    {
      samsyn_db_set_error (store, SQLITE_READONLY, error);
      return FALSE;
    }
  if (store->before_write != NULL)
    store->before_write (store, store->before_write_data);
  return samsyn_store_examine (store, error) && samsyn_transaction_begin (store, error);
}

gint64
samsyn_apply (SamsynStore          *store,
              const SamsynStepInfo *info,
              gint64                undoes,
              gint64                amends,
              GPtrArray            *changes,
              GPtrArray            *problems,
              GError              **error)
{
  g_autoptr (GPtrArray) own_problems = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_problem_free);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  g_autoptr (GPtrArray) resolved = NULL;
  gint64 step = 0;

  if (!begin (store, error))
    return 0;
  resolved = resolve_changes (store, amends != 0 ? amends : samsyn_store_last_step (store) + 1, changes, copies, error);
  if (resolved != NULL)
    step = apply_in_transaction (store, info, undoes, amends, resolved, problems != NULL ? problems : own_problems, error);
  if (step != 0 && samsyn_transaction_commit (store, error))
    {
      samsyn_ids_note (store, resolved);
      if (store->changed != NULL)
        store->changed (store, step, resolved, store->changed_data);
      return step;
    }
  samsyn_transaction_rollback (store);
  return 0;
}

gint64
samsyn_store_apply (SamsynStore          *store,
                    const SamsynStepInfo *info,
                    GPtrArray            *changes,
                    GPtrArray            *problems,
                    GError              **error)
{
  return samsyn_apply (store, info, 0, 0, changes, problems, error);
}
