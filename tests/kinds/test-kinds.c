/* test-kinds.c: every kind is described wholly, in both languages, and as the contract says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "contract.h"
#include "kinds/kinds.h"
#include "model/words.h"

/* The description of a field in the contract's form: "parent*→organisation" or "sort[law ordinance]". */
static char *
describe (const SamsynField *field)
{
  GString *text = g_string_new (field->id);

  if (field->flags & SAMSYN_FIELD_REQUIRED)
    g_string_append_c (text, '*');
  if (field->type == SAMSYN_TYPE_REFERENCE)
    {
      g_autofree char *targets = field->targets != NULL ? g_strjoinv ("|", (char **) field->targets) : g_strdup ("any");

      g_string_append_printf (text, "→%s", targets);
    }
  for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    g_string_append_printf (text, "%s%s", choice == field->choices ? "[" : " ", choice->id);
  if (field->choices != NULL)
    g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static void
test_contract (gconstpointer data)
{
  const ContractKind *contract = data;
  const SamsynKind *kind = samsyn_kind_find (contract->id);
  g_auto (GStrv) fields = g_strsplit (contract->fields, ", ", -1);

  g_assert_nonnull (kind);
  g_assert_cmpuint (kind->n_fields, >, g_strv_length (fields));
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *described = describe (&kind->fields[i]);

      g_assert_cmpstr (described, ==, fields[i]);
    }
}

/* ---- One kind ------------------------------------------------------------------------------------------------------------- */

static void
assert_id (const char *id)
{
  g_assert_nonnull (id);
  g_assert_true (g_regex_match_simple ("^[a-z][a-z_]*$", id, 0, 0));
}

static void
assert_fields (const SamsynKind  *kind,
               const char *const *ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (samsyn_kind_field (kind, ids[i]) == NULL)
      g_error ("%s has no field %s", kind->id, ids[i]);
}

static gboolean
has_group (const SamsynKind *kind,
           const char       *id)
{
  for (const SamsynGroup *group = kind->groups; group->id != NULL; group++)
    if (g_strcmp0 (group->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_used (const SamsynKind  *kind,
         const SamsynGroup *group)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].group, group->id))
      return TRUE;
  return FALSE;
}

static void
test_fields (gconstpointer data)
{
  const SamsynKind *kind = data;
  guint in_list = 0;

  assert_id (kind->id);
  g_assert_true (samsyn_kind_find (kind->id) == kind);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];

      assert_id (field->id);
      g_assert_cmpint (samsyn_kind_field_index (kind, field->id), ==, (int) i);
      g_assert_cmpint (field->type, <, SAMSYN_N_TYPES);
      g_assert_true (has_group (kind, field->group));
      g_assert_cmpfloat (field->minimum, <=, field->maximum);
      g_assert_cmpint (samsyn_field_width (field), >, 3);
      if (field->flags & SAMSYN_FIELD_DEADLINE)
        g_assert_cmpint (field->type, ==, SAMSYN_TYPE_DATE);
      in_list += (field->flags & SAMSYN_FIELD_IN_LIST) != 0;
    }
  g_assert_cmpstr (kind->fields[kind->n_fields - 1].id, ==, "notes");
  g_assert_cmpint (kind->fields[kind->n_fields - 1].type, ==, SAMSYN_TYPE_LONG_TEXT);
  g_assert_cmpuint (in_list, >=, 2);
  g_assert_cmpuint (in_list, <=, 8);
  for (const SamsynGroup *group = kind->groups; group->id != NULL; group++)
    g_assert_true (is_used (kind, group));
}

static void
test_choices (gconstpointer data)
{
  const SamsynKind *kind = data;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];

      g_assert_cmpint (field->type == SAMSYN_TYPE_CHOICE, ==, field->choices != NULL);
      if (field->choices == NULL)
        continue;
      g_assert_nonnull (field->choices[0].id);
      for (const SamsynChoice *choice = field->choices; choice->id != NULL; choice++)
        g_assert_true (samsyn_field_find_choice (field, choice->id) == choice);
    }
}

static void
test_references (gconstpointer data)
{
  const SamsynKind *kind = data;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];

      if (field->type != SAMSYN_TYPE_REFERENCE)
        g_assert_true (field->targets == NULL && field->on_delete == SAMSYN_ON_DELETE_DEFAULT);
      for (guint j = 0; field->targets != NULL && field->targets[j] != NULL; j++)
        g_assert_nonnull (samsyn_kind_find (field->targets[j]));
      /* A cleared field would break the record that requires it. */
      if (field->type == SAMSYN_TYPE_REFERENCE && (field->flags & SAMSYN_FIELD_REQUIRED))
        g_assert_cmpint (samsyn_field_on_delete (field), ==, SAMSYN_ON_DELETE_DELETE);
      /* What only a scenario proposes goes with it: cleared, it would come into force. */
      if (g_str_equal (field->id, "scenario"))
        g_assert_cmpint (samsyn_field_on_delete (field), ==, SAMSYN_ON_DELETE_DELETE);
    }
  if (kind->parent != NULL)
    {
      const SamsynField *parent = samsyn_kind_field (kind, kind->parent);

      g_assert_nonnull (parent);
      g_assert_true (samsyn_field_target (parent) == kind);
      g_assert_false (parent->flags & SAMSYN_FIELD_REQUIRED);
    }
}

