/* test-record.c: records in memory, changes to them, and questions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"
#include "model/query.h"
#include "model/record.h"
#include "random.h"

static gboolean
same_record (const SamsynRecord *a,
             const SamsynRecord *b)
{
  for (guint i = 0; i < a->kind->n_fields; i++)
    if (!samsyn_value_equal (&a->values[i], &b->values[i]))
      return FALSE;
  return a->kind == b->kind && a->id == b->id;
}

static gboolean
same_change (const SamsynChange *a,
             const SamsynChange *b)
{
  if (a->type != b->type || a->kind != b->kind || a->record != b->record || a->fields->len != b->fields->len)
    return FALSE;
  for (guint i = 0; i < a->fields->len; i++)
    {
      const SamsynFieldChange *x = &g_array_index (a->fields, SamsynFieldChange, i);
      const SamsynFieldChange *y = &g_array_index (b->fields, SamsynFieldChange, i);

      if (x->field != y->field || !samsyn_value_equal (&x->before, &y->before) || !samsyn_value_equal (&x->after, &y->after))
        return FALSE;
    }
  return TRUE;
}

/* What the store does with a change, on a record in memory. */
static void
play (SamsynRecord       *record,
      const SamsynChange *change)
{
  for (guint i = 0; i < change->fields->len; i++)
    {
      const SamsynFieldChange *entry = &g_array_index (change->fields, SamsynFieldChange, i);
      SamsynValue after = samsyn_value_copy (&entry->after);

      g_assert_true (samsyn_value_equal (&record->values[entry->field], &entry->before));
      samsyn_record_set (record, record->kind->fields[entry->field].id, &after);
    }
}

static void
assert_there_and_back (const SamsynRecord *before,
                       const SamsynRecord *after)
{
  const SamsynKind *kind = (before != NULL ? before : after)->kind;
  gint64 id = (before != NULL ? before : after)->id;
  g_autoptr (SamsynRecord) nothing = samsyn_record_new (kind, id);
  g_autoptr (SamsynRecord) record = samsyn_record_copy (before != NULL ? before : nothing);
  g_autoptr (SamsynChange) change = samsyn_change_between (before, after);
  g_autoptr (SamsynChange) back = NULL, again = NULL;

  g_assert_nonnull (change);
  g_assert_cmpint (change->type, ==,
                   before == NULL  ? SAMSYN_CHANGE_CREATE
                   : after == NULL ? SAMSYN_CHANGE_DELETE
                                   : SAMSYN_CHANGE_UPDATE);
  play (record, change);
  g_assert_true (same_record (record, after != NULL ? after : nothing));
  back = samsyn_change_invert (change);
  play (record, back);
  g_assert_true (same_record (record, before != NULL ? before : nothing));
  again = samsyn_change_invert (back);
  g_assert_true (same_change (change, again));
}

static void
test_changes (void)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < 20; i++)
      {
        g_autoptr (SamsynRecord) before = random_record (*kind, 7), after = random_record (*kind, 7);
        g_autoptr (SamsynRecord) copy = samsyn_record_copy (before);

        g_assert_true (same_record (before, copy));
        g_assert_null (samsyn_change_between (before, copy));
        assert_there_and_back (NULL, after);
        assert_there_and_back (before, NULL);
        if (!same_record (before, after))
          assert_there_and_back (before, after);
      }
}

static void
test_change_of_one_field (void)
{
  const SamsynKind *action = samsyn_kind_find ("action");
  g_autoptr (SamsynRecord) before = samsyn_record_new (action, 7), after = NULL;
  g_autoptr (SamsynChange) change = NULL;
  SamsynValue title = samsyn_value_text ("Boka möte"), due = samsyn_value_text ("2016-05-02");
  const SamsynFieldChange *found;

  samsyn_record_set (before, "title", &title);
  g_assert_true (samsyn_value_is_null (&title));
  after = samsyn_record_copy (before);
  samsyn_record_set (after, "due_on", &due);
  change = samsyn_change_between (before, after);
  g_assert_cmpuint (change->fields->len, ==, 1);
  found = samsyn_change_find (change, "due_on");
  g_assert_true (samsyn_value_is_null (&found->before));
  g_assert_cmpstr (samsyn_value_get_text (&found->after), ==, "2016-05-02");
  g_assert_null (samsyn_change_find (change, "title"));
  g_assert_cmpstr (samsyn_record_text (after, "title"), ==, "Boka möte");
  g_assert_null (samsyn_record_text (after, "notes"));
  g_assert_cmpint (samsyn_record_integer (after, "project", -1), ==, -1);
}

/* ---- Derived values -------------------------------------------------------------------------------------------------------- */

static const SamsynField measures[] = {
  { .id = "a", .label = "A", .type = SAMSYN_TYPE_INTEGER },     { .id = "b", .label = "B", .type = SAMSYN_TYPE_INTEGER },
  { .id = "x", .label = "X", .type = SAMSYN_TYPE_NUMBER },      { .id = "y", .label = "Y", .type = SAMSYN_TYPE_NUMBER },
  { .id = "planned", .label = "P", .type = SAMSYN_TYPE_DATE },  { .id = "reached", .label = "R", .type = SAMSYN_TYPE_DATE },
  { .id = "forecast", .label = "F", .type = SAMSYN_TYPE_DATE },
};

