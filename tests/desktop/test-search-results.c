/* test-search-results.c: what a search finds, and how its hits are told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "desktop/frame/all-pages.h"
#include "desktop/search/search-find.h"
#include "desktop/search/search-results.h"
#include "fixture.h"
#include "kinds/kinds.h"

#define LONG                                                                                                                     \
  "En lång rubrik som säger mycket om vad som ska göras, av vem och när, i vilken ordning, med vilka medel och varför just så"

typedef struct
{
  const char *title;
  const char *description;
  const char *words;
  const char *markup;
  const char *detail;
} Case;

static const Case cases[] = {
  { "Boka möte med SHIS", NULL, "möte", "Boka <b>möte</b> med SHIS", NULL },
  { "A & B <i>", NULL, "b", "A &amp; <b>B</b> &lt;i&gt;", NULL },
  /* Its excerpt is a part of the title, which is shown anyway. */
  { LONG " & klart", NULL, "klart", LONG " &amp; <b>klart</b>", NULL },
  { "Något annat", "Möte & samtal", "samtal", "Något annat", "Möte &amp; <b>samtal</b>" },
  { "Samtal", "Ett samtal med många", "samtal", "Samtal", "Ett <b>samtal</b> med många" },
};

static void
test_hits (gconstpointer data)
{
  const Case *it = data;
  char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  gint64 record = samsyn_fixture_create (store, "action", "title", it->title);
  g_autoptr (SamsynFound) found = NULL;
  g_autoptr (GPtrArray) results = NULL;
  guint n_records = 0;

  if (it->description != NULL)
    samsyn_fixture_edit (store, record, "description", it->description, NULL);
  found = samsyn_found_all (store, it->words, NULL);
  results = samsyn_search_results (found->hits, it->words);
  for (guint i = 0; i < results->len; i++)
    {
      const SamsynSearchResult *result = g_ptr_array_index (results, i);

      if (result->record == 0)
        continue;
      n_records++;
      g_assert_cmpint (result->record, ==, record);
      g_assert_cmpstr (result->group, ==, samsyn_kind_plural (samsyn_kind_find ("action"), NULL));
      g_assert_cmpstr (result->markup, ==, it->markup);
      g_assert_cmpstr (result->detail, ==, it->detail);
    }
  g_assert_cmpuint (n_records, ==, 1);
  samsyn_store_close (store);
  samsyn_fixture_remove (folder);
}

static gint64
create_meeting (SamsynStore *store,
                gint64       group,
                const char  *day)
{
  gint64 id = samsyn_store_new_id (store);
  SamsynChange *change = samsyn_change_new (SAMSYN_CHANGE_CREATE, samsyn_kind_find ("meeting"), id);
  SamsynValue nothing = SAMSYN_VALUE_NULL, of = samsyn_value_integer (group);

  samsyn_change_add (change, "group", &nothing, &of);
  samsyn_change_add_text (change, "starts_on", day);
  samsyn_fixture_apply (store, change);
  return id;
}

/* A meeting is called by its group and its day, which are no words of its own. */
static void
test_titles (void)
{
  char *folder = samsyn_fixture_folder ();
  SamsynStore *store = samsyn_fixture_store (folder);
  gint64 group = samsyn_fixture_create (store, "group", "name", "Strategisk styrgrupp"),
         meeting = create_meeting (store, group, "2016-11-22");
  const char *const typed[] = { "styrgrupp 2016-11-22", "22 STRATEGISK", "2016-11-22" };

  create_meeting (store, group, "2016-12-06");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (SamsynFound) found = samsyn_found_all (store, typed[i], NULL);
      g_autoptr (GPtrArray) results = samsyn_search_results (found->hits, typed[i]);

      g_assert_cmpuint (results->len, ==, 1);
      g_assert_cmpint (((SamsynSearchResult *) g_ptr_array_index (results, 0))->record, ==, meeting);
    }
  samsyn_store_close (store);
  samsyn_fixture_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  samsyn_all_pages_register ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search-results/%u", i);

      g_test_add_data_func (path, &cases[i], test_hits);
    }
  g_test_add_func ("/search-results/titles", test_titles);
  return g_test_run ();
}
