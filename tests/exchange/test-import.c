/* test-import.c: every kind and field comes in, and every fault of a field is told with its place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "../store/fixture.h"
#include "exchange/book/book.h"
#include "exchange/error.h"
#include "exchange/json/export-json.h"
#include "model/format.h"
#include "plans/import/import.h"
#include "records.h"
#include "store/db.h"

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
plan (SamsynStore *store,
      const char  *document,
      GPtrArray   *problems,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));

  return samsyn_import_plan_json (store, bytes, 0, NULL, problems, error);
}

static void
import_good (SamsynStore        *store,
             const char         *document,
             SamsynImportResult *result)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GError) error = NULL;

  samsyn_import_json (store, bytes, 0, NULL, NULL, result, problems, &error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_no_error (error);
}

/* Whether a problem ("records[2] ‘key’ Title: field: …") is at a place ("records[2].field", "records[2]"). */
static gboolean
is_at (const char *problem,
       const char *place)
{
  const char *end = strchr (place, ']'), *member = end != NULL && end[1] == '.' ? end + 2 : NULL;
  g_autofree char *record = end != NULL ? g_strndup (place, (gsize) (end - place) + 1) : g_strdup (place);
  g_autofree char *infix = member != NULL ? g_strconcat (": ", member, ": ", NULL) : g_strdup (": ");

  return g_str_has_prefix (problem, record) && strchr (": ", problem[strlen (record)]) != NULL && strstr (problem, infix) != NULL;
}

/* Fails unless the document has this one problem. */
static void
assert_problem (SamsynStore *store,
                const char  *document,
                const char  *place)
{
  g_autoptr (GPtrArray) problems = new_problems (), changes = NULL;
  g_autoptr (GError) error = NULL;
  const char *first;

  changes = plan (store, document, problems, &error);
  if (changes != NULL)
    g_error ("no problem at %s in %s", place, document);
  g_assert_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID);
  first = g_ptr_array_index (problems, 0);
  if (problems->len != 1 || !is_at (first, place))
    g_error ("expected one problem at %s, got %u, the first %s", place, problems->len, first);
}

/* ---- Every kind and field -------------------------------------------------------------------------------------------------- */

static void
test_good (void)
{
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autofree char *document = samsyn_test_records (NULL, NULL, NULL);
  SamsynImportResult result;
  guint n_kinds = 0;

  import_good (store, document, &result);
  for (; samsyn_kinds ()[n_kinds] != NULL; n_kinds++)
    {
      g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kinds ()[n_kinds]);

      g_assert_cmpint (samsyn_store_count (store, query, NULL), ==, 2);
    }
  g_assert_cmpuint (result.created, ==, 2 * n_kinds);
  samsyn_fixture_check (store);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