static const SamsynKind measure = { .id = "measure", .fields = measures, .n_fields = G_N_ELEMENTS (measures) };

static const SamsynDerived product = {
  .id = "p", .type = SAMSYN_TYPE_INTEGER, .derive = SAMSYN_DERIVE_PRODUCT, .from = { "a", "b" }
};
static const SamsynDerived less = {
  .id = "l", .type = SAMSYN_TYPE_INTEGER, .derive = SAMSYN_DERIVE_DIFFERENCE, .from = { "a", "b" }
};
static const SamsynDerived apart = {
  .id = "d", .type = SAMSYN_TYPE_NUMBER, .derive = SAMSYN_DERIVE_DIFFERENCE, .from = { "x", "y" }
};
static const SamsynDerived delay = {
  .id = "delay", .type = SAMSYN_TYPE_INTEGER, .derive = SAMSYN_DERIVE_DAYS, .from = { "planned", "reached", "forecast" }
};

static void
set (SamsynRecord *record,
     const char   *field,
     SamsynValue   value)
{
  samsyn_record_set (record, field, &value);
}

static void
assert_derived (const SamsynRecord  *record,
                const SamsynDerived *derived,
                SamsynValue          expected)
{
  SamsynValue value = samsyn_record_derive (record, derived);

  g_assert_true (samsyn_value_equal (&value, &expected));
}

static void
test_derived (void)
{
  g_autoptr (SamsynRecord) record = samsyn_record_new (&measure, 1);

  assert_derived (record, &product, SAMSYN_VALUE_NULL);
  assert_derived (record, &delay, SAMSYN_VALUE_NULL);
  set (record, "a", samsyn_value_integer (3));
  assert_derived (record, &product, SAMSYN_VALUE_NULL);
  set (record, "b", samsyn_value_integer (5));
  assert_derived (record, &product, samsyn_value_integer (15));
  assert_derived (record, &less, samsyn_value_integer (-2));
  set (record, "x", samsyn_value_real (1.5));
  set (record, "y", samsyn_value_real (0.25));
  assert_derived (record, &apart, samsyn_value_real (1.25));
  set (record, "planned", samsyn_value_text ("2016-02-28"));
  assert_derived (record, &delay, SAMSYN_VALUE_NULL);
  set (record, "forecast", samsyn_value_text ("2016-03-01"));
  assert_derived (record, &delay, samsyn_value_integer (2));
  set (record, "reached", samsyn_value_text ("2016-02-27"));
  assert_derived (record, &delay, samsyn_value_integer (-1));
}

/* ---- Questions ------------------------------------------------------------------------------------------------------------- */

static void
test_query (void)
{
  const SamsynKind *action = samsyn_kind_find ("action");
  g_autoptr (SamsynQuery) query = samsyn_query_new (action);
  const SamsynQueryCondition *conditions;
  SamsynValue late = samsyn_value_text ("2016-05-20");

  g_assert_cmpuint (samsyn_query_select (query, "title"), ==, 0);
  g_assert_cmpuint (samsyn_query_take (query, SAMSYN_QUERY_COUNT, "@id"), ==, 1);
  samsyn_query_where (query, "due_on", SAMSYN_QUERY_LESS, &late);
  samsyn_value_clear (&late); /* the query has its own copy */
  samsyn_query_begin_any (query);
  samsyn_query_where_text (query, "status", SAMSYN_QUERY_EQUAL, "planned");
  samsyn_query_where (query, "status", SAMSYN_QUERY_EMPTY, NULL);
  samsyn_query_end_any (query);
  samsyn_query_begin_any (query);
  samsyn_query_where_integer (query, "project", SAMSYN_QUERY_EQUAL, 7);
  samsyn_query_end_any (query);

  conditions = (const SamsynQueryCondition *) (gpointer) query->conditions->data;
  g_assert_cmpuint (query->conditions->len, ==, 4);
  g_assert_cmpuint (conditions[0].any, ==, 0);
  g_assert_cmpstr (samsyn_value_get_text (&conditions[0].value), ==, "2016-05-20");
  g_assert_cmpuint (conditions[1].any, >, 0);
  g_assert_cmpuint (conditions[2].any, ==, conditions[1].any);
  g_assert_cmpuint (conditions[3].any, !=, conditions[1].any);
  g_assert_true (samsyn_value_is_null (&conditions[2].value));

  samsyn_query_order_default (query);
  g_assert_cmpuint (query->order->len, >, 0);
  samsyn_query_limit (query, 10);
  g_assert_cmpuint (query->limit, ==, 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/changes", test_changes);
  g_test_add_func ("/record/change-of-one-field", test_change_of_one_field);
  g_test_add_func ("/record/derived", test_derived);
  g_test_add_func ("/record/query", test_query);
  return g_test_run ();
}
