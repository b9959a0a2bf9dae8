/* search.c: records by their words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "json-out.h"
#include "list-of-commands.h"
#include "model/words.h"
#include "text-table.h"

static char *format;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("a table to read, or JSON"), "text|json" },
  G_OPTION_ENTRY_NULL,
};

/* The marks around hits are for the window. */
static char *
without_marks (const char *excerpt)
{
  g_auto (GStrv) opened = g_strsplit (excerpt != NULL ? excerpt : "", "\u2068", -1);
  g_autofree char *joined = g_strjoinv ("", opened);
  g_auto (GStrv) closed = g_strsplit (joined, "\u2069", -1);

  return g_strjoinv ("", closed);
}

static void
print_text (const GPtrArray *hits)
{
  g_autoptr (SamsynTextTable) table = samsyn_text_table_new ();

  samsyn_text_table_column (table, C_ ("column", "Id"), TRUE);
  samsyn_text_table_column (table, C_ ("column", "Kind"), FALSE);
  samsyn_text_table_column (table, C_ ("column", "Record"), FALSE);
  samsyn_text_table_column (table, C_ ("column", "Found"), FALSE);
  for (guint i = 0; i < hits->len; i++)
    {
      const SamsynHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, hit->id), *excerpt = without_marks (hit->excerpt);

      samsyn_text_table_cell (table, id);
      samsyn_text_table_cell (table, samsyn_kind_label (hit->kind, NULL));
      samsyn_text_table_cell (table, hit->title);
      samsyn_text_table_cell (table, excerpt);
    }
  if (hits->len > 0)
    samsyn_text_table_print (table);
  if (hits->len >= SAMSYN_SEARCH_LIMIT)
    samsyn_call_printf ("%s\n", _ ("More may have been found than is shown: more words find less."));
  if (hits->len == 0)
    samsyn_call_printf ("%s\n", _ ("Nothing was found."));
}

static void
print_json (const GPtrArray *hits)
{
  SamsynJsonOut out;

  samsyn_json_out_start (&out);
  samsyn_json_out_array (&out, "hits");
  for (guint i = 0; i < hits->len; i++)
    {
      const SamsynHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *excerpt = without_marks (hit->excerpt);

      samsyn_json_out_object (&out, NULL);
      samsyn_json_out_integer (&out, "id", hit->id);
      samsyn_json_out_text (&out, "kind", hit->kind->id);
      samsyn_json_out_text (&out, "title", hit->title);
      samsyn_json_out_text (&out, "excerpt", excerpt);
      samsyn_json_out_end (&out);
    }
  samsyn_json_out_finish (&out);
}

static gboolean
run (SamsynCall *call,
     GError    **error)
{
  g_autofree char *words = g_strjoinv (" ", call->args + 1);
  g_autoptr (SamsynStore) store = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  gboolean json;

  if (!samsyn_call_read_format (format, &json, error) || !samsyn_call_check_text (words, "WORDS", error))
    return FALSE;
  store = samsyn_call_open (call, SAMSYN_OPEN_READ, error);
  if (store != NULL)
    hits = samsyn_store_search (store, words, 0, NULL, error);
  if (hits == NULL || !samsyn_store_search_further (store, words, 0, NULL, hits, error))
    return FALSE;
  (json ? print_json : print_text) (hits);
  return TRUE;
}

const SamsynCommand samsyn_command_search = {
  .name = "search",
  .usage = "FILE WORDS… [--format=text|json]",
  .summary = N_ ("Find records in which all the words, or words that begin so, occur."),
  .details = N_ ("A record is also found by its title as others give it (an assignment by its task and organisation), and by a "
                 "date that it "
                 "has where the words are one, as it is stored or as it is typed in a form. It takes as long as it takes."),
  .min_args = 2,
  .max_args = G_MAXUINT,
  .options = options,
  .run = run,
};
