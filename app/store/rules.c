/* rules.c: the rules between records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "rules.h"

#include "db.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "model/words.h"

void
samsyn_problem_free (SamsynProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->text);
  g_free (problem);
}

void
samsyn_problem_add (GPtrArray  *problems,
                    guint       change,
                    const char *field,
                    char       *text)
{
  SamsynProblem *problem = g_new0 (SamsynProblem, 1);

  problem->change = change;
  problem->field = field;
  problem->text = text;
  g_ptr_array_add (problems, problem);
}

void
samsyn_problem_add_sentence (GPtrArray  *problems,
                             guint       change,
                             const char *field,
                             char       *text)
{
  samsyn_problem_add (problems, change, field, text);
  ((SamsynProblem *) g_ptr_array_index (problems, problems->len - 1))->is_sentence = TRUE;
}

char *
samsyn_problem_describe (const SamsynProblem *problem,
                         const SamsynKind    *kind)
{
  const SamsynField *field = problem->field != NULL ? samsyn_kind_field (kind, problem->field) : NULL;

  if (problem->is_sentence)
    return g_strdup (problem->text);
  if (field == NULL)
    return g_strdup_printf ("%s.", problem->text);
  /* TRANSLATORS: the name of a field, and why its value can't be saved: "Due: is no date" */
  return g_strdup_printf (C_ ("reason", "%s %s."), samsyn_field_label (field, NULL), problem->text);
}

/* A value that was accepted once is of the type of its field; what else is asked of it may have been added since. */
static gboolean
is_sound (const SamsynField *field,
          const SamsynValue *value)
{
  return value->stored == SAMSYN_STORED_NULL || value->stored == samsyn_type_stored (field->type);
}

void
samsyn_rules_check_values (const SamsynRecord *record,
                           SamsynRules         rules,
                           guint               change,
                           GPtrArray          *problems)
{
  const SamsynKind *kind = record->kind;
  const guint before = problems->len;
  const char *field = NULL;
  char *reason = NULL;
  gboolean bent = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autoptr (GError) error = NULL;

      /* What is bent is told by who reads it: it stands in nobody's way. */
      if (samsyn_value_is_bent (&record->values[i]))
        bent = TRUE;
      else if (rules == SAMSYN_RULES_SOUND && is_sound (&kind->fields[i], &record->values[i]))
        continue;
      else if (!samsyn_value_check (&kind->fields[i], &record->values[i], &error))
        samsyn_problem_add (problems, change, kind->fields[i].id, g_strdup (error->message));
    }
  if (rules == SAMSYN_RULES_ALL && problems->len == before && !bent && kind->check != NULL)
    field = kind->check (record, &reason);
  if (field != NULL)
    samsyn_problem_add_sentence (problems, change, field, reason);
}

void
samsyn_rules_check_new (const SamsynChange *change,
                        guint               index,
                        GPtrArray          *problems)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      const SamsynField *field = &change->kind->fields[entry->field];
      g_autoptr (GError) error = NULL;

      if (!samsyn_value_check_new (field, &entry->after, &error))
        samsyn_problem_add (problems, index, field->id, g_strdup (error->message));
    }
}

/* ---- References ------------------------------------------------------------------------------------------------------------ */

char *
samsyn_rules_check_reference (SamsynStore       *store,
                              const SamsynField *field,
                              gint64             target)
{
  const SamsynKind *kind = samsyn_store_kind_of (store, target);

  if (kind == NULL)
    return g_strdup_printf (_ ("there is no record %lld"), (long long) target);
  if (!samsyn_field_targets (field, kind))
    return g_strdup_printf (_ ("leads to a record of the wrong kind (%s)"), samsyn_kind_label (kind, NULL));
  return NULL;
}

/* ---- Trees ----------------------------------------------------------------------------------------------------------------- */

