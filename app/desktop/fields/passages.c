/* passages.c: the passages that are marked in a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "passages.h"

#include "kinds/kinds.h"

typedef struct
{
  gint64 record;
  gint64 about; /* the record that it is tied to; 0: none */
  int    start; /* characters from the beginning of the text */
  int    end;
} Passage;

struct _SamsynPassages
{
  GtkTextBuffer *buffer;
  GArray        *shown; /* Passage */
};

const SamsynKind *
samsyn_passages_kind (void)
{
  return samsyn_kind_find ("passage");
}

SamsynPassages *
samsyn_passages_new (GtkTextBuffer *buffer)
{
  SamsynPassages *self = g_new0 (SamsynPassages, 1);

  self->buffer = buffer;
  self->shown = g_array_new (FALSE, FALSE, sizeof (Passage));
  return self;
}

void
samsyn_passages_free (SamsynPassages *self)
{
  g_array_unref (self->shown);
  g_free (self);
}

/* ---- Showing them ---------------------------------------------------------------------------------------------------------- */

/* Colours of their own for the first tags; more than these nobody tells apart. */
static const char *const colours[]
    = { "rgba(53,132,228,.28)", "rgba(224,27,36,.25)",  "rgba(230,97,0,.28)",   "rgba(145,65,172,.28)",
        "rgba(46,194,126,.30)", "rgba(192,28,140,.25)", "rgba(98,160,234,.22)", "rgba(229,165,10,.32)" };

static GtkTextTag *
tag_of (GtkTextBuffer *buffer,
        const char    *choice)
{
  const SamsynChoice *choices = samsyn_kind_field (samsyn_passages_kind (), "tag")->choices;
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), choice);
  guint number = 0;

  if (tag != NULL)
    return tag;
  while (choices[number].id != NULL && !g_str_equal (choices[number].id, choice))
    number++;
  return gtk_text_buffer_create_tag (buffer, choice, "background", colours[number % G_N_ELEMENTS (colours)], "underline",
                                     PANGO_UNDERLINE_SINGLE, NULL);
}

/* Where the quote stands: at its offsets, or, where the text was changed since, at its first place. */
static gboolean
find_quote (GtkTextBuffer *buffer,
            const char    *quote,
            gint64         from,
            gint64         to,
            GtkTextIter   *start,
            GtkTextIter   *end)
{
  g_autofree char *there = NULL;

  if (from >= 0 && to > from && to <= gtk_text_buffer_get_char_count (buffer))
    {
      gtk_text_buffer_get_iter_at_offset (buffer, start, (int) from);
      gtk_text_buffer_get_iter_at_offset (buffer, end, (int) to);
      there = gtk_text_buffer_get_text (buffer, start, end, TRUE);
      if (g_str_equal (there, quote))
        return TRUE;
    }
  gtk_text_buffer_get_start_iter (buffer, start);
  return gtk_text_iter_forward_search (start, quote, GTK_TEXT_SEARCH_TEXT_ONLY, start, end, NULL);
}

static SamsynRows *
read_passages (SamsynStore *store,
               gint64       document)
{
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_passages_kind ());

  samsyn_query_select (query, "@id");
  samsyn_query_select (query, "quote");
  samsyn_query_select (query, "tag");
  samsyn_query_select (query, "starts_at_character");
  samsyn_query_select (query, "ends_at_character");
  samsyn_query_select (query, "about");
  samsyn_query_where_integer (query, "document", SAMSYN_QUERY_EQUAL, document);
  return samsyn_store_select (store, query, NULL);
}

void
samsyn_passages_show (SamsynPassages *self,
                      SamsynStore    *store,
                      gint64          document)
{
  g_autoptr (SamsynRows) rows = read_passages (store, document);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (self->buffer, &start, &end);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    if (find_quote (self->buffer, samsyn_rows_text (rows, i, 1), samsyn_rows_integer (rows, i, 3, -1),
                    samsyn_rows_integer (rows, i, 4, -1), &start, &end))
      {
        Passage passage = { .record = samsyn_rows_integer (rows, i, 0, 0), .about = samsyn_rows_integer (rows, i, 5, 0),
                            .start = gtk_text_iter_get_offset (&start), .end = gtk_text_iter_get_offset (&end) };

        gtk_text_buffer_apply_tag (self->buffer, tag_of (self->buffer, samsyn_rows_text (rows, i, 2)), &start, &end);
        g_array_append_val (self->shown, passage);
      }
}

/* ---- Finding them ---------------------------------------------------------------------------------------------------------- */

gint64
samsyn_passages_at (SamsynPassages    *self,
                    const GtkTextIter *place)
{
  int offset = gtk_text_iter_get_offset (place);
  const Passage *found = NULL;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Passage *passage = &g_array_index (self->shown, Passage, i);

      if (passage->start <= offset && offset < passage->end
          && (found == NULL || passage->end - passage->start < found->end - found->start))
        found = passage;
    }
  return found != NULL ? found->record : 0;
}

/* The passage itself; else the last one that was tied to the record. */
static const Passage *
find (SamsynPassages *self,
      gint64          record)
{
  const Passage *found = NULL;

  for (guint i = 0; record != 0 && i < self->shown->len; i++)
    {
      const Passage *passage = &g_array_index (self->shown, Passage, i);

      if (passage->record == record)
        return passage;
      if (passage->about == record && (found == NULL || passage->record > found->record))
        found = passage;
    }
  return found;
}

gboolean
samsyn_passages_where (SamsynPassages *self,
                       gint64          record,
                       GtkTextIter    *start,
                       GtkTextIter    *end)
{
  const Passage *passage = find (self, record);

  if (passage == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, start, passage->start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, end, passage->end);
  return TRUE;
}
