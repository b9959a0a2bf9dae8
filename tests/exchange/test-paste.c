/* test-paste.c: rows of a spreadsheet as new records: every type of field, headings, references, errors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "fixture.h"
#include "model/format.h"
#include "model/words.h"
#include "plans/paste/paste.h"

typedef struct
{
  char        *folder;
  SamsynStore *store;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = samsyn_fixture_folder ();
  fixture->store = samsyn_fixture_store (fixture->folder);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  samsyn_store_close (fixture->store);
  samsyn_fixture_remove (fixture->folder);
}

static SamsynPastePlan *
plan_of (Fixture    *fixture,
         const char *kind_id,
         const char *text)
{
  const SamsynKind *kind = samsyn_kind_find (kind_id);
  g_autoptr (GPtrArray) positions = g_ptr_array_new ();
  GError *error = NULL;
  SamsynPastePlan *plan;

  for (guint i = 0; i < kind->n_fields; i++)
    g_ptr_array_add (positions, (gpointer) &kind->fields[i]);
  plan = samsyn_paste_plan_new (fixture->store, kind, positions, "2016-05-20", text, &error);
  g_assert_no_error (error);
  return plan;
}

static char *
problems_of (const SamsynPastePlan *plan)
{
  g_autoptr (GPtrArray) problems = samsyn_paste_plan_problems (plan);

  g_ptr_array_add (problems, NULL);
  return g_strjoinv ("\n", (char **) problems->pdata);
}

/* What may not be written anew is refused as it is in a form. */
static void
test_new_texts (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *longest = g_strnfill (1000, 'x'), *longer = g_strnfill (1001, 'x');
  const char *const names[] = { longest, longer, "\u00a0", "Mo\u0308te" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SamsynPastePlan) plan = plan_of (fixture, "person", names[i]);
      g_autofree char *problems = problems_of (plan);

      g_assert_cmpint (*problems == '\0', ==, i == 0 || i == 3);
    }
}

/* A date a lifetime away is asked about before anything is written, and can be added. */
static void
test_far (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (SamsynPastePlan) plan = plan_of (fixture, "action", "Title\tDue on\nNear\t2016-06-01\nFar\t2116-06-01\n");
  g_autoptr (GPtrArray) notes = samsyn_paste_plan_notes (plan), changes = samsyn_paste_plan_changes (plan);
  g_autofree char *problems = problems_of (plan);

  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpstr (g_ptr_array_index (notes, 0), ==, "Row 2, Due on: 2116-06-01 is 100 years away. Is it right?");
  g_assert_false (notes->len > 1 && strstr (g_ptr_array_index (notes, 1), "away") != NULL);
  g_assert_cmpuint (changes->len, ==, 2);
}

/* ---- Splitting ------------------------------------------------------------------------------------------------------------- */

static void
assert_split (const char *text,
              const char *expected)
{
  g_autoptr (GPtrArray) rows = samsyn_paste_split (text);
  g_autoptr (GString) read = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->len; j++)
        g_string_append_printf (read, "%s[%s]", j == 0 && i > 0 ? "/" : "", (const char *) g_ptr_array_index (row, j));
    }
  g_assert_cmpstr (read->str, ==, expected);
}

static void
test_split (void)
{
  assert_split ("a\tb\r\nc\td\r\n", "[a][b]/[c][d]");
  assert_split ("a\tb\nc", "[a][b]/[c]");
  assert_split ("\"x\ty\nz \"\"q\"\"\"\tb\n", "[x\ty\nz \"q\"][b]");
  assert_split ("5\" rör\t\"slut", "[5\" rör][\"slut]");
  assert_split ("\t\n\n \t\t\n", "");
  assert_split ("\ta", "[][a]");
  assert_split ("", "");
}

/* ---- Every type ------------------------------------------------------------------------------------------------------------ */

/* What a person writes for a field, and what it must become in the strict form; NULL where the kind has no such field. */
static const struct
{
  SamsynType  type;
  const char *typed;
  const char *strict;
  const char *wrong;
} types[] = {
  { SAMSYN_TYPE_TEXT, "Ny text", "Ny text", "rad\vett" },
  { SAMSYN_TYPE_LONG_TEXT, "\"en\ntvå\"", "en\ntvå", "rad\vett" },
  { SAMSYN_TYPE_BODY, "\"§ 1\n§ 2\"", "§ 1\n§ 2", "rad\vett" },
  { SAMSYN_TYPE_DATE, "2/5", "2016-05-02", "32/13" },
  { SAMSYN_TYPE_TIME, "kl 9.30", "09:30", "25:00" },
  { SAMSYN_TYPE_INTEGER, "3", "3", "tre och en halv" },
  { SAMSYN_TYPE_NUMBER, "2,5", "2.5", "mycket" },
  { SAMSYN_TYPE_MONEY, "1 250 000,50", "1250000.50", "dyrt" },
  { SAMSYN_TYPE_BOOLEAN, "ja", "true", "kanske" },
};

