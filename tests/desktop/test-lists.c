/* test-lists.c: what lists ask for, group, keep, copy and change at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "desktop/list/copy-table.h"
#include "desktop/question/count.h"
#include "desktop/question/question.h"
#include "desktop/session/record-list.h"
#include "desktop/session/view-state.h"
#include "fixture.h"
#include "model/late.h"
#include "plans/bulk/bulk-plan.h"

#define N_RECORDS 5000

typedef struct
{
  char          *folder;
  SamsynStore   *store;
  SamsynQuestion question;
  gint64         persons[2];
} Fixture;

/* Of three actions in a row the first is planned, the second ongoing, the third says nothing; every second is Anna's, others
 * Bo's. */
static void
fill (Fixture *fixture)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) samsyn_change_free);
  SamsynStepInfo info = { .code = "import", .author = "test" };
  GError *error = NULL;

  for (guint i = 0; i < N_RECORDS; i++)
    {
      SamsynChange *change
          = samsyn_change_new (SAMSYN_CHANGE_CREATE, fixture->question.kind, samsyn_store_new_id (fixture->store));
      g_autofree char *title = g_strdup_printf ("Action %04u", i), *due = g_strdup_printf ("2016-%02u-15", 1 + i % 12);

      samsyn_change_add_text (change, "title", title);
      samsyn_change_add_integer (change, "owner", fixture->persons[i % 2]);
      samsyn_change_add_text (change, "due_on", due);
      if (i % 3 < 2)
        samsyn_change_add_text (change, "status", i % 3 == 0 ? "planned" : "ongoing");
      g_ptr_array_add (changes, change);
    }
  samsyn_store_apply (fixture->store, &info, changes, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const SamsynKind *kind = samsyn_kind_find ("action");

  fixture->folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
  fixture->persons[0] = samsyn_fixture_create (fixture->store, "person", "name", "Anna");
  fixture->persons[1] = samsyn_fixture_create (fixture->store, "person", "name", "Bo");
  fixture->question = (SamsynQuestion) { .kind = kind, .columns = samsyn_columns_new (kind), .text = "",
                                         .filters = samsyn_filters_new (kind) };
  if (data != NULL)
    fill (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->question.columns);
  samsyn_filters_free (fixture->question.filters);
  samsyn_store_close (fixture->store);
  samsyn_fixture_remove (fixture->folder);
}

/* ---- Filters --------------------------------------------------------------------------------------------------------------- */

static gint64
found (Fixture    *fixture,
       const char *field,
       const char *value)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (fixture->question.kind);
  GError *error = NULL;
  gint64 n;

  samsyn_filters_clear (fixture->question.filters);
  samsyn_filters_set (fixture->question.filters, field, (const char *[]) { value, NULL });
  samsyn_filters_narrow (fixture->question.filters, query, "2016-06-20");
  n = samsyn_store_count (fixture->store, query, &error);
  g_assert_no_error (error);
  return n;
}

static guint
due_between (guint first,
             guint last)
{
  guint n = 0;

  for (guint i = 0; i < N_RECORDS; i++)
    n += 1 + i % 12 >= first && 1 + i % 12 <= last;
  return n;
}

