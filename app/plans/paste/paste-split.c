/* paste-split.c: the text of a table as rows and cells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paste.h"

static gboolean
ends_cell (char c)
{
  return c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

/* Reads the cell at the text and returns what follows it.  Quotes inside a cell that does not begin with one stand for
 * themselves, and so do those that are never closed. */
static const char *
read_cell (const char *text,
           char      **cell)
{
  g_autoptr (GString) content = g_string_new (NULL);
  const char *at = text;

  if (*at == '"')
    {
      for (at++; *at != '\0' && !(*at == '"' && at[1] != '"'); at++)
        {
          if (*at == '"')
            at++;
          if (*at != '\r')
            g_string_append_c (content, *at);
        }
      if (*at == '"' && ends_cell (at[1]))
        {
          *cell = g_string_free (g_steal_pointer (&content), FALSE);
          return at + 1;
        }
    }
  for (at = text; !ends_cell (*at); at++)
    ;
  *cell = g_strndup (text, (gsize) (at - text));
  return at;
}

static gboolean
is_blank (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) g_ptr_array_index (row, i) != '\0')
      return FALSE;
  return TRUE;
}

GPtrArray *
samsyn_paste_split (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  while (*text != '\0')
    {
      g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

      do
        {
          char *cell;

          text = read_cell (row->len > 0 ? text + 1 : text, &cell);
          g_ptr_array_add (row, g_strstrip (cell));
        }
      while (*text == '\t');
      if (*text == '\r')
        text++;
      if (*text == '\n')
        text++;
      if (!is_blank (row))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}