static void
try_cell (Fixture           *fixture,
          const SamsynKind  *kind,
          const SamsynField *field,
          const char        *typed,
          const char        *strict)
{
  /* A column of its own, and one more, so that a line of one label is a heading. */
  g_autofree char *text = g_strdup_printf ("%s\n%s\n", samsyn_field_label (field, "sv"), typed);
  g_autoptr (SamsynPastePlan) plan = plan_of (fixture, kind->id, text);
  const SamsynPasteCell *cell = samsyn_paste_plan_cell (plan, 0, 0);
  g_autofree char *read = samsyn_value_format (field, &cell->value);

  g_test_message ("%s.%s: %s", kind->id, field->id, typed);
  g_assert_true (plan->has_header);
  g_assert_true (g_array_index (plan->columns, SamsynPasteColumn, 0).field == field
                 || g_str_equal (samsyn_field_label (g_array_index (plan->columns, SamsynPasteColumn, 0).field, "sv"),
                                 samsyn_field_label (field, "sv")));
  if (strict != NULL)
    {
      g_assert_null (cell->problem);
      g_assert_cmpstr (read, ==, strict);
    }
  else
    {
      g_assert_nonnull (cell->problem);
      g_assert_true (samsyn_value_is_null (&cell->value));
      g_assert_cmpuint (plan->n_faulty, ==, 1);
    }
}

static void
test_types (Fixture      *fixture,
            gconstpointer data)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (guint i = 0; i < (*kind)->n_fields; i++)
      {
        const SamsynField *field = &(*kind)->fields[i];

        /* A number must be one that the field may hold. */
        if (field->maximum > field->minimum)
          {
            g_autofree char *least = g_strdup_printf ("%d", (int) field->minimum),
                            *less = g_strdup_printf ("%d", (int) field->minimum - 1);

            try_cell (fixture, *kind, field, least, least);
            try_cell (fixture, *kind, field, less, NULL);
            continue;
          }
        for (guint j = 0; j < G_N_ELEMENTS (types); j++)
          if (types[j].type == field->type)
            {
              try_cell (fixture, *kind, field, types[j].typed, types[j].strict);
              try_cell (fixture, *kind, field, types[j].wrong, NULL);
            }
        if (field->type == SAMSYN_TYPE_CHOICE)
          for (const SamsynChoice *choice = field->choices; choice->id != NULL; choice++)
            try_cell (fixture, *kind, field, samsyn_choice_label (*kind, field, choice->id, NULL), choice->id);
        if (field->type == SAMSYN_TYPE_CHOICE || field->type == SAMSYN_TYPE_REFERENCE)
          try_cell (fixture, *kind, field, "Nonsens", NULL);
      }
}

/* ---- Whole plans ----------------------------------------------------------------------------------------------------------- */

static void
test_references (Fixture      *fixture,
                 gconstpointer data)
{
  gint64 anna = samsyn_fixture_create (fixture->store, "person", "name", "Anna");
  g_autoptr (SamsynPastePlan) plan = NULL;
  g_autofree char *problems = NULL;

  samsyn_fixture_create (fixture->store, "person", "name", "Bo");
  samsyn_fixture_create (fixture->store, "person", "name", "Bo");
  plan = plan_of (fixture, "action", "Title\tOwner\nA\tAnna\nB\tBo\nC\tCecilia\nD\t\nE\tAnn\n");
  g_assert_cmpint (samsyn_paste_plan_cell (plan, 0, 1)->value.integer, ==, anna);
  g_assert_cmpstr (samsyn_paste_plan_cell (plan, 0, 1)->shown, ==, "Anna");
  g_assert_null (samsyn_paste_plan_cell (plan, 3, 1)->problem);
  g_assert_cmpuint (plan->n_faulty, ==, 3);
  problems = problems_of (plan);
  g_assert_cmpstr (problems, ==,
                   "Row 2, Owner: “Bo” is the title of 2 records: which one is meant can't be told\n"
                   "Row 3, Owner: “Cecilia” is the title of no record\nRow 5, Owner: “Ann” is the title of no record");
}