static void
test_filters (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *anna = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->persons[0]);
  const char *both[] = { "planned", "", "nonsense", NULL };
  g_autoptr (SamsynQuery) query = samsyn_query_new (fixture->question.kind);
  g_autofree char *words = NULL;

  g_assert_cmpint (found (fixture, "status", "planned"), ==, (N_RECORDS + 2) / 3);
  g_assert_cmpint (found (fixture, "status", ""), ==, N_RECORDS / 3);
  g_assert_cmpint (found (fixture, "owner", anna), ==, N_RECORDS / 2);
  g_assert_cmpint (found (fixture, "due_on", "late"), ==, due_between (1, 6));
  g_assert_cmpint (found (fixture, "due_on", "past"), ==, due_between (1, 6));
  g_assert_cmpint (found (fixture, "due_on", "next:30"), ==, due_between (7, 7));
  g_assert_cmpint (found (fixture, "due_on", "2016-03-15..2016-05-01"), ==, due_between (3, 4));
  g_assert_cmpint (found (fixture, "due_on", "..2016-02-15"), ==, due_between (1, 2));
  g_assert_cmpint (found (fixture, "due_on", ""), ==, 0);
  /* What a field can't have is no filter. */
  g_assert_cmpint (found (fixture, "status", "nonsense"), ==, N_RECORDS);
  g_assert_cmpint (found (fixture, "due_on", "2016-02-30.."), ==, N_RECORDS);
  g_assert_true (samsyn_filters_is_empty (fixture->question.filters));

  samsyn_filters_set (fixture->question.filters, "status", both);
  samsyn_filters_toggle (fixture->question.filters, "owner", anna, TRUE);
  samsyn_filters_narrow (fixture->question.filters, query, "2016-06-20");
  /* Planned ones are those of 0, 3, 6, …, ones without of 2, 5, 8, …; every second of both is Anna's. */
  g_assert_cmpint (samsyn_store_count (fixture->store, query, NULL), ==, (N_RECORDS / 3 + N_RECORDS / 3 + 1 + 1) / 2);
  words = samsyn_filters_describe (fixture->question.filters, "owner", fixture->store);
  g_assert_cmpstr (words, ==, "Anna");
  samsyn_filters_toggle (fixture->question.filters, "owner", anna, FALSE);
  g_assert_null (samsyn_filters_get (fixture->question.filters, "owner"));
}

static void
assert_range (const char *from,
              const char *to,
              const char *expected)
{
  const SamsynField *field = samsyn_kind_field (samsyn_kind_find ("action"), "due_on");
  g_autoptr (GError) error = NULL;
  g_autofree char *value = samsyn_filters_read_range (field, "2016-05-20", from, to, &error);

  g_assert_cmpstr (value, ==, expected);
  g_assert_true ((error == NULL) == (expected != NULL));
}

static void
test_ranges (void)
{
  assert_range ("1/5", "31/5", "2016-05-01..2016-05-31");
  assert_range ("1/5 – 31/5", "", "2016-05-01..2016-05-31");
  assert_range ("2016-05-01 - i morgon", "", "2016-05-01..2016-05-21");
  assert_range ("31/5", "1/5", "2016-05-01..2016-05-31");
  assert_range ("", " 3 maj ", "..2016-05-03");
  assert_range ("fredag", "", "2016-05-20..");
  assert_range ("32/5", "", NULL);
}

/* ---- Groups ---------------------------------------------------------------------------------------------------------------- */

static SamsynRecordList *
load (Fixture    *fixture,
      const char *group)
{
  SamsynRecordList *list = samsyn_record_list_new (fixture->store);
  GError *error = NULL;

  fixture->question.group = samsyn_columns_find (fixture->question.columns, group);
  g_assert_nonnull (fixture->question.group);
  samsyn_record_list_set_grouped_query (list, samsyn_question_rows (&fixture->question, NULL),
                                        samsyn_question_groups (&fixture->question, NULL), &error);
  g_assert_no_error (error);
  while (!samsyn_record_list_is_complete (list))
    g_main_context_iteration (NULL, TRUE);
  return list;
}