static char *
export_text (SamsynStore *store,
             const char  *folder,
             const char  *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  samsyn_export_json (store, path, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_round_trip (void)
{
  char *folder = samsyn_fixture_folder (), *folder2 = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder), again = samsyn_fixture_store (folder2);
  g_autofree char *document = samsyn_test_records (NULL, NULL, NULL);
  g_autofree char *first = NULL, *second = NULL, *dump = NULL, *dump_again = NULL;
  SamsynImportResult result;

  import_good (store, document, &result);
  first = export_text (store, folder, "first.json");
  import_good (again, first, &result);
  second = export_text (again, folder2, "second.json");
  g_assert_cmpstr (first, ==, second);
  dump = samsyn_fixture_dump (store);
  dump_again = samsyn_fixture_dump (again);
  g_assert_cmpstr (dump, ==, dump_again);

  /* What is there already is no change. */
  import_good (again, first, &result);
  g_assert_cmpuint (result.created + result.updated, ==, 0);
  g_assert_cmpint (result.step, ==, 0);
  g_clear_pointer (&store, samsyn_store_close);
  g_clear_pointer (&again, samsyn_store_close);
  samsyn_fixture_remove (folder);
  samsyn_fixture_remove (folder2);
}

/* Values that a field of the type must not take. */
static const char *const bad_values[SAMSYN_N_TYPES][12] = {
  [SAMSYN_TYPE_TEXT] = { "1", "true", "[]", "{}", "\"a\\nb\"", "\"a\\u0007b\"", "\"\\u00a0\"", "\"\\u200b\\u00ad\"" },
  [SAMSYN_TYPE_LONG_TEXT] = { "1", "false", "[\"a\"]", "{}", "\"a\\u0007b\"" },
  [SAMSYN_TYPE_BODY] = { "1", "1.5", "[\"a\"]", "{}", "\"a\\u0007b\"" },
  [SAMSYN_TYPE_DATE]
  = { "20160520", "true", "[]", "\"2016-02-30\"", "\"2016-5-2\"", "\"20 maj\"", "\"2016-05-20 \"", "\"0016-05-20\"" },
  [SAMSYN_TYPE_TIME] = { "1300", "true", "{}", "\"25:00\"", "\"13.00\"", "\"13:60\"" },
  [SAMSYN_TYPE_INTEGER] = { "1.5", "1.0", "1e1", "\"1\"", "true", "[]" },
  [SAMSYN_TYPE_NUMBER] = { "\"1.5\"", "true", "[]", "{}" },
  [SAMSYN_TYPE_MONEY] = { "1.234", "\"1.234\"", "\"1,5\"", "\"1 000\"", "\"kr\"", "true", "[]", "\"99999999999999999999\"",
                          "10000000000000.01", "\"-10000000000001\"" },
  [SAMSYN_TYPE_BOOLEAN] = { "1", "0", "\"true\"", "[]" },
  [SAMSYN_TYPE_CHOICE] = { "\"nonsense\"", "1", "true", "[]" },
  [SAMSYN_TYPE_REFERENCE] = { "\"nobody\"", "999999", "0", "-1", "1.5", "true", "[]", "{}", "\"\"" },
};

static void
check_bad_values (SamsynStore       *store,
                  const SamsynKind  *kind,
                  const SamsynField *field,
                  const char        *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_values[0]) && bad_values[field->type][i] != NULL; i++)
    {
      g_autofree char *document = samsyn_test_records (kind, field, bad_values[field->type][i]);

      assert_problem (store, document, place);
    }
}

/* Just outside the limits, and a kind that is not among the targets. */
static void
check_limits (SamsynStore       *store,
              const SamsynKind  *kind,
              const SamsynField *field,
              const char        *place)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (field->minimum != 0 || field->maximum != 0)
    {
      g_ptr_array_add (values, g_strdup_printf ("%d", (int) field->minimum - 1));
      g_ptr_array_add (values, g_strdup_printf ("%d", (int) field->maximum + 1));
    }
  /* A few of them are enough: there are as many as kinds. */
  for (guint i = 0; field->targets != NULL && samsyn_kinds ()[i] != NULL && values->len < 5; i++)
    if (!samsyn_field_targets (field, samsyn_kinds ()[i]))
      g_ptr_array_add (values, g_strdup_printf ("\"%s-other\"", samsyn_kinds ()[i]->id));
  if (field->flags & SAMSYN_FIELD_REQUIRED)
    {
      g_ptr_array_add (values, NULL);
      g_ptr_array_add (values, g_strdup ("null"));
    }
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *document = samsyn_test_records (kind, field, g_ptr_array_index (values, i));

      assert_problem (store, document, place);
    }
}

static char *
text_of_length (gint64 length)
{
  g_autofree char *letters = g_strnfill ((gsize) length, 'a');

  return g_strdup_printf ("\"%s\"", letters);
}