static void
test_headings (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SamsynPastePlan) english = plan_of (fixture, "action", "Status\tTitle\tNonsense\tTitle\nDone\tA\tx\ty\n");
  g_autoptr (SamsynPastePlan) swedish = plan_of (fixture, "action", "LÄGE\trubrik\nDone\tA\n");
  g_autoptr (SamsynPastePlan) none = plan_of (fixture, "action", "A\nB\n");
  g_autoptr (SamsynPastePlan) missing = plan_of (fixture, "action", "Status\nDone\n");
  g_autofree char *problems = problems_of (missing);

  g_assert_true (english->has_header && swedish->has_header && !none->has_header);
  g_assert_cmpstr (g_array_index (english->columns, SamsynPasteColumn, 0).field->id, ==, "status");
  g_assert_null (g_array_index (english->columns, SamsynPasteColumn, 2).field);
  /* The second of its name is left out. */
  g_assert_null (g_array_index (english->columns, SamsynPasteColumn, 3).field);
  g_assert_cmpuint (english->n_faulty, ==, 0);
  g_assert_cmpstr (g_array_index (swedish->columns, SamsynPasteColumn, 0).field->id, ==, "status");
  g_assert_cmpstr (g_array_index (swedish->columns, SamsynPasteColumn, 1).field->id, ==, "title");
  g_assert_cmpuint (none->n_rows, ==, 2);
  g_assert_cmpstr (g_array_index (none->columns, SamsynPasteColumn, 0).field->id, ==, "title");
  g_assert_cmpstr (problems, ==,
                   "No column goes to “Title”, and every record must have a value there. Choose it above the column that holds "
                   "it.");
}

static char *
notes_of (const SamsynPastePlan *plan)
{
  g_autoptr (GPtrArray) notes = samsyn_paste_plan_notes (plan);

  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("\n", (char **) notes->pdata);
}

static const char *
field_at (const SamsynPastePlan *plan,
          guint                  column)
{
  const SamsynField *field = g_array_index (plan->columns, SamsynPasteColumn, column).field;

  return field != NULL ? field->id : NULL;
}

/* The headings that the program itself writes: of every field in every language, as the workbook of all data has them. */
static void
test_own_headings (Fixture      *fixture,
                   gconstpointer data)
{
  for (const SamsynKind *const *kind = samsyn_kinds (); *kind != NULL; kind++)
    for (const char *const *language = samsyn_languages (); *language != NULL; language++)
      {
        g_autoptr (GString) text = g_string_new ("ID");
        g_autoptr (SamsynPastePlan) plan = NULL;

        for (guint i = (*kind)->n_fields; i-- > 0;)
          g_string_append_printf (text, "\t%s", samsyn_field_label (&(*kind)->fields[i], *language));
        g_string_append (text, "\n1\n");
        plan = plan_of (fixture, (*kind)->id, text->str);
        g_test_message ("%s in %s", (*kind)->id, *language);
        g_assert_true (plan->has_header);
        g_assert_cmpint (g_array_index (plan->columns, SamsynPasteColumn, 0).reason, ==, SAMSYN_PASTE_OWN);
        for (guint i = 0; i < (*kind)->n_fields; i++)
          g_assert_true (samsyn_paste_plan_has_field (plan, &(*kind)->fields[i]));
      }
}

/* As people write them, and as workbooks of the program do. */
static void
test_loose_headings (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (SamsynPastePlan) plan
      = plan_of (fixture, "action", " ANSVARIG: \t\"Due\non\"\tAnsvarig (id)\tAction*\tWho knows\t\tdone_on\n\t\t\tA\n");
  g_autoptr (SamsynPastePlan) foreign = plan_of (fixture, "action", "Vad\tNär\tStatus\nA\t2/5\tdone\n");
  g_autofree char *notes = notes_of (plan);

  g_assert_true (plan->has_header && !foreign->has_header);
  g_assert_cmpstr (field_at (plan, 0), ==, "owner");
  g_assert_cmpstr (field_at (plan, 1), ==, "due_on");
  g_assert_cmpstr (field_at (plan, 2), ==, NULL);
  g_assert_cmpstr (field_at (plan, 3), ==, "title");
  g_assert_cmpstr (field_at (plan, 6), ==, "done_on");
  g_assert_nonnull (strstr (notes, "Left out: Column 6.\nLeft out, because no field is called that: Who knows.\n"
                                   "Left out, because the program itself writes it: Ansvarig (id).\n"
                                   "Left empty, because no column goes there: Project, Organisation, Status,"));
}