/* Each heading is followed by as many records as it says, all with its value; returns the headings' texts. */
static char *
read_groups (Fixture          *fixture,
             SamsynRecordList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list)), left = 0, n_records = 0;
  g_autofree char *value = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SamsynRecordRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      const SamsynValue *group = samsyn_record_row_get_group (row);

      if (group != NULL)
        {
          g_assert_cmpuint (left, ==, 0);
          g_assert_cmpint (samsyn_record_list_get_id (list, i), ==, 0);
          g_assert_null (samsyn_record_row_get_values (row));
          left = (guint) samsyn_value_get_integer (&group[1], 0);
          g_free (value);
          value = g_strdup (samsyn_value_get_text (&group[0]));
          g_string_append_printf (text, "%s %u;", value != NULL ? value : "-", left);
          continue;
        }
      g_assert_cmpuint (left--, >, 0);
      g_assert_cmpstr (samsyn_value_get_text (&samsyn_record_row_get_values (row)[fixture->question.group->place]), ==, value);
      n_records++;
    }
  g_assert_cmpuint (left, ==, 0);
  g_string_append_printf (text, " %u", n_records);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_groups (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SamsynRecordList) list = load (fixture, "status");
  g_autofree char *by_status = read_groups (fixture, list), *after = NULL;
  g_autoptr (SamsynRecordList) owners = NULL;
  g_autofree char *by_owner = NULL;
  GError *error = NULL;

  g_assert_cmpstr (by_status, ==, "planned 1667;ongoing 1667;- 1666; 5000");
  samsyn_fixture_edit (fixture->store, samsyn_record_list_get_id (list, 1), "status", "done", NULL);
  g_assert_true (samsyn_record_list_refresh (list, &error));
  while (!samsyn_record_list_is_complete (list))
    g_main_context_iteration (NULL, TRUE);
  after = read_groups (fixture, list);
  g_assert_cmpstr (after, ==, "planned 1666;ongoing 1667;done 1;- 1666; 5000");
  samsyn_record_list_close (list);

  /* Of one name, but two persons: two groups. */
  samsyn_fixture_edit (fixture->store, fixture->persons[1], "name", "Anna", NULL);
  owners = load (fixture, "owner");
  by_owner = read_groups (fixture, owners);
  g_assert_cmpstr (by_owner, ==, "Anna 2500;Anna 2500; 5000");
  samsyn_record_list_close (owners);
}

/* ---- What is kept ---------------------------------------------------------------------------------------------------------- */

static void
test_state (Fixture      *fixture,
            gconstpointer data)
{
  SamsynQuestion *question = &fixture->question;
  const SamsynKind *kind = question->kind;
  const char *values[] = { "", "ongoing", NULL };
  SamsynQuestion again = { .kind = kind, .columns = samsyn_columns_new (kind), .text = "", .filters = samsyn_filters_new (kind) };
  SamsynQuestion other = { .kind = samsyn_kind_find ("risk") };

  question->sort = samsyn_columns_find (question->columns, "due_on");
  question->descending = TRUE;
  question->group = samsyn_columns_find (question->columns, "owner");
  samsyn_columns_find (question->columns, "priority")->visible = FALSE;
  samsyn_columns_find (question->columns, "notes")->visible = TRUE;
  samsyn_columns_find (question->columns, "title")->pixels = 333;
  samsyn_filters_set (question->filters, "status", values);
  samsyn_filters_set (question->filters, "due_on", (const char *[]) { "", NULL });
  samsyn_view_state_save (question, "test");
  /* Another kind's state beside it is another's. */
  other.columns = samsyn_columns_new (other.kind);
  other.filters = samsyn_filters_new (other.kind);
  samsyn_view_state_load (&other, "test");
  g_assert_null (other.sort);
  samsyn_view_state_save (&other, "test");

  samsyn_view_state_load (&again, "test");
  g_assert_cmpstr (again.sort->field.id, ==, "due_on");
  g_assert_true (again.descending);
  g_assert_cmpstr (again.group->field.id, ==, "owner");
  for (guint i = 0; i < again.columns->len; i++)
    {
      const SamsynColumn *a = g_ptr_array_index (question->columns, i), *b = g_ptr_array_index (again.columns, i);

      g_assert_cmpint (a->visible, ==, b->visible);
      g_assert_cmpint (a->pixels, ==, b->pixels);
    }
  g_assert_true (g_strv_equal (samsyn_filters_get (again.filters, "status"), values));
  g_assert_true (samsyn_filters_has (again.filters, "due_on", ""));
  /* Of another workspace nothing is known. */
  samsyn_view_state_load (&again, "unknown");
  g_assert_null (again.sort);
  g_assert_true (samsyn_filters_is_empty (again.filters));
  g_ptr_array_unref (again.columns);
  samsyn_filters_free (again.filters);
  g_ptr_array_unref (other.columns);
  samsyn_filters_free (other.filters);
}

