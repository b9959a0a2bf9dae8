/* test-rules.c: each rule by an example that it finds and one that it leaves alone, acceptances, and mends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "findings/facts/settings.h"
#include "plans/import/import.h"
#include "plans/map/cell.h"
#include "plans/map/mend.h"

#include <string.h>

#define DATE "2016-05-20"

/* Two boards with an administration each, a task, and what an example adds.  A's are accountable, R's perform. */
#define BASE                                                                                                                     \
  "{\"kind\":\"organisation\",\"key\":\"n1\",\"name\":\"Nämnd 1\",\"sort\":\"board\"},"                                         \
  "{\"kind\":\"organisation\",\"key\":\"n2\",\"name\":\"Nämnd 2\",\"sort\":\"board\"},"                                         \
  "{\"kind\":\"organisation\",\"key\":\"f1\",\"name\":\"Förvaltning 1\",\"sort\":\"department\",\"board\":\"n1\"},"             \
  "{\"kind\":\"organisation\",\"key\":\"f2\",\"name\":\"Förvaltning 2\",\"sort\":\"department\",\"board\":\"n2\"},"             \
  "{\"kind\":\"document\",\"key\":\"law\",\"title\":\"Lag\",\"sort\":\"law\"},"                                                  \
  "{\"kind\":\"document\",\"key\":\"old\",\"title\":\"Upphävd lag\",\"sort\":\"law\",\"valid_to\":\"2015-12-31\"},"             \
  "{\"kind\":\"agreement\",\"key\":\"deal\",\"title\":\"Avtal\",\"status\":\"signed\"},"                                         \
  "{\"kind\":\"commitment\",\"key\":\"promise\",\"agreement\":\"deal\",\"number\":\"1\",\"text\":\"Löfte\"},"                   \
  "{\"kind\":\"party\",\"key\":\"p1\",\"agreement\":\"deal\",\"organisation\":\"n1\",\"status\":\"signed\"}"

#define TASK(more) ",{\"kind\":\"task\",\"key\":\"t\",\"name\":\"Uppgift\"" more "}"
#define LETTER(key, organisation, role, more)                                                                                    \
  ",{\"kind\":\"assignment\",\"key\":\"" key "\",\"task\":\"t\",\"organisation\":\"" organisation "\",\"role\":\"" role          \
  "\"" more "}"

#define FROM(date) ",\"valid_from\":\"" date "\""
#define TO(date) ",\"valid_to\":\"" date "\""
#define IS(standing) ",\"standing\":\"" standing "\""

