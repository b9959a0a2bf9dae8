/* test-overview.c: deadlines and the overview, against a look at every record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "findings/standing/judgement.h"
#include "findings/standing/overview.h"
#include "model/date.h"
#include "plans/import/sample.h"

#define TODAY "2016-11-17"
#define UNTIL "2017-02-15"

typedef struct
{
  char        *folder;
  SamsynStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer sample)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
  if (sample != NULL)
    samsyn_sample_apply (fixture->store, sample, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer sample)
{
  samsyn_store_close (fixture->store);
  samsyn_fixture_remove (fixture->folder);
}

typedef void (*RecordFunc) (const SamsynRecord *record,
                            gpointer            data);

static void
each_record (SamsynStore      *store,
             const SamsynKind *kind,
             RecordFunc        func,
             gpointer          data)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GArray) ids = samsyn_store_ids (store, query, 0, 0, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SamsynRecord) record = samsyn_store_get (store, g_array_index (ids, gint64, i), NULL);

      func (record, data);
    }
}

static gboolean
is_settled (const SamsynRecord *record)
{
  for (const SamsynSettled *settled = record->kind->settled; settled != NULL && settled->field != NULL; settled++)
    {
      const char *value = samsyn_record_text (record, settled->field);

      if (value != NULL && (settled->choice == NULL || g_str_equal (settled->choice, value)))
        return TRUE;
    }
  return FALSE;
}

/* ---- Deadlines ------------------------------------------------------------------------------------------------------------- */

typedef struct
{
  GHashTable *late;  /* record → date */
  GHashTable *ahead; /* "record date" → date */
} Expected;

static void
expect (const SamsynRecord *record,
        gpointer            data)
{
  Expected *expected = data;
  const char *missed = NULL;

  for (guint i = 0; !is_settled (record) && i < record->kind->n_fields; i++)
    {
      const SamsynField *field = &record->kind->fields[i];
      const char *date = field->flags & SAMSYN_FIELD_DEADLINE ? samsyn_record_text (record, field->id) : NULL;

      if (date != NULL && strcmp (date, TODAY) < 0 && (missed == NULL || strcmp (date, missed) > 0))
        missed = date;
      if (date != NULL && strcmp (date, TODAY) >= 0 && strcmp (date, UNTIL) <= 0)
        g_hash_table_insert (expected->ahead, g_strdup_printf ("%" G_GINT64_FORMAT " %s", record->id, date), g_strdup (date));
    }
  if (missed != NULL)
    g_hash_table_insert (expected->late, g_strdup_printf ("%" G_GINT64_FORMAT, record->id), g_strdup (missed));
}

static void
check_deadlines (SamsynStore     *store,
                 SamsynDeadlines *deadlines,
                 GHashTable      *expected,
                 gboolean         with_date)
{
  const char *before = with_date ? "" : "9999";

  g_assert_cmpint (deadlines->n_all, ==, g_hash_table_size (expected));
  g_assert_cmpuint (deadlines->all->len, ==, g_hash_table_size (expected));
  for (guint i = 0; i < deadlines->all->len; i++)
    {
      const SamsynDeadline *deadline = g_ptr_array_index (deadlines->all, i);
      g_autofree char *key = with_date ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", deadline->record, deadline->date)
                                        : g_strdup_printf ("%" G_GINT64_FORMAT, deadline->record);
      g_autofree char *title = samsyn_store_title (store, deadline->record, "sv");

      g_assert_cmpstr (g_hash_table_lookup (expected, key), ==, deadline->date);
      g_assert_cmpstr (deadline->title, ==, title);
      g_assert_true (samsyn_store_kind_of (store, deadline->record) == deadline->kind);
      /* What is late is told from the latest on. */
      g_assert_cmpint (strcmp (before, deadline->date) * (with_date ? 1 : -1), <=, 0);
      before = deadline->date;
    }
}

