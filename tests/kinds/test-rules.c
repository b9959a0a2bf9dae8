/* test-rules.c: the rules that a record's own values keep, and the values that follow from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kinds/kinds.h"
#include "model/format.h"

/* A record of "field=value" texts, in the strict form of files. */
static SamsynRecord *
record_of (const char        *kind_id,
           const char *const *values)
{
  SamsynRecord *record = samsyn_record_new (samsyn_kind_find (kind_id), 7);

  for (guint i = 0; i < 4 && values[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (values[i], "=", 2);
      g_auto (SamsynValue) value = SAMSYN_VALUE_NULL;
      GError *error = NULL;

      samsyn_value_parse (samsyn_kind_field (record->kind, parts[0]), parts[1], &value, &error);
      g_assert_no_error (error);
      samsyn_record_set (record, parts[0], &value);
    }
  return record;
}

static const struct
{
  const char *kind;
  const char *values[4];
  const char *fault; /* the field, NULL: none */
} checks[] = {
  { "organisation", { "valid_from=2015-01-01", "valid_to=2014-12-31" }, "valid_to" },
  { "organisation", { "valid_from=2015-01-01", "valid_to=2015-01-01" }, NULL },
  { "organisation", { "valid_to=2014-12-31" }, NULL },
  { "organisation", { "board=7" }, "board" },
  { "organisation", { "board=8", "succeeds=7" }, "succeeds" },
  { "organisation", { "board=8", "succeeds=9" }, NULL },
  { "task", { "valid_from=2015-01-01", "valid_to=2014-12-31" }, "valid_to" },
  { "assignment", { "role=none" }, "role" },
  { "assignment", { "role=none", "scenario=5" }, NULL },
  { "assignment", { "role=A" }, NULL },
  { "assignment", { "role=A", "valid_from=2016-02-01", "valid_to=2016-01-31" }, "valid_to" },
  { "document", { "valid_from=2015-01-01", "valid_to=2014-12-31" }, "valid_to" },
  { "passage", { "starts_at_character=20", "ends_at_character=19" }, "ends_at_character" },
  { "passage", { "starts_at_character=20", "ends_at_character=20" }, NULL },
  { "project", { "starts_on=2016-04-01", "ends_on=2016-03-31" }, "ends_on" },
  { "project", { "ends_on=2017-03-31", "extended_until=2017-03-30" }, "extended_until" },
  { "project", { "starts_on=2016-04-01", "ends_on=2017-03-31", "extended_until=2018-03-31" }, NULL },
  { "measurement", { "from_on=2016-01-01", "on=2015-12-31" }, "on" },
  { "measurement", { "value=4.5", "value_to=4.4" }, "value_to" },
  { "measurement", { "value=-4.5", "value_to=4" }, NULL },
  { "membership", { "from=2016-01-01", "to=2015-12-31" }, "to" },
  { "decision", { "prepares=7" }, "prepares" },
  { "agreement", { "valid_from=2015-01-01", "valid_to=2014-12-31" }, "valid_to" },
  { "consultation", { "sent_on=2008-06-01", "answer_by=2008-05-31" }, "answer_by" },
  { "funding", { "period_from=2016-07-01", "period_to=2016-06-30" }, "period_to" },
  { "link", { "from=8", "to=8" }, "to" },
  { "link", { "from=8", "to=9" }, NULL },
  { "link", { NULL }, NULL },
};

static void
test_checks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr (SamsynRecord) record = record_of (checks[i].kind, checks[i].values);
      g_autofree char *reason = NULL;

      g_test_message ("%s %s", checks[i].kind, checks[i].values[0]);
      g_assert_cmpstr (record->kind->check (record, &reason), ==, checks[i].fault);
      g_assert_cmpint (reason != NULL && g_str_has_suffix (reason, "."), ==, checks[i].fault != NULL);
    }
}

/* A record without values breaks no rule of its own: what must be filled in is said by the fields. */
static void
test_empty (void)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (SamsynRecord) record = samsyn_record_new (*kind, 0);
      g_autofree char *reason = NULL;

      if ((*kind)->check != NULL)
        g_assert_null ((*kind)->check (record, &reason));
      g_assert_null (reason);
      for (const SamsynDerived *derived = (*kind)->derived; derived != NULL && derived->id != NULL; derived++)
        {
          g_auto (SamsynValue) value = samsyn_record_derive (record, derived);

          g_assert_true (samsyn_value_is_null (&value));
        }
    }
}

static const struct
{
  const char *kind;
  const char *derived;
  const char *values[4];
  gint64      expected;
} follows[] = {
  { "risk", "score", { "probability=4", "impact=5" }, 20 },
  { "risk", "residual_score", { "residual_probability=2", "residual_impact=3", "probability=5", "impact=5" }, 6 },
  { "milestone", "delay", { "planned_on=2016-02-28", "reached_on=2016-03-01" }, 2 },
  { "milestone", "delay", { "planned_on=2016-02-28", "forecast_on=2016-02-27" }, -1 },
  { "milestone", "delay", { "planned_on=2016-01-01", "forecast_on=2016-01-31", "reached_on=2016-01-01" }, 0 },
  { "budget_line", "deviation", { "budget=1000", "forecast=1250.50" }, 25050 },
  { "budget_line", "remaining", { "budget=1000", "outcome=1250.50" }, -25050 },
};

static void
test_derived (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (follows); i++)
    {
      g_autoptr (SamsynRecord) record = record_of (follows[i].kind, follows[i].values);
      g_auto (SamsynValue) value = samsyn_record_derive (record, samsyn_kind_derived (record->kind, follows[i].derived));

      g_assert_cmpint (value.stored, ==, SAMSYN_STORED_INTEGER);
      g_assert_cmpint (value.integer, ==, follows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/checks", test_checks);
  g_test_add_func ("/rules/empty", test_empty);
  g_test_add_func ("/rules/derived", test_derived);
  return g_test_run ();
}