static const struct
{
  const char *rule;
  const char *with;    /* records in which it is found, under the key, */
  const char *key;     /* with keys of the file for ids */
  const char *without; /* and in which it is not */
} examples[] = {
  { "no-accountable", TASK ("") LETTER ("a", "f1", "R", ""), "no-accountable:t", TASK ("") LETTER ("a", "f1", "A", "") },
  { "many-accountable", TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "n2", "A", ""), "many-accountable:t",
    TASK (",\"accountability\":\"joint\"") LETTER ("a", "n1", "A", "") LETTER ("b", "n2", "A", "") },
  { "many-accountable", TASK (",\"accountability\":\"by_area\"") LETTER ("a", "n1", "A", "") LETTER ("b", "f2", "A", ""),
    "many-accountable:t", TASK (",\"accountability\":\"by_area\"") LETTER ("a", "n1", "A", "") LETTER ("b", "n2", "A", "") },
  { "many-accountable", TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "n2", "A", ""), "many-accountable:t",
    TASK ("") LETTER ("a", "n1", "A", TO ("2016-05-19")) LETTER ("b", "n2", "A", "") },
  { "no-performer", TASK ("") LETTER ("a", "n1", "A", ""), "no-performer:t", TASK ("") LETTER ("a", "n1", "R", "") },
  { "several-performers", TASK ("") LETTER ("a", "f1", "R", "") LETTER ("b", "f2", "R", ""), "several-performers:t",
    TASK ("") LETTER ("a", "f1", "R", "") LETTER ("b", "f2", "R", "") LETTER ("c", "n1", "A", "") },
  { "several-performers",
    TASK (
        "") ",{\"kind\":\"setting\",\"key\":\"s\",\"name\":\"findings.performers\",\"value\":\"one\"}" LETTER ("a", "f1", "R", "")
        LETTER ("b", "f2", "R", "") LETTER ("c", "n1", "A", ""),
    "several-performers:t",
    TASK (
        "") ",{\"kind\":\"setting\",\"key\":\"s\",\"name\":\"findings.performers\",\"value\":\"any\"}" LETTER ("a", "f1", "R", "")
        LETTER ("b", "f2", "R", "") },
  { "ended-organisation",
    TASK ("") ",{\"kind\":\"organisation\",\"key\":\"gone\",\"name\":\"Borta\",\"valid_to\":\"2016-05-19\"}" LETTER ("a",
                                                                                                                     "gone",
                                                                                                                     "S",
                                                                                                                     ""),
    "ended-organisation:a",
    TASK ("") ",{\"kind\":\"organisation\",\"key\":\"gone\",\"name\":\"Kvar\",\"valid_to\":\"2016-05-20\"}" LETTER ("a",
                                                                                                                    "gone",
                                                                                                                    "S",
                                                                                                                    "") },
  { "basis-not-in-force", TASK ("") LETTER ("a", "n1", "A", ",\"basis\":\"old\""), "basis-not-in-force:a",
    TASK ("") LETTER ("a", "n1", "A", ",\"basis\":\"law\"") },
  { "gap", TASK ("") LETTER ("a", "n1", "A", TO ("2016-06-30")) LETTER ("b", "n1", "A", FROM ("2016-07-02")), "gap:a:b",
    TASK ("") LETTER ("a", "n1", "A", TO ("2016-06-30")) LETTER ("b", "n1", "A", FROM ("2016-07-01")) },
  { "overlap", TASK ("") LETTER ("a", "n1", "A", TO ("2016-06-30")) LETTER ("b", "n1", "A", FROM ("2016-06-30")), "overlap:a:b",
    TASK ("") LETTER ("a", "n1", "A", TO ("2016-05-19")) LETTER ("b", "n1", "A", FROM ("2016-05-19")) },
  { "no-agreement", TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "f2", "R", ""), "no-agreement:t:f2",
    TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "f1", "R", "") },
  { "no-agreement", TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "f2", "R", ""), "no-agreement:t:f2",
    TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "f2", "R", "") ",{\"kind\":\"party\",\"key\":\"p2\",\"agreement\":"
                                                                      "\"deal\",\"organisation\":\"n2\",\"status\":\"signed\"}" },
  { "no-agreement", TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "f2", "R", ""), "no-agreement:t:f2",
    TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "f2", "R", "") ",{\"kind\":\"document\",\"key\":\"how\",\"title\":"
                                                                      "\"Rutin\",\"sort\":\"routine\"}"
                                                                      ",{\"kind\":\"link\",\"key\":\"l\",\"from\":\"how\",\"to\":"
                                                                      "\"t\"}" },
  { "commitment-broken", TASK ("") LETTER ("a", "f1", "R", ",\"commitment\":\"promise\"" TO ("2016-01-31")),
    "commitment-broken:a",
    TASK ("") LETTER ("a", "f1", "R", ",\"commitment\":\"promise\"" TO ("2016-01-31")) LETTER ("b", "n1", "R", "") },
  { "commitment-unsigned", TASK ("") LETTER ("a", "f2", "R", ",\"commitment\":\"promise\""), "commitment-unsigned:a",
    TASK ("") LETTER ("a", "f1", "R", ",\"commitment\":\"promise\"") },
  { "disputed", TASK ("") LETTER ("a", "n1", "C", IS ("disputed")), "disputed:a",
    TASK ("") LETTER ("a", "n1", "C", IS ("formal")) },
  { "practice-against-formal", TASK ("") LETTER ("a", "f1", "R", IS ("practice")) LETTER ("b", "f2", "R", IS ("formal")),
    "practice-against-formal:a", TASK ("") LETTER ("a", "f1", "R", IS ("practice")) LETTER ("b", "n1", "R", IS ("formal")) },
  { "several-claims", TASK ("") LETTER ("a", "n1", "A", IS ("claimed")) LETTER ("b", "n2", "A", ""), "several-claims:t",
    TASK ("") LETTER ("a", "n1", "A", IS ("claimed")) LETTER ("b", "n2", "R", "") },
  { "odd-pair", TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "n1", "C", ""), "odd-pair:t:n1",
    TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "n1", "R", "") },
  { "unconfirmed", TASK ("") LETTER ("a", "n1", "A", ",\"confirmed_on\":\"2015-05-19\""), "unconfirmed:n1",
    TASK ("") LETTER ("a", "n1", "A", ",\"confirmed_on\":\"2015-05-20\"") },
  { "no-basis", TASK ("") LETTER ("a", "n1", "A", ""), "no-basis:t", TASK ("") LETTER ("a", "n1", "A", ",\"basis\":\"law\"") },
  { "many-consulted",
    TASK ("") ",{\"kind\":\"setting\",\"key\":\"s\",\"name\":\"findings.many-consulted\",\"value\":\"1\"}" LETTER ("a",
                                                                                                                   "n1",
                                                                                                                   "C",
                                                                                                                   "")
        LETTER ("b", "n2", "C", ""),
    "many-consulted:t", TASK ("") LETTER ("a", "n1", "C", "") LETTER ("b", "n2", "C", "") },
  { "many-informed",
    TASK ("") ",{\"kind\":\"setting\",\"key\":\"s\",\"name\":\"findings.many-informed\",\"value\":\"1\"}" LETTER ("a",
                                                                                                                  "n1",
                                                                                                                  "I",
                                                                                                                  "")
        LETTER ("b", "n2", "I", ""),
    "many-informed:t", TASK ("") LETTER ("a", "n1", "I", "") LETTER ("b", "n2", "I", "") },
  { "nobody-consulted", TASK ("") LETTER ("a", "n1", "A", ""), "nobody-consulted:t",
    TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "n2", "I", "") },
  { "support-without-performer", TASK ("") LETTER ("a", "n1", "S", ""), "support-without-performer:t",
    TASK ("") LETTER ("a", "n1", "S", "") LETTER ("b", "n2", "R", "") },
  { "many-accountabilities",
    TASK ("") ",{\"kind\":\"setting\",\"key\":\"s\",\"name\":\"findings.many-accountabilities\",\"value\":\"0\"}" LETTER ("a",
                                                                                                                          "n1",
                                                                                                                          "A",
                                                                                                                          ""),
    "many-accountabilities:n1", TASK ("") LETTER ("a", "n1", "A", "") },
  { "many-performances",
    TASK ("") ",{\"kind\":\"setting\",\"key\":\"s\",\"name\":\"findings.many-performances\",\"value\":\"0\"}" LETTER ("a",
                                                                                                                      "n1",
                                                                                                                      "R",
                                                                                                                      ""),
    "many-performances:n1", TASK ("") LETTER ("a", "n1", "R", "") },
  { "only-supporting", TASK ("") LETTER ("a", "n1", "I", ""), "only-supporting:n1",
    TASK ("") LETTER ("a", "n1", "I", "") LETTER ("b", "n1", "R", "") },
  { "every-row",
    TASK ("") ",{\"kind\":\"setting\",\"key\":\"s\",\"name\":\"findings.every-row\",\"value\":\"1\"}" LETTER ("a", "n1", "I", ""),
    "every-row:n1", TASK ("") LETTER ("a", "n1", "I", "") },
};