/* ---- Tables and changes of many -------------------------------------------------------------------------------------------- */

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  gint64 id = samsyn_fixture_create (fixture->store, "action", "title", "=1+1 \"<b>\"");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *text = NULL, *html = NULL;

  for (guint i = 0; i < fixture->question.columns->len; i++)
    ((SamsynColumn *) g_ptr_array_index (fixture->question.columns, i))->visible = FALSE;
  samsyn_columns_find (fixture->question.columns, "title")->visible = TRUE;
  samsyn_columns_find (fixture->question.columns, "due_on")->visible = TRUE;
  samsyn_fixture_edit (fixture->store, id, "due_on", "2016-05-02", NULL);
  g_array_append_val (ids, id);
  text = samsyn_copy_table_text (fixture->store, &fixture->question, ids);
  html = samsyn_copy_table_html (fixture->store, &fixture->question, ids);
  g_assert_cmpstr (text, ==, "Title\tDue on\n\"=1+1 \"\"<b>\"\"\"\t2016-05-02\n");
  g_assert_nonnull (strstr (html, "<td style=\"mso-number-format:'\\@'\">=1+1 &quot;&lt;b&gt;&quot;</td><td>2016-05-02</td>"));
}

static void
test_bulk (Fixture      *fixture,
           gconstpointer data)
{
  const SamsynKind *kind = fixture->question.kind;
  g_autoptr (SamsynQuery) query = samsyn_query_new (kind);
  g_autoptr (GArray) ids = samsyn_store_ids (fixture->store, query, 0, 300, NULL);
  g_auto (SamsynValue) ongoing = samsyn_value_text ("ongoing");
  SamsynStepInfo info = { .code = "bulk-edit" };
  g_autoptr (GPtrArray) changes = NULL, none = NULL;
  guint n_already;
  GError *error = NULL;

  changes = samsyn_bulk_plan (fixture->store, kind, ids, samsyn_kind_field (kind, "status"), &ongoing, &n_already, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_already, ==, 100);
  g_assert_cmpuint (changes->len, ==, 200);
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, NULL, &error), >, 0);
  none = samsyn_bulk_plan (fixture->store, kind, ids, samsyn_kind_field (kind, "status"), &ongoing, &n_already, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (n_already, ==, 300);
  g_assert_cmpint (samsyn_store_undo (fixture->store, &error), >, 0);
  samsyn_fixture_check (fixture->store);
}

#define ADD(name, data, func) g_test_add ("/lists/" name, Fixture, data, set_up, func, tear_down)

/* Counted in slices, and as a whole: all of them, those of a filter, and the late ones among these. */
static void
test_count (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const texts[] = { "", "Action 1", "nothing is called so" };
  static const gint64 expected[] = { N_RECORDS, 1000, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SamsynQuery) late = samsyn_query_new (fixture->question.kind);
      SamsynCount count;
      guint n_slices = 1;

      fixture->question.text = texts[i];
      samsyn_question_narrow (&fixture->question, NULL, late);
      samsyn_query_where_late (late, "2016-06-30");
      for (samsyn_count_begin (&count, fixture->store, &fixture->question); samsyn_count_go_on (&count);)
        n_slices++;
      g_assert_cmpuint (n_slices, >, 2);
      g_assert_cmpint (count.all, ==, N_RECORDS);
      g_assert_cmpint (count.found, ==, expected[i]);
      g_assert_cmpint (count.late, ==, samsyn_store_count (fixture->store, late, NULL));
    }
}