static void
test_lengths (void)
{
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  gboolean seen[SAMSYN_N_TYPES] = { FALSE };

  for (guint i = 0; samsyn_kinds ()[i] != NULL; i++)
    for (guint j = 0; j < samsyn_kinds ()[i]->n_fields; j++)
      {
        const SamsynKind *kind = samsyn_kinds ()[i];
        const SamsynField *field = &kind->fields[j];
        gint64 longest = samsyn_type_longest (field->type);
        g_autofree char *place = g_strdup_printf ("records[%u].%s", samsyn_test_record_index (kind), field->id), *text = NULL,
                        *document = NULL;

        /* A document takes a while: one is enough. */
        if (longest == 0 || (seen[field->type] && field->type == SAMSYN_TYPE_BODY))
          continue;
        seen[field->type] = TRUE;
        text = text_of_length (longest + 1);
        document = samsyn_test_records (kind, field, text);
        assert_problem (store, document, place);
      }
  g_assert_true (seen[SAMSYN_TYPE_TEXT] && seen[SAMSYN_TYPE_LONG_TEXT] && seen[SAMSYN_TYPE_BODY]);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* What an older version took and is in the file as it was is no reason to refuse the rest of its record. */
static void
test_old_length (void)
{
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  gint64 id = samsyn_fixture_create (store, "person", "name", "A");
  g_autofree char *text = text_of_length (1001), *sql = g_strdup_printf ("UPDATE person SET name = %s", text);
  g_autofree char *document = g_strdup_printf ("{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": %lld, \"name\": %s, "
                                               "\"title\": \"chef\"}]}",
                                               (long long) id, text);
  SamsynImportResult result;

  for (char *at = sql; *at != '\0'; at++)
    if (*at == '"')
      *at = '\'';
  g_assert_true (samsyn_db_exec (store, sql, NULL));
  import_good (store, document, &result);
  g_assert_cmpuint (result.updated, ==, 1);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* Line ends of other systems, and decomposed letters, are no faults. */
static void
test_tidied (void)
{
  static const char document[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"action\", \"id\": 7, \"title\": \"Mo\\u0308te\","
                                 "\"description\": \"a\\r\\nb\\rc\"}]}";
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (SamsynRecord) record = NULL;
  SamsynImportResult result;

  import_good (store, document, &result);
  record = samsyn_store_get (store, 7, NULL);
  g_assert_cmpstr (samsyn_record_text (record, "title"), ==, "Möte");
  g_assert_cmpstr (samsyn_record_text (record, "description"), ==, "a\nb\nc");
  import_good (store, document, &result);
  g_assert_cmpuint (result.updated, ==, 0);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

static void
test_bad_fields (void)
{
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);

  for (guint i = 0; samsyn_kinds ()[i] != NULL; i++)
    for (guint j = 0; j < samsyn_kinds ()[i]->n_fields; j++)
      {
        const SamsynKind *kind = samsyn_kinds ()[i];
        g_autofree char *place = g_strdup_printf ("records[%u].%s", samsyn_test_record_index (kind), kind->fields[j].id);

        check_bad_values (store, kind, &kind->fields[j], place);
        check_limits (store, kind, &kind->fields[j], place);
      }
  g_assert_cmpint (samsyn_store_last_step (store), ==, 0);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* ---- The record itself ----------------------------------------------------------------------------------------------------- */

static void
test_bad_records (void)
{
  static const struct
  {
    const char *records;
    const char *place;
  } cases[] = {
    { "1", "records[0]" },
    { "[]", "records[0]" },
    { "{\"key\": \"a\", \"name\": \"A\"}", "records[0].kind" },
    { "{\"kind\": \"nobody\", \"key\": \"a\"}", "records[0].kind" },
    { "{\"kind\": 1, \"key\": \"a\"}", "records[0].kind" },
    { "{\"kind\": \"Person\", \"key\": \"a\", \"name\": \"A\"}", "records[0].kind" },
    { "{\"kind\": \"person\", \"name\": \"A\"}", "records[0]" },
    { "{\"kind\": \"person\", \"key\": \"a\", \"id\": 5, \"name\": \"A\"}", "records[0]" },
    { "{\"kind\": \"person\", \"key\": 5, \"name\": \"A\"}", "records[0].key" },
    { "{\"kind\": \"person\", \"key\": \"\", \"name\": \"A\"}", "records[0].key" },
    { "{\"kind\": \"person\", \"key\": null, \"name\": \"A\"}", "records[0].key" },
    { "{\"kind\": \"person\", \"id\": 0, \"name\": \"A\"}", "records[0].id" },
    { "{\"kind\": \"person\", \"id\": -1, \"name\": \"A\"}", "records[0].id" },
    { "{\"kind\": \"person\", \"id\": 1.5, \"name\": \"A\"}", "records[0].id" },
    { "{\"kind\": \"person\", \"id\": \"a\", \"name\": \"A\"}", "records[0].id" },
    { "{\"kind\": \"person\", \"id\": 1000000000000000, \"name\": \"A\"}", "records[0].id" },
    { "{\"kind\": \"person\", \"id\": 7, \"name\": \"A\"}, {\"kind\": \"person\", \"id\": 7, \"name\": \"B\"}", "records[1].id" },
    { "{\"kind\": \"person\", \"key\": \"a\", \"name\": \"A\"}, {\"kind\": \"person\", \"key\": \"a\", \"name\": \"B\"}", "record"
                                                                                                                          "s[1]."
                                                                                                                          "key" },
    { "{\"kind\": \"person\", \"key\": \"a\", \"name\": \"A\", \"shoe_size\": 43}", "records[0].shoe_size" },
    { "{\"kind\": \"person\", \"key\": \"a\", \"name\": \"A\", \"Name\": \"B\"}", "records[0].Name" },
    { "{\"kind\": \"person\", \"id\": 5000, \"title\": \"no name\"}", "records[0].name" },
  };
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document = g_strdup_printf ("{\"samsyn\": 1, \"records\": [%s]}", cases[i].records);

      assert_problem (store, document, cases[i].place);
    }
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

static void
test_bad_documents (void)
{
  static const struct
  {
    const char *document;
    const char *place;
  } cases[] = {
    { "[]", "samsyn" },
    { "{\"records\": []}", "samsyn" },
    { "{\"samsyn\": 2, \"records\": []}", "samsyn" },
    { "{\"samsyn\": \"1\", \"records\": []}", "samsyn" },
    { "{\"samsyn\": 1}", "records" },
    { "{\"samsyn\": 1, \"records\": {}}", "records" },
    { "{\"samsyn\": 1, \"records\": [], \"more\": 1}", "more" },
  };
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_problem (store, cases[i].document, cases[i].place);
  g_assert_null (plan (store, "{\"samsyn\": 1, \"records\": [],}", problems, &error));
  g_assert_error (error, SAMSYN_JSON_ERROR, SAMSYN_JSON_ERROR_SYNTAX);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* Everything is told at once, and nothing is imported. */
static void
test_all_at_once (void)
{
  static const char document[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"key\": \"a\", \"name\": \"A\"},\n"
                                 "{\"kind\": \"person\", \"key\": \"b\", \"organisation\": \"a\", \"email\": 5},\n"
                                 "{\"kind\": \"action\", \"key\": \"a\", \"title\": \"1 2\", \"due_on\": \"2016-02-30\", "
                                 "\"status\": \"x\","
                                 "\"owner\": \"nobody\"}]}";
  static const char *const places[] = {
    "records[1] ‘b’: organisation: ‘a’ is a record of the kind “person”; here can be: organisation",
    "records[1] ‘b’: email: ‘5’ is no text",
    "records[1] ‘b’: name: is required, and missing",
    "records[2] ‘a’ 1 2: key: ‘a’ has been given to another record",
    "records[2] ‘a’ 1 2: due_on: ‘2016-02-30’ is not a date (YYYY-MM-DD)",
    "records[2] ‘a’ 1 2: status: ‘x’ is none of planned, ongoing, done, cancelled",
    "records[2] ‘a’ 1 2: owner: ‘nobody’ is the key of no record",
  };
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, sizeof document - 1);
  SamsynImportResult result;

  g_assert_false (samsyn_import_json (store, bytes, 0, NULL, NULL, &result, problems, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < problems->len; j++)
        found |= g_str_has_prefix (g_ptr_array_index (problems, j), places[i]);
      if (!found)
        g_error ("nothing said at %s", places[i]);
    }
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (places));
  g_assert_cmpint (samsyn_store_last_step (store), ==, 0);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* What only the store can see has its place too. */
static void
test_rules_of_the_store (void)
{
  static const char loop[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"process\", \"key\": \"x\", \"name\": \"X\"},"
                             "{\"kind\": \"process\", \"key\": \"a\", \"name\": \"A\", \"parent\": \"b\"},"
                             "{\"kind\": \"process\", \"key\": \"b\", \"name\": \"B\", \"parent\": \"a\"}]}";
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (loop, sizeof loop - 1);
  g_autoptr (GError) error = NULL;
  SamsynImportResult result;

  g_assert_false (samsyn_import_json (store, bytes, 0, NULL, NULL, &result, problems, &error));
  g_assert_error (error, SAMSYN_EXCHANGE_ERROR, SAMSYN_EXCHANGE_ERROR_INVALID);
  g_assert_cmpuint (problems->len, >, 0);
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (g_regex_match_simple ("^records\\[[12]\\] ‘[ab]’ [AB]: parent: ", g_ptr_array_index (problems, i), 0, 0));
  g_assert_cmpint (samsyn_store_last_step (store), ==, 0);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* ---- Ids and keys ---------------------------------------------------------------------------------------------------------- */

static void
test_update (void)
{
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (SamsynRecord) record = NULL;
  SamsynImportResult result;

  import_good (store,
               "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": 77, \"name\": \"A\", \"title\": \"T\", \"phone\": "
               "\"1\"}]}",
               &result);
  g_assert_cmpuint (result.created, ==, 1);
  import_good (store, "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": 77, \"title\": null, \"phone\": \"2\"}]}",
               &result);
  g_assert_cmpuint (result.updated, ==, 1);
  record = samsyn_store_get (store, 77, NULL);
  g_assert_cmpstr (samsyn_record_text (record, "name"), ==, "A");
  g_assert_null (samsyn_record_text (record, "title"));
  g_assert_cmpstr (samsyn_record_text (record, "phone"), ==, "2");
  assert_problem (store, "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": 77, \"name\": null}]}", "records[0].name");
  assert_problem (store, "{\"samsyn\": 1, \"records\": [{\"kind\": \"process\", \"id\": 77, \"name\": \"B\"}]}", "records[0].id");
  samsyn_fixture_check (store);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

static gboolean
creates (SamsynStore      *store,
         const char       *document,
         SamsynImportFlags flags)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GPtrArray) changes = samsyn_import_plan_json (store, bytes, flags, NULL, problems, NULL);

  return changes != NULL && changes->len == 1 && ((SamsynChange *) changes->pdata[0])->type == SAMSYN_CHANGE_CREATE;
}

/* An id that nobody knows is mostly one that is mistaken. */
static void
test_unknown_id (void)
{
  static const char first[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": 5, \"name\": \"A\"}]}";
  static const char other[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": 6, \"name\": \"B\"}]}";
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  SamsynImportResult result;

  g_assert_true (creates (store, first, 0));
  import_good (store, first, &result);
  g_assert_cmpuint (result.created, ==, 1);
  assert_problem (store, other, "records[0].id");
  g_assert_true (creates (store, other, SAMSYN_IMPORT_CREATE));
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* Long values are shortened, and in one line. */
static void
test_long_value (void)
{
  g_autofree char *value = g_strnfill (10000, 'x');
  g_autofree char *document
      = g_strdup_printf ("{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"key\": \"%s\", \"name\": \"a\\nb\"}]}", value);
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GPtrArray) problems = new_problems (), changes = plan (store, document, problems, NULL);

  g_assert_null (changes);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (
      g_regex_match_simple ("^records\\[0\\] ‘x{60}…’ a b: name: ‘a b’ is more than one line$", problems->pdata[0], 0, 0));
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

/* A later file of a series speaks of an earlier one's records by their keys. */
static void
test_series (void)
{
  static const char *const series[] = {
    "{\"samsyn\": 1, \"records\": [{\"kind\": \"organisation\", \"key\": \"o\", \"name\": \"O\"}]}",
    "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"key\": \"p\", \"name\": \"P\", \"organisation\": \"o\"}]}",
    "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": \"p\", \"phone\": \"1\"}]}",
  };
  static const char unknown[] = "{\"samsyn\": 1, \"records\": [{\"kind\": \"person\", \"id\": \"nobody\", \"phone\": \"1\"}]}";
  char *folder = samsyn_fixture_folder ();
  g_autoptr (SamsynStore) store = samsyn_fixture_store (folder);
  g_autoptr (GHashTable) keys = samsyn_import_keys_new ();
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autoptr (GBytes) last = g_bytes_new_static (unknown, sizeof unknown - 1);
  SamsynImportResult result;

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (series[i], strlen (series[i]));
      g_autoptr (GError) error = NULL;

      samsyn_import_json (store, bytes, 0, keys, NULL, &result, problems, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (result.updated, ==, 1);
  g_assert_cmpuint (g_hash_table_size (keys), ==, 2);
  g_assert_false (samsyn_import_json (store, last, 0, keys, NULL, &result, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
  g_clear_pointer (&store, samsyn_store_close);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/good", test_good);
  g_test_add_func ("/import/round-trip", test_round_trip);
  g_test_add_func ("/import/bad-fields", test_bad_fields);
  g_test_add_func ("/import/bad-records", test_bad_records);
  g_test_add_func ("/import/bad-documents", test_bad_documents);
  g_test_add_func ("/import/all-at-once", test_all_at_once);
  g_test_add_func ("/import/rules-of-the-store", test_rules_of_the_store);
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/unknown-id", test_unknown_id);
  g_test_add_func ("/import/long-value", test_long_value);
  g_test_add_func ("/import/series", test_series);
  g_test_add_func ("/import/lengths", test_lengths);
  g_test_add_func ("/import/old-length", test_old_length);
  g_test_add_func ("/import/tidied", test_tidied);
  return g_test_run ();
}