static void
test_deadlines (Fixture      *fixture,
                gconstpointer sample)
{
  Expected expected = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                        g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  g_autoptr (SamsynDeadlines) late = samsyn_deadlines_late (fixture->store, TODAY, 0, "sv", NULL);
  g_autoptr (SamsynDeadlines) ahead = samsyn_deadlines_ahead (fixture->store, TODAY, UNTIL, 0, "sv", NULL);
  g_autoptr (SamsynDeadlines) few = samsyn_deadlines_ahead (fixture->store, TODAY, UNTIL, 3, "sv", NULL);

  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    each_record (fixture->store, *kind, expect, &expected);
  check_deadlines (fixture->store, late, expected.late, FALSE);
  check_deadlines (fixture->store, ahead, expected.ahead, TRUE);
  g_assert_cmpuint (few->all->len, ==, MIN (3, ahead->all->len));
  /* Of those beyond the limit it is not known which fall on one day. */
  g_assert_cmpint (few->n_all, >=, ahead->n_all);
  g_assert_cmpint (few->n_all, <=, ahead->n_all + 10);
  for (guint i = 0; i < few->all->len; i++)
    g_assert_cmpstr (((SamsynDeadline *) g_ptr_array_index (few->all, i))->date, ==,
                     ((SamsynDeadline *) g_ptr_array_index (ahead->all, i))->date);
  g_assert_true ((sample == NULL) == (late->n_all == 0));
  g_assert_true ((sample == NULL) == (ahead->n_all == 0));
  g_hash_table_unref (expected.late);
  g_hash_table_unref (expected.ahead);
}

/* ---- The overview ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64 project;
  gint64 report;
  char   date[16];
  guint  n_lights;
  guint  n_unsettled;
} Report;

static void
newest (const SamsynRecord *record,
        gpointer            data)
{
  Report *report = data;
  const char *on = samsyn_record_text (record, "on");

  if (samsyn_record_integer (record, "project", 0) == report->project && strcmp (on, TODAY) <= 0
      && strcmp (on, report->date) >= 0)
    {
      report->report = record->id;
      g_strlcpy (report->date, on, sizeof report->date);
    }
}

static void
count_lights (const SamsynRecord *record,
              gpointer            data)
{
  Report *report = data;

  report->n_lights += samsyn_record_integer (record, "status_report", 0) == report->report;
}

static void
count_unsettled (const SamsynRecord *record,
                 gpointer            data)
{
  *(guint *) data += !is_settled (record);
}

static void
check_standing (SamsynStore                 *store,
                const SamsynProjectStanding *standing)
{
  const SamsynField *dimension = samsyn_kind_field (samsyn_kind_find ("status_light"), "dimension");
  Report report = { .project = standing->project };
  g_autofree char *name = samsyn_store_title (store, standing->project, "sv");
  guint n_lights = 0;

  each_record (store, samsyn_kind_find ("status_report"), newest, &report);
  each_record (store, samsyn_kind_find ("status_light"), count_lights, &report);
  for (guint i = 0; dimension->choices[i].id != NULL; i++)
    n_lights += g_array_index (standing->judgements, SamsynJudgement, i).set != NULL;
  g_assert_cmpstr (standing->name, ==, name);
  g_assert_cmpint (standing->report, ==, report.report);
  g_assert_cmpstr (standing->date, ==, report.date);
  g_assert_cmpuint (n_lights, ==, report.n_lights);
}

static void
check_open (SamsynStore           *store,
            const SamsynDeadlines *deadlines,
            const char            *kind)
{
  guint n = 0;
  gboolean undated = FALSE;

  each_record (store, samsyn_kind_find (kind), count_unsettled, &n);
  g_assert_cmpint (deadlines->n_all, ==, n);
  g_assert_cmpuint (deadlines->all->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const SamsynDeadline *deadline = g_ptr_array_index (deadlines->all, i);

      g_assert_false (undated && deadline->date != NULL);
      undated |= deadline->date == NULL;
    }
}

static void
check_meetings (SamsynStore *store,
                GPtrArray   *meetings)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      const SamsynNextMeeting *meeting = g_ptr_array_index (meetings, i);
      g_autoptr (SamsynRecord) record = samsyn_store_get (store, meeting->meeting, NULL);
      g_autofree char *group = samsyn_store_title (store, samsyn_record_integer (record, "group", 0), "sv");

      g_assert_false (is_settled (record));
      g_assert_cmpstr (meeting->group, ==, group);
      g_assert_cmpstr (meeting->date, >=, TODAY);
      g_assert_cmpstr (meeting->date, ==, samsyn_record_text (record, "starts_on"));
    }
}

static void
test_overview (Fixture      *fixture,
               gconstpointer sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynOverview) overview = samsyn_overview_new (fixture->store, TODAY, 0, "sv", &error);
  guint n_projects = 0;

  g_assert_no_error (error);
  each_record (fixture->store, samsyn_kind_find ("project"), count_unsettled, &n_projects);
  g_assert_cmpint (overview->standings->len + overview->n_unreported, ==, n_projects);
  for (guint i = 0; i < overview->standings->len; i++)
    check_standing (fixture->store, g_ptr_array_index (overview->standings, i));
  check_open (fixture->store, overview->decisions, "decision");
  check_open (fixture->store, overview->replies, "reply");
  check_meetings (fixture->store, overview->meetings);
  g_assert_true (overview->is_empty == (sample == NULL));
  if (sample == NULL)
    return;
  g_assert_cmpuint (overview->standings->len, >, 5);
  /* The strategic and the operative group have one meeting each, of several ahead. */
  g_assert_cmpuint (overview->meetings->len, ==, 2);
}