static gint64
count_typed (Fixture    *fixture,
             const char *kind,
             const char *text)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find (kind));

  samsyn_question_narrow_to_text (query, text, NULL);
  return samsyn_store_count (fixture->store, query, NULL);
}

/* What is typed is looked for in what is shown, not in the names that stand for it in the file. */
static void
test_typed (Fixture      *fixture,
            gconstpointer data)
{
  samsyn_fixture_create (fixture->store, "setting", "name", "lights.cost.amber");
  samsyn_fixture_create (fixture->store, "setting", "name", "Own words");
  g_assert_cmpint (count_typed (fixture, "setting", "per cent over"), ==, 1);
  g_assert_cmpint (count_typed (fixture, "setting", "lights"), ==, 0);
  g_assert_cmpint (count_typed (fixture, "setting", "own w"), ==, 1);
  g_assert_cmpint (count_typed (fixture, "person", "ann"), ==, 1);
}

/* What a list shows of others is looked for too: their names, as long as that column is there, and the words of choices. */
static void
test_typed_shown (Fixture      *fixture,
                  gconstpointer data)
{
  const SamsynKind *kind = samsyn_kind_find ("action");
  g_autoptr (GPtrArray) columns = samsyn_columns_new (kind);
  gint64 owner = samsyn_fixture_create (fixture->store, "person", "name", "Controller"),
         action = samsyn_fixture_create (fixture->store, "action", "title", "Räkna om");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, owner);
  static const struct
  {
    const char *text;
    gboolean    hidden;
    gint64      n;
  } cases[]
      = { { "contrOL", FALSE, 1 }, { "contrOL", TRUE, 0 }, { "Ongo", FALSE, 1 }, { "räkna", TRUE, 1 }, { "nobody", FALSE, 0 } };

  samsyn_fixture_create (fixture->store, "action", "title", "Annat");
  samsyn_fixture_edit (fixture->store, action, "owner", id, "status", "ongoing", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (kind);

      samsyn_columns_find (columns, "owner")->visible = !cases[i].hidden;
      samsyn_question_narrow_to_text (query, cases[i].text, columns);
      g_assert_cmpint (samsyn_store_count (fixture->store, query, NULL), ==, cases[i].n);
    }
}

/* Of every kind: the column that names the record has at least so much, and more as soon as others have something to give. */
static void
test_widths (void)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    {
      g_autoptr (GPtrArray) columns = samsyn_columns_new (*kind);
      const SamsynColumn *first = g_ptr_array_index (columns, 0);

      g_test_message ("%s: %d", (*kind)->id, first->width);
      g_assert_cmpint (first->width, >=, MIN (24, samsyn_field_width (&first->field)));
      for (guint i = 1; i < columns->len && first->width < MIN (30, samsyn_field_width (&first->field)); i++)
        {
          const SamsynColumn *column = g_ptr_array_index (columns, i);

          if (column->usual && column->field.type == SAMSYN_TYPE_CHOICE)
            g_assert_cmpint (column->width, <=, MAX (18, (int) strlen (column->label) + 4));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("samsyn-state-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_setenv ("SAMSYN_NOW", "2016-06-30", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("filters", "filled", test_filters);
  ADD ("groups", "filled", test_groups);
  ADD ("bulk", "filled", test_bulk);
  ADD ("state", NULL, test_state);
  ADD ("copy", NULL, test_copy);
  ADD ("count", "filled", test_count);
  ADD ("typed", NULL, test_typed);
  ADD ("typed-shown", NULL, test_typed_shown);
  g_test_add_func ("/lists/ranges", test_ranges);
  g_test_add_func ("/lists/widths", test_widths);
  status = g_test_run ();
  samsyn_fixture_remove (g_steal_pointer (&state));
  return status;
}
