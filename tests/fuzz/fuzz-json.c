/* fuzz-json.c: random JSON for the reader and the import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/fixture.h"
#include "../store/random-records.h"
#include "fuzz.h"
#include "plans/import/import.h"

static SamsynStore *store;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  store = samsyn_fixture_store (fuzz_begin ());
  samsyn_test_fill (store, 1, 1);
  return 0;
}

/* Whatever is planned is told of, or can be applied, and then exports what was imported. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plan = samsyn_import_plan_json (store, bytes, 0, NULL, problems, &error);

  g_assert_true ((plan == NULL) == (error != NULL));
  for (guint i = 0; i < problems->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (problems, i), -1, NULL));
  return 0;
}