static void
test_choosing (Fixture      *fixture,
               gconstpointer data)
{
  const SamsynKind *kind = samsyn_kind_find ("action");
  g_autoptr (SamsynPastePlan) plan = plan_of (fixture, "action", "När\tVad\n2/5\tA\n3/5\tB\n");
  g_autofree char *first = notes_of (plan), *then = NULL, *problems = NULL;

  g_assert_true (!plan->has_header && plan->n_rows == 3);
  g_assert_cmpstr (field_at (plan, 0), ==, "title");
  samsyn_paste_plan_set_field (plan, 1, samsyn_kind_field (kind, "title"));
  g_assert_cmpstr (field_at (plan, 0), ==, NULL);
  g_assert_cmpstr (samsyn_paste_plan_cell (plan, 1, 0)->shown, ==, "2/5");
  g_assert_cmpuint (plan->n_faulty, ==, 0);
  samsyn_paste_plan_set_field (plan, 0, samsyn_kind_field (kind, "due_on"));
  g_assert_cmpuint (plan->n_faulty, ==, 1);
  samsyn_paste_plan_set_header (plan, TRUE);
  g_assert_cmpuint (plan->n_rows, ==, 2);
  g_assert_cmpuint (plan->n_faulty, ==, 0);
  g_assert_cmpstr (samsyn_paste_plan_cell (plan, 1, 0)->value.text, ==, "2016-05-03");
  g_assert_cmpstr (g_array_index (plan->columns, SamsynPasteColumn, 1).heading, ==, "Vad");
  samsyn_paste_plan_set_field (plan, 1, NULL);
  then = notes_of (plan);
  problems = problems_of (plan);
  g_assert_true (!g_str_has_prefix (first, "Left out") && g_str_has_prefix (then, "Left out: Vad.\n"));
  g_assert_cmpstr (problems, ==,
                   "No column goes to “Title”, and every record must have a value there. Choose it above the column that holds "
                   "it.");
  g_assert_cmpuint (plan->n_faulty, ==, 2);
}

static void
test_changes (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SamsynPastePlan) plan = plan_of (fixture, "action", "Title\tDue on\nA\t2/5\n\tfredag\nC\t-\nD\t\n");
  g_autoptr (GPtrArray) changes = samsyn_paste_plan_changes (plan);
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
  g_autoptr (SamsynRows) rows = NULL;
  SamsynStepInfo info = { .code = "paste" };
  GError *error = NULL;

  g_assert_cmpuint (plan->n_faulty, ==, 2);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (samsyn_store_apply (fixture->store, &info, changes, NULL, &error), >, 0);
  g_assert_no_error (error);
  samsyn_query_select (query, "title");
  samsyn_query_select (query, "due_on");
  rows = samsyn_store_select (fixture->store, query, NULL);
  g_assert_cmpuint (rows->n_rows, ==, 2);
  g_assert_cmpstr (samsyn_rows_text (rows, 0, 1), ==, "2016-05-02");
  g_assert_cmpstr (samsyn_rows_text (rows, 1, 0), ==, "D");
  samsyn_fixture_check (fixture->store);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  const SamsynKind *kind = samsyn_kind_find ("action");
  g_autoptr (GPtrArray) positions = g_ptr_array_new ();
  g_autoptr (GString) many = g_string_new (NULL);

  for (guint i = 0; i <= SAMSYN_PASTE_LIMIT; i++)
    g_string_append (many, "x\n");
  for (guint i = 0; i < 4; i++)
    {
      const char *texts[] = { "", "\n\t\n", "Title\tStatus\n", many->str };
      g_autoptr (GError) error = NULL;

      g_assert_null (samsyn_paste_plan_new (fixture->store, kind, positions, "2016-05-20", texts[i], &error));
      g_assert_nonnull (error);
    }
}

#define ADD(name, func) g_test_add ("/paste/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/split", test_split);
  ADD ("types", test_types);
  ADD ("references", test_references);
  ADD ("headings", test_headings);
  ADD ("own-headings", test_own_headings);
  ADD ("loose-headings", test_loose_headings);
  ADD ("choosing", test_choosing);
  ADD ("changes", test_changes);
  ADD ("new-texts", test_new_texts);
  ADD ("far", test_far);
  ADD ("refused", test_refused);
  return g_test_run ();
}