typedef struct
{
  char           *folder;
  SamsynStore    *store;
  GHashTable     *keys;
  SamsynMap      *map;
  SamsynFindings *findings;
} Example;

static void
look (Example    *example,
      const char *date)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&example->findings, samsyn_findings_free);
  g_clear_pointer (&example->map, samsyn_map_free);
  example->map = samsyn_map_load (example->store, date, 0, &error);
  g_assert_no_error (error);
  example->findings = samsyn_findings_new (example->map);
}

static void
open_example (Example    *example,
              const char *records)
{
  g_autofree char *document = g_strconcat ("{\"samsyn\":1,\"records\":[", BASE, records, "]}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  SamsynImportResult result;

  *example = (Example) { .folder = samsyn_fixture_folder (), .keys = samsyn_import_keys_new () };
  example->store = samsyn_fixture_store (example->folder);
  samsyn_import_json (example->store, bytes, 0, example->keys, NULL, &result, problems, &error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_no_error (error);
  look (example, DATE);
}

static void
close_example (Example *example)
{
  samsyn_findings_free (example->findings);
  samsyn_map_free (example->map);
  samsyn_store_close (example->store);
  g_hash_table_unref (example->keys);
  samsyn_fixture_remove (example->folder);
}

/* A finding by the keys of the file; NULL if it is not there. */
static const SamsynFinding *
find (Example    *example,
      const char *key)
{
  g_auto (GStrv) parts = g_strsplit (key, ":", -1);
  g_autoptr (GString) real = g_string_new (parts[0]);

  for (guint i = 1; parts[i] != NULL; i++)
    g_string_append_printf (real, ":%" G_GINT64_FORMAT, *(const gint64 *) g_hash_table_lookup (example->keys, parts[i]));
  return samsyn_findings_find (example->findings, real->str);
}

static void
test_rule (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Example example;

  open_example (&example, examples[i].with);
  g_assert_nonnull (find (&example, examples[i].key));
  g_assert_cmpstr (find (&example, examples[i].key)->rule->id, ==, examples[i].rule);
  close_example (&example);
  open_example (&example, examples[i].without);
  g_assert_null (find (&example, examples[i].key));
  close_example (&example);
}

static void
test_all_rules_have_one (void)
{
  guint n, first = 0;
  const SamsynRule *rules = samsyn_rules (&n);

  for (guint i = 0; i < n; i++)
    {
      for (first = 0; first < G_N_ELEMENTS (examples) && !g_str_equal (examples[first].rule, rules[i].id); first++)
        ;
      g_assert_cmpuint (first, <, G_N_ELEMENTS (examples));
      g_assert_true (i == 0 || rules[i].severity <= rules[i - 1].severity);
      g_assert_true (samsyn_rule_find (rules[i].id) == &rules[i]);
      g_assert_cmpstr (samsyn_rule_why (&rules[i], "sv"), !=, samsyn_rule_why (&rules[i], "en"));
    }
}

/* ---- Acceptance and mends -------------------------------------------------------------------------------------------------- */

static void
apply (Example   *example,
       GPtrArray *changes)
{
  const SamsynStepInfo info = { .code = "edit", .author = "test" };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (changes);
  samsyn_store_apply (example->store, &info, changes, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (changes);
  look (example, DATE);
}

/* An acceptance holds a key, and is shown by the rule's title and what the key names. */
static void
test_acceptance_in_words (void)
{
  const SamsynKind *kind = samsyn_kind_find ("acceptance");
  const SamsynField *field = samsyn_kind_field (kind, "finding");
  guint n, n_known = 0;
  const SamsynRule *rules = samsyn_rules (&n);
  g_autofree char *title = NULL;
  GPtrArray *changes;
  Example example;

  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (samsyn_field_known_label (field, rules[i].id, "sv"), ==, samsyn_rule_title (&rules[i], "sv"));
  while (field->known[n_known].id != NULL)
    n_known++;
  g_assert_cmpuint (n_known, ==, n);

  open_example (&example, TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "n2", "A", "") LETTER ("c", "f2", "I", ""));
  changes
      = samsyn_finding_plan_acceptance (example.store, find (&example, "many-accountable:t"), "2016-06-30", "Avgörs i höst", 0);
  g_ptr_array_ref (changes);
  apply (&example, changes);
  title = samsyn_store_title (example.store, ((SamsynChange *) g_ptr_array_index (changes, 0))->record, "en");
  g_assert_true (g_str_has_prefix (title, "More than one is accountable: "));
  g_assert_null (strchr (title, '#'));
  for (const char *at = title; *at != '\0'; at++)
    g_assert_false (g_ascii_isdigit (at[0]) && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]));
  g_ptr_array_unref (changes);
  close_example (&example);
}

