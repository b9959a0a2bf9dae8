/* import-change.c: what a record of the document changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-plan.h"

#include <string.h>

#include "import-value.h"
#include "kinds/kinds.h"
#include "model/format.h"
#include "model/words.h"

/* The record that a reference's node names and, if it can be known, its kind; 0 with a problem told. */
static gint64
read_target (SamsynImportPlan        *plan,
             const SamsynImportEntry *entry,
             const SamsynField       *field,
             SamsynJsonNode           node,
             const SamsynKind       **kind)
{
  SamsynJsonType type = samsyn_json_type (plan->json, node);
  const SamsynImportEntry *target = NULL;
  const char *what = _ ("is neither a key as a text nor an id as a number");
  gint64 id = 0;

  if (type == SAMSYN_JSON_TEXT)
    {
      g_autofree char *key = samsyn_json_text (plan->json, node);
      const gint64 *known = plan->earlier != NULL ? g_hash_table_lookup (plan->earlier, key) : NULL;

      target = g_hash_table_lookup (plan->by_key, key);
      id = known != NULL ? *known : 0;
      what = _ ("is the key of no record");
    }
  else if (type == SAMSYN_JSON_INTEGER)
    {
      id = samsyn_json_integer (plan->json, node);
      target = g_hash_table_lookup (plan->by_id, &id);
      what = _ ("is the id of no record");
    }

  if (target != NULL)
    {
      *kind = target->kind;
      return target->id;
    }
  *kind = id > 0 ? samsyn_import_plan_stored_kind (plan, id) : NULL;
  if (*kind != NULL)
    return id;
  samsyn_import_plan_tell_value (plan, entry, field->id, node, what);
  return 0;
}

static gboolean
read_reference (SamsynImportPlan        *plan,
                const SamsynImportEntry *entry,
                const SamsynField       *field,
                SamsynJsonNode           node,
                SamsynValue             *value)
{
  const SamsynKind *kind = NULL;
  g_autofree char *what = NULL, *targets = NULL;
  gint64 id = read_target (plan, entry, field, node, &kind);

  if (id == 0)
    return FALSE;
  if (kind == NULL || samsyn_field_targets (field, kind))
    {
      *value = samsyn_value_integer (id);
      return TRUE;
    }
  targets = g_strjoinv (", ", (char **) field->targets);
  what = g_strdup_printf (_ ("is a record of the kind “%s”; here can be: %s"), kind->id, targets);
  samsyn_import_plan_tell_value (plan, entry, field->id, node, what);
  return FALSE;
}

/* In a series a one-line text may name earlier records, or those of the same file: ":@KEY" becomes ":ID".  So a text can hold
 * what is made of ids, as the key of a finding is. */
static gboolean
put_ids (SamsynImportPlan        *plan,
         const SamsynImportEntry *entry,
         const SamsynField       *field,
         SamsynValue             *value)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) text = NULL;

  if (plan->earlier == NULL || field->type != SAMSYN_TYPE_TEXT || value->stored != SAMSYN_STORED_TEXT
      || strstr (value->text, ":@") == NULL)
    return TRUE;
  parts = g_strsplit (value->text, ":@", -1);
  text = g_string_new (parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      gsize length = strcspn (parts[i], ":#");
      g_autofree char *key = g_strndup (parts[i], length), *what = g_strdup_printf (_ ("no record has the key “%s”"), key);
      const gint64 *known = g_hash_table_lookup (plan->earlier, key);
      const SamsynImportEntry *target = g_hash_table_lookup (plan->by_key, key);

      if (known == NULL && target == NULL)
        {
          samsyn_import_plan_tell (plan, entry, field->id, what);
          return FALSE;
        }
      g_string_append_printf (text, ":%" G_GINT64_FORMAT "%s", target != NULL ? target->id : *known, parts[i] + length);
    }
  samsyn_value_clear (value);
  *value = samsyn_value_text (text->str);
  return TRUE;
}

/* A document's text comes whole, the record holds its number: the same text is no change. */
static gboolean
is_same (SamsynImportPlan  *plan,
         const SamsynField *field,
         const SamsynValue *before,
         const SamsynValue *after)
{
  g_autofree char *body = NULL;

  if (field->type != SAMSYN_TYPE_BODY || before->stored != SAMSYN_STORED_INTEGER || after->stored != SAMSYN_STORED_TEXT)
    return samsyn_value_equal (before, after);
  body = samsyn_store_body (plan->store, before->integer);
  return g_strcmp0 (body, after->text) == 0;
}

/* What the choices are, by their ids. */
static char *
name_choices (const SamsynField *field)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; field->choices[i].id != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", field->choices[i].id);
  return g_strdup_printf (_ ("is none of %s"), names->str);
}

static void
tell_wrong_value (SamsynImportPlan        *plan,
                  const SamsynImportEntry *entry,
                  const SamsynField       *field,
                  SamsynJsonNode           node,
                  const GError            *error)
{
  g_autofree char *choices = field->type == SAMSYN_TYPE_CHOICE ? name_choices (field) : NULL;

  if (g_error_matches (error, SAMSYN_VALUE_ERROR, SAMSYN_VALUE_ERROR_REQUIRED))
    samsyn_import_plan_tell (plan, entry, field->id, error->message);
  else
    samsyn_import_plan_tell_value (plan, entry, field->id, node, choices != NULL ? choices : error->message);
}