static void
test_recent (Fixture      *fixture,
             gconstpointer sample)
{
  gint64 project = samsyn_fixture_create (fixture->store, "project", "name", "Översyn");
  gint64 gone = samsyn_fixture_create (fixture->store, "organisation", "name", "Nämnden");
  g_autoptr (SamsynOverview) overview = NULL;
  const SamsynRecentChange *change;

  samsyn_fixture_delete (fixture->store, gone);
  samsyn_fixture_fill (fixture->store, 20);
  overview = samsyn_overview_new (fixture->store, TODAY, 4, "sv", NULL);
  g_assert_cmpuint (overview->recent->len, ==, 4);
  g_assert_false (overview->is_empty);
  g_assert_cmpint (overview->n_unreported, ==, 1);

  change = g_ptr_array_index (overview->recent, 0);
  g_assert_cmpint (change->step->n_changes, ==, 20);
  g_assert_cmpstr (change->step->kind->id, ==, "action");
  g_assert_cmpstr (change->title, ==, "Boka möte med stadsdelarna om introduktionen");
  change = g_ptr_array_index (overview->recent, 1);
  g_assert_cmpstr (change->step->code, ==, "delete");
  g_assert_cmpint (change->step->record, ==, 0);
  g_assert_cmpstr (change->step->kind->id, ==, "organisation");
  g_assert_cmpstr (change->title, ==, "");
  change = g_ptr_array_index (overview->recent, 3);
  g_assert_cmpint (change->step->record, ==, project);
  g_assert_cmpstr (change->title, ==, "Översyn");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/deadlines/sample", Fixture, "oversyn", set_up, test_deadlines, tear_down);
  g_test_add ("/deadlines/empty", Fixture, NULL, set_up, test_deadlines, tear_down);
  g_test_add ("/overview/sample", Fixture, "oversyn", set_up, test_overview, tear_down);
  g_test_add ("/overview/empty", Fixture, NULL, set_up, test_overview, tear_down);
  g_test_add ("/overview/recent", Fixture, NULL, set_up, test_recent, tear_down);
  return g_test_run ();
}