static void
test_acceptance (void)
{
  static const char key[] = "many-accountable:t";
  Example example;
  gint64 b;

  open_example (&example, TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "n2", "A", "") LETTER ("c", "f2", "I", ""));
  g_assert_cmpint (find (&example, key)->state, ==, SAMSYN_FINDING_OPEN);
  apply (&example, samsyn_finding_plan_acceptance (example.store, find (&example, key), "2016-06-30", "Avgörs i höst", 0));
  g_assert_cmpint (find (&example, key)->state, ==, SAMSYN_FINDING_ACCEPTED);
  look (&example, "2016-06-30");
  g_assert_cmpint (find (&example, key)->state, ==, SAMSYN_FINDING_ACCEPTED);
  look (&example, "2016-07-01");
  g_assert_cmpint (find (&example, key)->state, ==, SAMSYN_FINDING_EXPIRED);
  /* What the finding is not about may change; its cause may not. */
  samsyn_fixture_edit (example.store, *(const gint64 *) g_hash_table_lookup (example.keys, "c"), "role", "C", NULL);
  look (&example, DATE);
  g_assert_cmpint (find (&example, key)->state, ==, SAMSYN_FINDING_ACCEPTED);
  b = *(const gint64 *) g_hash_table_lookup (example.keys, "c");
  samsyn_fixture_edit (example.store, b, "role", "A", NULL);
  look (&example, DATE);
  g_assert_cmpint (find (&example, key)->state, ==, SAMSYN_FINDING_CHANGED);
  close_example (&example);
}

