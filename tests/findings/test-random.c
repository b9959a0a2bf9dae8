/* test-random.c: random maps, dates and scenarios, judged by the rules and by a second, slow set of the same rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "findings/map/finding.h"
#include "plain.h"
#include "random-map.h"

#include <string.h>

#define MAPS 300
#define LOOKS 3

static void
fail_with (GHashTable *expected,
           GHashTable *told)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (told, key))
      g_test_message ("missing: %s", (char *) key);
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (expected, key))
      g_test_message ("too much: %s", (char *) key);
  g_test_fail ();
}

static gboolean
same_keys (GHashTable *one,
           GHashTable *other)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (other, key))
      return FALSE;
  return g_hash_table_size (one) == g_hash_table_size (other);
}

/* The keys of the findings, which must be told once each, in the order of the rules; the rules seen are counted. */
static GHashTable *
keys_of (const SamsynFindings *findings,
         GHashTable           *rules_seen)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < samsyn_findings_count (findings); i++)
    {
      const SamsynFinding *finding = samsyn_findings_get (findings, i);
      g_autofree char *english = samsyn_finding_sentence (findings, finding, "en"),
                      *swedish = samsyn_finding_sentence (findings, finding, "sv");

      g_assert_true (g_hash_table_add (keys, (gpointer) finding->key));
      g_assert_true (samsyn_findings_find (findings, finding->key) == finding);
      g_assert_true (i == 0 || samsyn_findings_get (findings, i - 1)->rule <= finding->rule);
      g_assert_cmpuint (finding->n_records, >, 0);
      g_assert_null (strchr (english, '{'));
      g_assert_null (strchr (swedish, '{'));
      g_assert_cmpstr (english, !=, swedish);
      g_hash_table_add (rules_seen, (gpointer) finding->rule->id);
    }
  return keys;
}

static void
look (RandomMap  *map,
      GHashTable *rules_seen)
{
  g_autofree char *date = g_strdup (random_map_date (map));
  gint64 scenario = random_map_scenario (map);
  g_autoptr (GError) error = NULL;
  g_autoptr (SamsynMap) view = samsyn_map_load (map->store, date, scenario, &error);
  g_autoptr (SamsynFindings) findings = NULL;
  g_autoptr (GHashTable) expected = plain_findings (map->store, date, scenario), told = NULL;

  g_assert_no_error (error);
  findings = samsyn_findings_new (view);
  told = keys_of (findings, rules_seen);
  if (!same_keys (expected, told))
    {
      g_test_message ("on %s in %" G_GINT64_FORMAT, date, scenario);
      fail_with (expected, told);
    }
}

static void
test_random (void)
{
  char *folder = samsyn_fixture_folder ();
  RandomMap map = { .store = samsyn_fixture_store (folder), .rand = g_rand_new_with_seed (20160520) };
  g_autoptr (GHashTable) rules_seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rules;
  const SamsynRule *rules = samsyn_rules (&n_rules);

  for (guint i = 0; i < MAPS && !g_test_failed (); i++)
    {
      random_map_fill (&map);
      for (guint j = 0; j < LOOKS; j++)
        look (&map, rules_seen);
    }
  for (guint i = 0; i < n_rules; i++)
    if (!g_hash_table_contains (rules_seen, rules[i].id))
      {
        g_test_message ("%s was never found", rules[i].id);
        g_test_fail ();
      }
  samsyn_store_close (map.store);
  g_rand_free (map.rand);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/random", test_random);
  return g_test_run ();
}
