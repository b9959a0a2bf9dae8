/* sample-book.c: workbooks that tests write
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample-book.h"

#include <string.h>

static const char *const lights[] = { "green", "amber", "red", "not_assessed" };
static const char *const severities[] = { "error", "warning", "note" };

static SamsynSheet *
add_read_me (SamsynBook *book)
{
  gboolean swedish = strcmp (samsyn_book_get_language (book), "sv") == 0;

  return samsyn_book_add_sheet (book, swedish ? "Läs mig" : "Read me", swedish ? "Styrgruppsmöte" : "Steering group",
                                swedish ? "Vad boken innehåller" : "What the book holds");
}

/* One row a type of column, and one type of column a column. */
static SamsynTable *
add_all_types (SamsynSheet *sheet)
{
  SamsynTable *table = samsyn_sheet_add_table (sheet, NULL);

  for (guint type = 0; type < SAMSYN_N_COLUMN_TYPES; type++)
    {
      g_autofree char *title = g_strdup_printf ("Typ %u", type);
      samsyn_table_add_column (table, title, type, 14,
                               type >= SAMSYN_COLUMN_INTEGER && type <= SAMSYN_COLUMN_THOUSANDS ? SAMSYN_COLUMN_TOTAL : 0);
    }
  for (int row = 0; row < 12; row++)
    {
      samsyn_table_add_row (table);
      samsyn_table_text (table,
                         row % 2 ? "Stadsdelsförvaltningarnas mottagningsenheter tar över uppgiften efter beslut" : "2016-05-01");
      samsyn_table_text (table, row == 0 ? "1899-12-31" : "2016-02-29");
      samsyn_table_text (table, row % 2 ? "2016-05-19" : "2016-05-20");
      samsyn_table_integer (table, row * 1000);
      samsyn_table_number (table, row + 0.25);
      samsyn_table_integer (table, 123456 + row);
      samsyn_table_integer (table, 123456789 * (row + 1));
      samsyn_table_integer (table, row * 5);
      samsyn_table_text (table, lights[row % 4]);
      samsyn_table_integer (table, row % 3 - 1);
      samsyn_table_text (table, row % 2 ? "A/R" : "K");
      samsyn_table_text (table, severities[row % 3]);
      samsyn_table_text (table, "Pågår");
      samsyn_table_integer (table, row * 2 + 1);
      samsyn_table_integer (table, row % 3);
      if (row % 3 == 0)
        samsyn_table_settled (table);
    }
  return table;
}

static void
add_timeline (SamsynSheet *sheet)
{
  const guint series[] = { 1, 2 };
  SamsynTable *table = samsyn_sheet_add_table (sheet, "Tidslinje");

  samsyn_table_add_column (table, "Delprojekt", SAMSYN_COLUMN_TEXT, 20, SAMSYN_COLUMN_HEADER);
  samsyn_table_add_column (table, "Börjar", SAMSYN_COLUMN_DATE, 12, 0);
  samsyn_table_add_column (table, "Dagar", SAMSYN_COLUMN_INTEGER, 8, 0);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *date = g_strdup_printf ("2016-%02u-01", i + 1);
      samsyn_table_add_row (table);
      samsyn_table_text (table, "Boende");
      samsyn_table_text (table, date);
      samsyn_table_integer (table, 90);
    }
  samsyn_sheet_add_chart (sheet, SAMSYN_CHART_TIMELINE, "Tid", "Fyra delprojekt mellan januari och juli", table, 0, series, 2);
}

/* Columns that fold, comments, rows that stay together, and cells of types of their own. */
static void
add_map (SamsynSheet *sheet)
{
  SamsynTable *table = samsyn_sheet_add_table (sheet, NULL);
  const SamsynValue own[] = { { .stored = SAMSYN_STORED_INTEGER, .integer = 123456700 },
                              { .stored = SAMSYN_STORED_TEXT, .text = (char *) "red" },
                              { .stored = SAMSYN_STORED_TEXT, .text = (char *) "2016-05-19" } };
  const SamsynColumnType types[] = { SAMSYN_COLUMN_THOUSANDS, SAMSYN_COLUMN_LIGHT, SAMSYN_COLUMN_DATE };

  samsyn_table_add_column (table, "Uppgift", SAMSYN_COLUMN_TEXT, 30, SAMSYN_COLUMN_HEADER);
  samsyn_table_add_column (table, "Staden", SAMSYN_COLUMN_LETTER, 5, 0);
  samsyn_table_add_column (table, "Nämnden", SAMSYN_COLUMN_LETTER, 5, 0);
  samsyn_table_add_column (table, "Efter", SAMSYN_COLUMN_TEXT, 20, 0);
  samsyn_table_fold_column (table, 2, 1);
  for (guint i = 0; i < 60; i++)
    {
      samsyn_table_add_row (table);
      if (i % 20 == 0)
        samsyn_table_group (table);
      samsyn_table_text (table, "Ordna boende");
      samsyn_table_text (table, "A/R");
      samsyn_table_comment (table, "Grund: 2 kap. 7 §\n_x0041_ & <b>");
      samsyn_table_text (table, i % 2 ? "R" : NULL);
      if (i < G_N_ELEMENTS (own))
        samsyn_table_typed (table, types[i], &own[i]);
    }
}