static void
mend (Example    *example,
      const char *key)
{
  g_autoptr (GError) error = NULL;

  apply (example, samsyn_finding_plan_mend (example->store, example->findings, find (example, key), "sv", &error));
  g_assert_no_error (error);
}

static void
test_mends (void)
{
  static const struct
  {
    const char *records;
    const char *key;
  } mended[] = {
    { TASK ("") LETTER ("a", "f1", "R", ""), "no-accountable:t" },
    { TASK ("") LETTER ("a", "f1", "A", ""), "no-performer:t" },
    { TASK ("") LETTER ("a", "f1", "S", ""), "support-without-performer:t" },
    { TASK ("") LETTER ("a", "n1", "A", TO ("2016-06-30")) LETTER ("b", "n1", "A", FROM ("2016-07-02")), "gap:a:b" },
    { TASK ("") LETTER ("a", "n1", "A", TO ("2016-06-30")) LETTER ("b", "n1", "A", FROM ("2016-06-30")), "overlap:a:b" },
    { TASK ("") ",{\"kind\":\"organisation\",\"key\":\"gone\",\"name\":\"Borta\",\"valid_to\":\"2016-05-19\"}" LETTER (
          "a", "gone", "S", ""),
      "ended-organisation:a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (mended); i++)
    {
      Example example;

      open_example (&example, mended[i].records);
      g_test_message ("%s", mended[i].key);
      g_assert_cmpint (find (&example, mended[i].key)->mend.type, !=, SAMSYN_MEND_ACTION);
      mend (&example, mended[i].key);
      g_assert_null (find (&example, mended[i].key));
      close_example (&example);
    }
}

static void
test_ask (void)
{
  Example example;
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("action"));
  g_autoptr (SamsynRows) rows = NULL;
  static const char *const kinds[] = { "development_area", "decision" };

  open_example (&example, TASK ("") LETTER ("a", "n1", "A", "") LETTER ("b", "f2", "R", ""));
  mend (&example, "no-agreement:t:f2");
  samsyn_query_select (query, "title");
  samsyn_query_select (query, "origin");
  rows = samsyn_store_select (example.store, query, NULL);
  g_assert_cmpuint (rows->n_rows, ==, 1);
  g_assert_cmpstr (samsyn_rows_text (rows, 0, 0), ==, "Begär en rutin mellan Förvaltning 2 och Nämnd 1 för ”Uppgift”");
  g_assert_cmpint (samsyn_rows_integer (rows, 0, 1, 0), ==, *(const gint64 *) g_hash_table_lookup (example.keys, "t"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    apply (&example, samsyn_finding_plan_record (example.store, example.findings, find (&example, "no-agreement:t:f2"), kinds[i],
                                                 "sv", NULL));
  samsyn_fixture_check (example.store);
  close_example (&example);
}

/* A limit that is never reached is a limit too; what is no number is none. */
static void
test_settings (void)
{
  g_assert_cmpint (samsyn_setting_value (SAMSYN_SETTING_COST_RED, "25"), ==, 25);
  g_assert_cmpint (samsyn_setting_value (SAMSYN_SETTING_COST_RED, "3000000000"), ==, 100000);
  g_assert_cmpint (samsyn_setting_value (SAMSYN_SETTING_COST_RED, "-1"), ==, 10);
  g_assert_cmpint (samsyn_setting_value (SAMSYN_SETTING_COST_RED, "many"), ==, 10);
  g_assert_cmpint (samsyn_setting_value (SAMSYN_SETTING_COST_RED, NULL), ==, 10);
  g_assert_cmpint (samsyn_setting_value (SAMSYN_SETTING_PERFORMERS, "any"), ==, SAMSYN_PERFORMERS_ANY);
  g_assert_cmpint (samsyn_setting_value (SAMSYN_SETTING_PERFORMERS, "3"), ==, SAMSYN_PERFORMERS_LEAD);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/all", test_all_rules_have_one);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%s/%u", examples[i].rule, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rule);
    }
  g_test_add_func ("/rules/acceptance", test_acceptance);
  g_test_add_func ("/rules/acceptance-in-words", test_acceptance_in_words);
  g_test_add_func ("/rules/mends", test_mends);
  g_test_add_func ("/rules/ask", test_ask);
  g_test_add_func ("/rules/settings", test_settings);
  return g_test_run ();
}