static void
test_ids (gconstpointer data)
{
  const SamsynKind *kind = data;

  g_assert_true (kind->title != NULL && kind->title[0] != NULL);
  assert_fields (kind, kind->title);
  assert_fields (kind, kind->order);
  for (guint i = 0; kind->uniques != NULL && kind->uniques[i] != NULL; i++)
    assert_fields (kind, kind->uniques[i]);
  for (const SamsynSettled *settled = kind->settled; settled != NULL && settled->field != NULL; settled++)
    {
      const SamsynField *field = samsyn_kind_field (kind, settled->field);

      g_assert_nonnull (field);
      if (settled->choice != NULL)
        g_assert_nonnull (samsyn_field_find_choice (field, settled->choice));
    }
  for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
    {
      assert_id (derived->id);
      g_assert_null (samsyn_kind_field (kind, derived->id));
      g_assert_true (samsyn_kind_derived (kind, derived->id) == derived);
      g_assert_true (derived->from[0] != NULL && derived->from[1] != NULL);
      for (guint i = 0; i < G_N_ELEMENTS (derived->from) && derived->from[i] != NULL; i++)
        {
          const SamsynField *from = samsyn_kind_field (kind, derived->from[i]);

          g_assert_nonnull (from);
          g_assert_cmpint (from->type, ==, derived->derive == SAMSYN_DERIVE_DAYS ? SAMSYN_TYPE_DATE : derived->type);
        }
    }
}

/* An untranslated text is given back as it is; a translation is a text of the catalogue, even where it reads the same. */
static void
assert_words (const char *context,
              const char *msgid)
{
  g_assert_true (msgid != NULL && *msgid != '\0');
  if (samsyn_words ("sv", context, msgid) == msgid)
    g_error ("“%s” (%s) has no Swedish", msgid, context);
}

static void
test_words (gconstpointer data)
{
  const SamsynKind *kind = data;

  assert_words ("kind", kind->label);
  assert_words ("kinds", kind->plural);
  assert_words ("empty", kind->empty);
  g_assert_true (g_str_has_suffix (kind->empty, "."));
  for (const SamsynGroup *group = kind->groups; group->id != NULL; group++)
    assert_words ("group", group->label);
  for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
    assert_words ("field", derived->label);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SamsynField *field = &kind->fields[i];
      g_autofree char *context = g_strdup_printf ("%s.%s", kind->id, field->id);

      assert_words ("field", field->label);
      for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
        assert_words (context, choice->label);
    }
}

/* Two columns or two entries of a list that read the same can't be told apart, and no workbook takes such a table. */
static void
test_distinct (gconstpointer data)
{
  const SamsynKind *kind = data;

  for (guint l = 0; samsyn_languages ()[l] != NULL; l++)
    {
      const char *language = samsyn_languages ()[l];
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < kind->n_fields; i++)
        {
          const SamsynField *field = &kind->fields[i];
          g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);

          if (!g_hash_table_add (labels, (char *) samsyn_field_label (field, language)))
            g_error ("%s has two fields “%s”", kind->id, samsyn_field_label (field, language));
          for (const SamsynChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
            g_assert_true (g_hash_table_add (choices, (char *) samsyn_choice_label (kind, field, choice->id, language)));
        }
      for (const SamsynDerived *derived = kind->derived; derived != NULL && derived->id != NULL; derived++)
        g_assert_true (g_hash_table_add (labels, (char *) samsyn_derived_label (derived, language)));
    }
}

/* ---- All kinds ------------------------------------------------------------------------------------------------------------ */

static void
test_all (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (; samsyn_kinds ()[n] != NULL; n++)
    g_assert_true (g_hash_table_add (ids, (char *) samsyn_kinds ()[n]->id));
  g_assert_cmpuint (n, >=, samsyn_contract_size);
  for (guint i = 0; i < SAMSYN_N_AREAS; i++)
    g_assert_nonnull (samsyn_area_label (i, "sv"));
  g_assert_null (samsyn_kind_find ("nothing"));
}

static void
add (const char      *test,
     const char      *kind,
     gconstpointer    data,
     GTestDataFunc    func)
{
  g_autofree char *path = g_strdup_printf ("/kinds/%s/%s", kind, test);

  g_test_add_data_func (path, data, func);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/all", test_all);
  for (guint i = 0; i < samsyn_contract_size; i++)
    add ("contract", samsyn_contract[i].id, &samsyn_contract[i], test_contract);
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      add ("fields", (*kind)->id, *kind, test_fields);
      add ("choices", (*kind)->id, *kind, test_choices);
      add ("references", (*kind)->id, *kind, test_references);
      add ("ids", (*kind)->id, *kind, test_ids);
      add ("words", (*kind)->id, *kind, test_words);
      add ("distinct", (*kind)->id, *kind, test_distinct);
    }
  return g_test_run ();
}
