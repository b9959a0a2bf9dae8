/* map-copy.c: a part of the map as a table for other programs, and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "map-copy.h"

#include <string.h>

#include "map-letter.h"
#include "model/words.h"

typedef struct
{
  const char *before_row;
  const char *after_row;
  void (*heading) (GString    *table,
                   gboolean    first,
                   const char *name);
  void (*cell) (GString    *table,
                gboolean    first,
                const char *letters,
                guint       set);
} Form;

/* ---- Text with tabs, and HTML ---------------------------------------------------------------------------------------------- */

static void
text_heading (GString    *table,
              gboolean    first,
              const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "\t\r\n", ' ');

  g_string_append_printf (table, "%s%s", first ? "" : "\t", plain);
}

static void
text_cell (GString    *table,
           gboolean    first,
           const char *letters,
           guint       set)
{
  text_heading (table, first, letters);
}

static void
html_heading (GString    *table,
              gboolean    first,
              const char *name)
{
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  g_string_append_printf (table, "<th style=\"mso-number-format:'\\@'\">%s</th>", escaped);
}

static void
html_cell (GString    *table,
           gboolean    first,
           const char *letters,
           guint       set)
{
  const SamsynLetterColours *colours
      = set != 0 ? samsyn_letter_colours (samsyn_letters_strongest (set), SAMSYN_SHADE_LIGHT) : NULL;

  if (colours == NULL)
    g_string_append (table, "<td></td>");
  else
    g_string_append_printf (
        table, "<td align=\"center\" style=\"mso-number-format:'\\@';background:#%02x%02x%02x;color:#%02x%02x%02x\">%s</td>",
        (guint) (colours->fill.red * 255), (guint) (colours->fill.green * 255), (guint) (colours->fill.blue * 255),
        (guint) (colours->text.red * 255), (guint) (colours->text.green * 255), (guint) (colours->text.blue * 255), letters);
}

static const Form text_form = { "", "\n", text_heading, text_cell };
static const Form html_form = { "<tr>", "</tr>\n", html_heading, html_cell };

/* ---- The area -------------------------------------------------------------------------------------------------------------- */

static void
append_headings (GString             *table,
                 const SamsynMapGrid *grid,
                 SamsynMapArea        area,
                 const Form          *form)
{
  g_string_append (table, form->before_row);
  form->heading (table, TRUE, C_ ("map", "Task"));
  for (int column = area.first_column; column <= area.last_column; column++)
    form->heading (table, FALSE, samsyn_map_grid_organisation (grid, column)->short_name);
  g_string_append (table, form->after_row);
}

static void
append_row (GString             *table,
            const SamsynMapGrid *grid,
            SamsynMapArea        area,
            int                  row,
            gboolean             named,
            gboolean             huki,
            const Form          *form)
{
  gboolean task = samsyn_map_grid_row (grid, row)->type == SAMSYN_MAP_TASK;

  g_string_append (table, form->before_row);
  if (named)
    form->heading (table, TRUE, samsyn_map_grid_row_name (grid, row));
  for (int column = area.first_column; task && column <= area.last_column; column++)
    {
      guint set = samsyn_map_grid_cell (grid, row, column)->letters;
      g_autofree char *letters = samsyn_letters_text (set, huki);

      form->cell (table, !named && column == area.first_column, letters, set);
    }
  g_string_append (table, form->after_row);
}

static char *
table_of (const SamsynMapGrid *grid,
          SamsynMapArea        area,
          gboolean             huki,
          const Form          *form)
{
  GString *table = g_string_new (NULL);
  gboolean named
      = area.first_row != area.last_row || area.first_column != area.last_column || area.first_column < 0 || area.first_row < 0;

  /* A heading stands for its whole row or column. */
  if (area.first_column < 0)
    area = (SamsynMapArea) { area.first_row, area.last_row, 0, (int) grid->columns->len - 1 };
  if (area.first_row < 0)
    area = (SamsynMapArea) { 0, (int) grid->rows->len - 1, area.first_column, area.last_column };
  if (named)
    append_headings (table, grid, area, form);
  for (int row = area.first_row; row <= area.last_row; row++)
    if (samsyn_map_grid_row (grid, row)->type < SAMSYN_MAP_NEW_TASK)
      append_row (table, grid, area, row, named, huki, form);
  return g_string_free (table, FALSE);
}

char *
samsyn_map_copy_text (const SamsynMapGrid *grid,
                      SamsynMapArea        area,
                      gboolean             huki)
{
  return table_of (grid, area, huki, &text_form);
}

char *
samsyn_map_copy_html (const SamsynMapGrid *grid,
                      SamsynMapArea        area,
                      gboolean             huki)
{
  g_autofree char *rows = table_of (grid, area, huki, &html_form);

  return g_strconcat ("<html><head><meta charset=\"utf-8\"></head><body><table>\n", rows, "</table></body></html>\n", NULL);
}

GdkContentProvider *
samsyn_map_copy (const SamsynMapGrid *grid,
                 SamsynMapArea        area,
                 gboolean             huki)
{
  char *html = samsyn_map_copy_html (grid, area, huki);
  g_autofree char *text = samsyn_map_copy_text (grid, area, huki);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = { gdk_content_provider_new_typed (G_TYPE_STRING, text),
                                      gdk_content_provider_new_for_bytes ("text/html", bytes) };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/* ---- Back ------------------------------------------------------------------------------------------------------------------ */

static gboolean
read_row (GPtrArray *rows,
          char     **cells,
          guint      from,
          gboolean   huki,
          GError   **error)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = from; cells[i] != NULL; i++)
    {
      int letters = samsyn_letters_read (g_strstrip (cells[i]), huki);

      if (letters < 0)
        {
          g_array_unref (row);
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("“%s” is no letter of the map. Nothing was pasted; copy cells with R, A, S, C or I."), cells[i]);
          return FALSE;
        }
      g_array_append_val (row, letters);
    }
  g_ptr_array_add (rows, row);
  return TRUE;
}

/* Whether the table begins with a row and a column of names, as it is copied from here. */
static gboolean
is_named (char   **lines,
          gboolean huki)
{
  g_auto (GStrv) cells = lines[0] != NULL ? g_strsplit (lines[0], "\t", -1) : NULL;

  return cells != NULL && g_strv_length (cells) > 1 && g_strcmp0 (g_strstrip (cells[0]), C_ ("map", "Task")) == 0;
}

GPtrArray *
samsyn_map_paste_read (const char *text,
                       gboolean    huki,
                       GError    **error)
{
  g_autofree char *lone = g_strdelimit (g_strdup (text), "\r", '\n');
  g_auto (GStrv) lines = g_strsplit (lone, "\n", -1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gboolean named = is_named (lines, huki);

  for (guint i = named ? 1 : 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      guint n = g_strv_length (cells);

      /* The heading of a process has a name only; an empty line ends the table, or comes of Windows' line ends. */
      if (n == 0 || (n == 1 && named)
          || (n == 1 && *g_strstrip (cells[0]) == '\0' && (lines[i + 1] == NULL || strchr (text, '\r') != NULL)))
        continue;
      if (!read_row (rows, cells, named ? 1 : 0, huki, error))
        return NULL;
    }
  return g_steal_pointer (&rows);
}
