/* answers.c: what queries should find, answered in plain C over whole records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers.h"

#include <string.h>

#include "kinds/kinds.h"
#include "model/fold.h"
#include "random-records.h"

SamsynStore *store;
GHashTable *records;

void
samsyn_test_begin (guint n_each)
{
  const SamsynKind *const *kinds = samsyn_kinds ();

  store = samsyn_test_workspace ();
  samsyn_test_fill (store, n_each, 20160520);
  records = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint k = 0; kinds[k] != NULL; k++)
    {
      GPtrArray *all = samsyn_test_records (store, kinds[k]);

      g_assert_cmpuint (all->len, ==, n_each);
      g_hash_table_insert (records, (gpointer) kinds[k], all);
    }
}

void
samsyn_test_end (void)
{
  g_hash_table_unref (records);
  samsyn_test_workspace_remove (store);
}

void
answer_clear (Answer *at)
{
  samsyn_value_clear (&at->value);
}

static SamsynValue
title_value (gint64 id)
{
  g_autofree char *title = samsyn_store_title (store, id, "sv");

  return *title != '\0' ? samsyn_value_text (title) : SAMSYN_VALUE_NULL;
}

Answer
answer (const SamsynRecord *record,
        const SamsynKind   *kind,
        const char         *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", 2);
  const SamsynField *field = samsyn_kind_field (kind, parts[0]);
  const SamsynDerived *derived = samsyn_kind_derived (kind, parts[0]);
  const SamsynValue *value = record != NULL && field != NULL ? samsyn_record_get (record, field->id) : NULL;
  gint64 id = value != NULL ? samsyn_value_get_integer (value, 0) : 0;
  g_autofree char *body = NULL;

  if (derived != NULL)
    return (Answer) { record != NULL ? samsyn_record_derive (record, derived) : SAMSYN_VALUE_NULL, NULL };
  if (parts[1] == NULL)
    return (Answer) { value != NULL ? samsyn_value_copy (value) : SAMSYN_VALUE_NULL, field };
  if (g_str_equal (parts[1], "@title"))
    return (Answer) { id != 0 ? title_value (id) : SAMSYN_VALUE_NULL, NULL };
  if (g_str_equal (parts[1], "@kind"))
    return (Answer) { id != 0 ? samsyn_value_text (samsyn_store_kind_of (store, id)->id) : SAMSYN_VALUE_NULL, NULL };
  if (g_str_equal (parts[1], "@text"))
    {
      body = id != 0 ? samsyn_store_body (store, id) : NULL;
      return (Answer) { samsyn_value_text (body), NULL };
    }

  g_autoptr (SamsynRecord) target = id != 0 ? samsyn_store_get (store, id, NULL) : NULL;

  return answer (target, samsyn_field_target (field), parts[1]);
}

static gboolean
is_text (const SamsynField *field)
{
  return field == NULL || field->type == SAMSYN_TYPE_TEXT || field->type == SAMSYN_TYPE_LONG_TEXT;
}

/* Its text's key, its place, its title's key, or itself. */
SamsynValue
sort_value (const SamsynField *field,
            const SamsynValue *value)
{
  g_autofree char *key = NULL;

  if (value->stored == SAMSYN_STORED_TEXT && is_text (field))
    key = samsyn_fold_key (value->text);
  else if (value->stored == SAMSYN_STORED_INTEGER && field != NULL && field->type == SAMSYN_TYPE_REFERENCE)
    {
      g_autofree char *title = samsyn_store_title (store, value->integer, "sv");

      key = samsyn_fold_key (title);
    }
  else if (value->stored == SAMSYN_STORED_TEXT && field->type == SAMSYN_TYPE_CHOICE)
    return samsyn_value_integer (samsyn_field_find_choice (field, value->text) - field->choices);
  else
    return samsyn_value_copy (value);
  return samsyn_value_text (key);
}

int
compare_sorted (const SamsynValue *a,
                const SamsynValue *b)
{
  if (a->stored == SAMSYN_STORED_TEXT)
    return strcmp (a->text, b->text);
  return (samsyn_value_get_number (a, 0) > samsyn_value_get_number (b, 0))
         - (samsyn_value_get_number (a, 0) < samsyn_value_get_number (b, 0));
}

static gboolean
contains (const SamsynValue *value,
          const char        *needle)
{
  g_autofree char *folded = NULL, *folded_needle = samsyn_fold_match (needle);

  if (value->stored != SAMSYN_STORED_TEXT)
    return FALSE;
  folded = samsyn_fold_match (value->text);
  return strstr (folded, folded_needle) != NULL;
}

gboolean
holds (const Answer      *at,
       SamsynQueryTest    test,
       const SamsynValue *wanted)
{
  g_auto (SamsynValue) a = SAMSYN_VALUE_NULL, b = SAMSYN_VALUE_NULL;
  gboolean by_id;
  int order;

  switch (test)
    {
    case SAMSYN_QUERY_EQUAL:
      return samsyn_value_equal (&at->value, wanted);
    case SAMSYN_QUERY_NOT_EQUAL:
      return !samsyn_value_equal (&at->value, wanted);
    case SAMSYN_QUERY_EMPTY:
      return samsyn_value_is_null (&at->value);
    case SAMSYN_QUERY_GIVEN:
      return !samsyn_value_is_null (&at->value);
    case SAMSYN_QUERY_CONTAINS:
      return contains (&at->value, samsyn_value_get_text (wanted));
    default:
      break;
    }
  if (samsyn_value_is_null (&at->value) || samsyn_value_is_null (wanted))
    return FALSE;
  by_id = at->field != NULL && at->field->type == SAMSYN_TYPE_REFERENCE;
  a = by_id ? at->value : sort_value (at->field, &at->value);
  b = by_id ? *wanted : sort_value (at->field, wanted);
  order = compare_sorted (&a, &b);
  return test == SAMSYN_QUERY_LESS      ? order < 0
         : test == SAMSYN_QUERY_AT_MOST ? order <= 0
         : test == SAMSYN_QUERY_GREATER ? order > 0
                                        : order >= 0;
}

GPtrArray *
paths_of (const SamsynKind *kind)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      const SamsynKind *target = field->type == SAMSYN_TYPE_REFERENCE ? samsyn_field_target (field) : NULL;

      g_ptr_array_add (paths, g_strdup (field->id));
      if (field->type == SAMSYN_TYPE_BODY)
        g_ptr_array_add (paths, g_strconcat (field->id, ".@text", NULL));
      if (field->type != SAMSYN_TYPE_REFERENCE)
        continue;
      g_ptr_array_add (paths, g_strconcat (field->id, ".@title", NULL));
      g_ptr_array_add (paths, g_strconcat (field->id, ".@kind", NULL));
      if (target != NULL)
        g_ptr_array_add (paths, g_strconcat (field->id, ".", target->title[0], NULL));
      if (target != NULL && samsyn_kind_field (target, target->title[0])->type == SAMSYN_TYPE_REFERENCE)
        g_ptr_array_add (paths, g_strconcat (field->id, ".", target->title[0], ".@title", NULL));
    }
  for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
    g_ptr_array_add (paths, g_strdup (derived->id));
  return paths;
}
