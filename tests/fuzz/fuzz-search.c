/* fuzz-search.c: random words to search for and to filter by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "../store/fixture.h"
#include "../store/random-records.h"
#include "fuzz.h"

static SamsynStore *store;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  store = samsyn_fixture_store (fuzz_begin ());
  samsyn_test_fill (store, 2, 1);
  return 0;
}

/* What is typed is valid UTF-8: the window and the commands see to that. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *words = g_strndup ((const char *) data, size);
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("organisation"));
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_utf8_validate (words, -1, NULL))
    return 0;
  hits = samsyn_store_search (store, words, 20, "sv", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_assert_true (g_utf8_validate (((SamsynHit *) g_ptr_array_index (hits, i))->excerpt, -1, NULL));
  samsyn_store_search_further (store, words, 20, "sv", hits, NULL);
  samsyn_query_where_text (query, "name", SAMSYN_QUERY_CONTAINS, words);
  samsyn_query_where_text (query, "@title", SAMSYN_QUERY_CONTAINS, words);
  g_assert_cmpint (samsyn_store_count (store, query, &error), >=, 0);
  g_assert_no_error (error);
  return 0;
}
