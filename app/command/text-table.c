/* text-table.c: tables that are read on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text-table.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "command.h"
#include "tame.h"

#define GAP 2
#define NARROWEST 8

typedef struct
{
  gboolean number;
  guint    width;
} Column;

struct _SamsynTextTable
{
  GArray    *columns;
  GPtrArray *cells; /* the titles, then the rows */
};

SamsynTextTable *
samsyn_text_table_new (void)
{
  SamsynTextTable *table = g_new0 (SamsynTextTable, 1);

  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
samsyn_text_table_free (SamsynTextTable *table)
{
  if (table == NULL)
    return;
  g_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

static guint
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += character_width (g_utf8_get_char (text));
  return width;
}

void
samsyn_text_table_column (SamsynTextTable *table,
                          const char      *title,
                          gboolean         number)
{
  Column column = { .number = number };

  g_array_append_val (table->columns, column);
  samsyn_text_table_cell (table, title);
}

void
samsyn_text_table_cell (SamsynTextTable *table,
                        const char      *text)
{
  g_ptr_array_add (table->cells, samsyn_tame (text != NULL ? text : "", TRUE));
}

/* The terminal's width in characters, 0 where there is none. */
static guint
terminal_width (void)
{
  struct winsize size;

  return isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static guint
total_width (const SamsynTextTable *table,
             Column               **widest)
{
  guint total = 0;

  *widest = &g_array_index (table->columns, Column, 0);
  for (guint i = 0; i < table->columns->len; i++)
    {
      Column *column = &g_array_index (table->columns, Column, i);

      total += column->width + (i > 0 ? GAP : 0);
      if (column->width > (*widest)->width)
        *widest = column;
    }
  return total;
}

static void
measure (SamsynTextTable *table)
{
  guint limit = terminal_width ();
  Column *widest;

  for (guint i = 0; i < table->cells->len; i++)
    {
      Column *column = &g_array_index (table->columns, Column, i % table->columns->len);

      column->width = MAX (column->width, MIN (text_width (g_ptr_array_index (table->cells, i)), SAMSYN_TEXT_TABLE_WIDTH));
    }
  while (limit > 0 && total_width (table, &widest) > limit && widest->width > NARROWEST)
    widest->width--;
}

/* As much of the text as the width holds, "…" at the end where it was cut; `left` is the width that remains. */
static char *
cut (const char *text,
     guint       width,
     guint      *left)
{
  GString *out = g_string_new (NULL);
  gboolean whole = text_width (text) <= width;
  guint room = whole ? width : width - 1;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (character_width (c) > room)
        break;
      g_string_append_unichar (out, c);
      room -= character_width (c);
    }
  if (!whole)
    g_string_append (out, "…");
  *left = room;
  return g_string_free (out, FALSE);
}

static void
print_row (const SamsynTextTable *table,
           guint                  first)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);
      guint left;
      g_autofree char *text = cut (g_ptr_array_index (table->cells, first + i), column->width, &left);

      g_string_append_printf (line, "%*s%s%*s%*s", column->number ? (int) left : 0, "", text, column->number ? 0 : (int) left, "",
                              GAP, "");
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  samsyn_call_printf ("%s\n", line->str);
}

void
samsyn_text_table_print (SamsynTextTable *table)
{
  measure (table);
  for (guint first = 0; first + table->columns->len <= table->cells->len; first += table->columns->len)
    print_row (table, first);
}