static gboolean
read_value (SamsynImportPlan        *plan,
            const SamsynImportEntry *entry,
            const SamsynField       *field,
            SamsynJsonNode           node,
            SamsynValue             *value)
{
  g_autoptr (GError) error = NULL;
  g_auto (SamsynValue) before = samsyn_value_copy (value);

  samsyn_value_clear (value);
  if (field->type == SAMSYN_TYPE_REFERENCE && samsyn_json_type (plan->json, node) != SAMSYN_JSON_NULL)
    return read_reference (plan, entry, field, node, value);
  /* What the record has already is not imported anew. */
  if (samsyn_import_value (plan->json, node, field, value, &error)
      && (is_same (plan, field, &before, value) || samsyn_value_check_new (field, value, &error)))
    return put_ids (plan, entry, field, value);
  tell_wrong_value (plan, entry, field, node, error);
  return FALSE;
}

static gboolean
is_head (const SamsynJson *json,
         SamsynJsonNode    member)
{
  return samsyn_json_name_is (json, member, "kind") || samsyn_json_name_is (json, member, "key")
         || samsyn_json_name_is (json, member, "id");
}

/* The field that a member names.  Files mostly have their members in the order of the fields, so the search begins behind the
 * last one found. */
static int
find_field (SamsynImportPlan *plan,
            const SamsynKind *kind,
            SamsynJsonNode    member,
            guint            *last)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      guint field = (*last + 1 + i) % kind->n_fields;

      if (samsyn_json_name_is (plan->json, member, kind->fields[field].id))
        {
          *last = field;
          return (int) field;
        }
    }
  return -1;
}

static void
tell_unknown (SamsynImportPlan        *plan,
              const SamsynImportEntry *entry,
              SamsynJsonNode           member)
{
  g_autofree char *name = samsyn_json_name (plan->json, member);
  g_autofree char *what
      = g_strdup_printf (_ ("the kind “%s” has no such field; “samsyn kinds” tells which it has"), entry->kind->id);

  samsyn_import_plan_tell (plan, entry, name, what);
}

/* Puts the document's values into the record; `given` says which. */
static gboolean
read_fields (SamsynImportPlan        *plan,
             const SamsynImportEntry *entry,
             SamsynRecord            *record,
             gboolean                *given)
{
  guint last = record->kind->n_fields - 1;
  gboolean good = TRUE;

  for (SamsynJsonNode member = samsyn_json_first (plan->json, entry->node); member != 0;
       member = samsyn_json_next (plan->json, member))
    {
      int field = find_field (plan, record->kind, member, &last);

      if (field >= 0)
        {
          given[field] = TRUE;
          good &= read_value (plan, entry, &record->kind->fields[field], member, &record->values[field]);
        }
      else if (!is_head (plan->json, member))
        {
          tell_unknown (plan, entry, member);
          good = FALSE;
        }
    }
  return good;
}

static gboolean
check_required (SamsynImportPlan        *plan,
                const SamsynImportEntry *entry,
                const SamsynRecord      *record,
                const gboolean          *given)
{
  gboolean good = TRUE;

  for (guint i = 0; i < record->kind->n_fields; i++)
    if ((record->kind->fields[i].flags & SAMSYN_FIELD_REQUIRED) && !given[i] && samsyn_value_is_null (&record->values[i]))
      {
        samsyn_import_plan_tell (plan, entry, record->kind->fields[i].id, _ ("is required, and missing"));
        good = FALSE;
      }
  return good;
}

/* Whether the record's values go together, by the kind's own rule. */
static gboolean
check_record (SamsynImportPlan        *plan,
              const SamsynImportEntry *entry,
              const SamsynRecord      *record)
{
  g_autofree char *reason = NULL;
  const char *field = record->kind->check != NULL ? record->kind->check (record, &reason) : NULL;

  if (field != NULL)
    samsyn_import_plan_tell_rule (plan, entry, field, reason, TRUE);
  return field == NULL;
}

/* Moves the values that differ into a change. */
static SamsynChange *
compare (SamsynImportPlan *plan,
         SamsynRecord     *before,
         SamsynRecord     *after,
         gboolean          exists)
{
  SamsynChange *change = samsyn_change_new (exists ? SAMSYN_CHANGE_UPDATE : SAMSYN_CHANGE_CREATE, after->kind, after->id);

  for (guint i = 0; i < after->kind->n_fields; i++)
    if (!is_same (plan, &after->kind->fields[i], &before->values[i], &after->values[i]))
      {
        SamsynFieldChange entry = { .field = i, .before = before->values[i], .after = after->values[i] };

        before->values[i] = after->values[i] = SAMSYN_VALUE_NULL;
        g_array_append_val (change->fields, entry);
      }
  if (!exists || change->fields->len > 0)
    return change;
  samsyn_change_free (change);
  return NULL;
}

SamsynChange *
samsyn_import_plan_change (SamsynImportPlan        *plan,
                           const SamsynImportEntry *entry)
{
  g_autoptr (SamsynRecord) before = NULL, after = NULL;
  g_autofree gboolean *given = NULL;
  gboolean good;

  if (entry->kind == NULL)
    return NULL;
  if (entry->exists)
    before = samsyn_store_get (plan->store, entry->id, NULL);
  if (before == NULL)
    before = samsyn_record_new (entry->kind, entry->id);
  after = samsyn_record_copy (before);
  given = g_new0 (gboolean, entry->kind->n_fields);
  good = read_fields (plan, entry, after, given);
  /* Which record it is must be known before it can be said that something is missing. */
  if (entry->id == 0)
    return NULL;
  good &= check_required (plan, entry, after, given);
  if (!good || !check_record (plan, entry, after))
    return NULL;
  return compare (plan, before, after, entry->exists);
}