SamsynBook *
sample_book (const char *language)
{
  const guint series[] = { 3, 6 };
  SamsynBook *book = samsyn_book_new (language, "2016-05-20", "steering-pack 3f2a9c81");
  SamsynSheet *first = add_read_me (book);
  SamsynSheet *second = samsyn_book_add_sheet (book, "Nulägesbild", "Nulägesbild", "Alla sorters kolumner");
  SamsynTable *table = samsyn_sheet_add_table (first, NULL);

  samsyn_book_set_properties (book, "Styrgruppsunderlag", "Översyn", "Projektledare");
  samsyn_sheet_set_one_page (second);
  samsyn_table_add_column (table, "Blad", SAMSYN_COLUMN_TEXT, 20, 0);
  samsyn_table_add_column (table, "Innehåll", SAMSYN_COLUMN_TEXT, 60, 0);
  samsyn_table_add_row (table);
  samsyn_table_link (table, samsyn_sheet_get_name (second), second);
  samsyn_table_text (table, "Läget på en sida");
  table = add_all_types (second);
  samsyn_sheet_add_chart (second, SAMSYN_CHART_COLUMN, "Belopp", "Beloppen växer", table, 0, series, 2);
  samsyn_sheet_add_chart (second, SAMSYN_CHART_LINE, "Belopp", "Beloppen växer", table, 0, series, 2);
  add_timeline (second);
  table = samsyn_sheet_add_table (samsyn_book_add_sheet (book, "nulägesBILD", NULL, NULL), NULL);
  samsyn_table_add_column (table, "Rubrik", SAMSYN_COLUMN_TEXT, 20, 0);
  samsyn_table_add_row (table);
  samsyn_table_text (table, "En rad");
  add_map (samsyn_book_add_sheet (book, "Karta", NULL, NULL));
  return book;
}

SamsynBook *
sample_hostile (void)
{
  const guint series[] = { 1 };
  SamsynBook *book = samsyn_book_new ("sv", "2016-05-20", "&P " HOSTILE);
  SamsynTable *table = samsyn_sheet_add_table (add_read_me (book), NULL);
  SamsynSheet *sheet = samsyn_book_add_sheet (book, HOSTILE, HOSTILE, HOSTILE);

  samsyn_book_set_properties (book, HOSTILE, HOSTILE, HOSTILE);
  for (guint i = 0; i < 2; i++)
    {
      samsyn_table_add_column (table, HOSTILE, SAMSYN_COLUMN_TEXT, 20, SAMSYN_COLUMN_HEADER);
      samsyn_table_add_column (table, HOSTILE, SAMSYN_COLUMN_INTEGER, 20, SAMSYN_COLUMN_TOTAL);
      for (guint row = 0; row < 3; row++)
        {
          samsyn_table_add_row (table);
          samsyn_table_link (table, HOSTILE, sheet);
          samsyn_table_integer (table, row);
        }
      if (i == 0)
        table = samsyn_sheet_add_table (sheet, NULL);
    }
  samsyn_sheet_add_chart (sheet, SAMSYN_CHART_LINE, HOSTILE, HOSTILE, table, 0, series, 1);
  table = samsyn_sheet_add_table (sheet, HOSTILE);
  samsyn_table_add_column (table, HOSTILE, SAMSYN_COLUMN_STATE, 20, 0);
  samsyn_table_add_row (table);
  samsyn_table_text (table, HOSTILE);
  return book;
}

typedef struct
{
  guint given;
} Source;

static gboolean
give_rows (SamsynTableRowFunc row,
           gpointer           writer,
           gpointer           data,
           GError           **error)
{
  const Source *source = data;

  for (guint i = 0; i < source->given; i++)
    {
      g_autofree char *text = g_strdup_printf ("=rad %u <&>", i);
      SamsynValue values[] = { { .stored = SAMSYN_STORED_TEXT, .text = text },
                               { .stored = SAMSYN_STORED_TEXT, .text = (char *) (i % 2 ? "2016-05-20" : "1789-07-14") },
                               samsyn_value_integer (i * 3),
                               i % 5 ? samsyn_value_real (i / 7.0) : SAMSYN_VALUE_NULL };
      if (!row (values, writer))
        return FALSE;
    }
  return TRUE;
}

SamsynBook *
sample_streamed (guint n_rows,
                 guint given)
{
  SamsynBook *book = samsyn_book_new ("sv", "2016-05-20", "all-data 1");
  SamsynTable *table = samsyn_sheet_add_table (add_read_me (book), NULL);
  Source *source = g_new (Source, 1);

  source->given = given;
  samsyn_book_set_properties (book, "Allt", "Allt", "Projektledare");
  samsyn_table_add_column (table, "Text", SAMSYN_COLUMN_TEXT, 20, 0);
  samsyn_table_add_column (table, "Datum", SAMSYN_COLUMN_DATE, 12, 0);
  samsyn_table_add_column (table, "Tal", SAMSYN_COLUMN_INTEGER, 12, 0);
  samsyn_table_add_column (table, "Kvot", SAMSYN_COLUMN_NUMBER, 12, 0);
  samsyn_table_set_source (table, n_rows, give_rows, source, g_free);
  return book;
}