GHashTable *
samsyn_rules_heights_new (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
note_height (GHashTable *heights,
             gint64      id,
             guint       height)
{
  g_hash_table_replace (heights, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (height));
}

static gboolean
read_parent (SamsynStore      *store,
             const SamsynKind *kind,
             const char       *field,
             gint64           *id,
             GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?", field, kind->id);
  g_autoptr (SamsynStatement) statement = samsyn_db_prepare (store, sql, error);
  int code = SQLITE_ERROR;

  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, *id);
  code = samsyn_db_step (store, statement, error);
  *id = code == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Nobody is walked along twice for one table of heights, so that a step which makes a thousand records walks a thousand steps and
 * not a thousand times as many. */
gboolean
samsyn_rules_height (SamsynStore      *store,
                     const SamsynKind *kind,
                     const char       *field,
                     gint64            id,
                     GHashTable       *heights,
                     guint            *height,
                     GError          **error)
{
  g_autoptr (GArray) walked = g_array_new (FALSE, FALSE, sizeof (gint64));
  gpointer known = NULL;
  gint64 at = id;

  while (at != 0 && walked->len <= SAMSYN_DEEPEST_TREE && !g_hash_table_lookup_extended (heights, &at, NULL, &known))
    {
      g_array_append_val (walked, at);
      note_height (heights, at, SAMSYN_HEIGHT_ROUND);
      if (!read_parent (store, kind, field, &at, error))
        return FALSE;
    }
  if (at != 0 && known == NULL && walked->len > SAMSYN_DEEPEST_TREE)
    known = GUINT_TO_POINTER (SAMSYN_HEIGHT_DEEP);
  *height = GPOINTER_TO_UINT (known);
  for (guint i = walked->len; i > 0; i--)
    {
      if (*height < SAMSYN_HEIGHT_DEEP && (at != 0 || i < walked->len))
        *height = *height >= SAMSYN_DEEPEST_TREE ? SAMSYN_HEIGHT_DEEP : *height + 1;
      note_height (heights, g_array_index (walked, gint64, i - 1), *height);
    }
  return TRUE;
}

static gboolean
check_parents (SamsynStore        *store,
               const SamsynRecord *record,
               GHashTable         *heights,
               guint               index,
               GPtrArray          *problems,
               GError            **error)
{
  guint height;

  if (!samsyn_rules_height (store, record->kind, record->kind->parent, record->id, heights, &height, error))
    return FALSE;
  if (height == SAMSYN_HEIGHT_ROUND)
    samsyn_problem_add_sentence (problems, index, record->kind->parent,
                                 g_strdup (_ ("The record would be above itself; choose another.")));
  else if (height == SAMSYN_HEIGHT_DEEP)
    samsyn_problem_add_sentence (
        problems, index, record->kind->parent,
        g_strdup_printf (_ ("More than %u records would stand above the record; choose another."), SAMSYN_DEEPEST_TREE));
  return TRUE;
}

/* ---- Unique sets ----------------------------------------------------------------------------------------------------------- */

static gboolean
touches (const SamsynChange *change,
         const char *const  *ids)
{
  for (; *ids != NULL; ids++)
    if (samsyn_change_find (change, *ids) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
check_unique (SamsynStore        *store,
              const SamsynRecord *record,
              const char *const  *ids,
              guint               index,
              GPtrArray          *problems,
              GError            **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (SamsynStatement) statement = NULL;
  int code;

  g_string_append_printf (sql, "SELECT id FROM \"%s\" WHERE id <> ?", record->kind->id);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (samsyn_value_is_null (samsyn_record_get (record, ids[i])))
        return TRUE;
      g_string_append_printf (sql, " AND \"%s\" = ?", ids[i]);
    }
  statement = samsyn_db_prepare (store, sql->str, error);
  if (statement == NULL)
    return FALSE;
  samsyn_db_bind_integer (statement, 1, record->id);
  for (guint i = 0; ids[i] != NULL; i++)
    samsyn_db_bind (statement, (int) i + 2, samsyn_record_get (record, ids[i]));
  code = samsyn_db_step (store, statement, error);
  if (code == SQLITE_ROW)
    {
      g_autofree char *title = samsyn_store_title (store, sqlite3_column_int64 (statement, 0), NULL);

      samsyn_problem_add (problems, index, ids[0], g_strdup_printf (_ ("is there already, in “%s”"), title));
    }
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean
samsyn_rules_check_relations (SamsynStore        *store,
                              const SamsynChange *change,
                              const SamsynRecord *record,
                              GHashTable         *heights,
                              SamsynRules         rules,
                              guint               index,
                              GPtrArray          *problems,
                              GError            **error)
{
  const SamsynKind *kind = change->kind;

  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      const SamsynField *field = &kind->fields[entry->field];
      char *wrong;

      if (field->type != SAMSYN_TYPE_REFERENCE || samsyn_value_is_null (&entry->after))
        continue;
      wrong = samsyn_rules_check_reference (store, field, entry->after.integer);
      if (wrong != NULL)
        samsyn_problem_add (problems, index, field->id, wrong);
      if (g_strcmp0 (kind->parent, field->id) == 0 && !check_parents (store, record, heights, index, problems, error))
        return FALSE;
    }
  for (guint i = 0; kind->uniques != NULL && kind->uniques[i] != NULL; i++)
    if (touches (change, kind->uniques[i]) && !check_unique (store, record, kind->uniques[i], index, problems, error))
      return FALSE;
  return TRUE;
}
