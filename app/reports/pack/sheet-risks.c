/* sheet-risks.c: the open risks, and how many there are of each weight
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack.h"

#define SCALE 5

static const SamsynPackColumn columns[] = {
  { NC_ ("pack", "No."), SAMSYN_COLUMN_INTEGER, 8, 0 },
  { NC_ ("pack", "Risk"), SAMSYN_COLUMN_TEXT, 36, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "Consequence"), SAMSYN_COLUMN_TEXT, 36, 0 },
  { NC_ ("pack", "P"), SAMSYN_COLUMN_INTEGER, 8, 0 },
  { NC_ ("pack", "I"), SAMSYN_COLUMN_INTEGER, 8, 0 },
  { NC_ ("pack", "Risk score"), SAMSYN_COLUMN_SCORE, 15, 0 },
  { NC_ ("pack", "Last meeting"), SAMSYN_COLUMN_SCORE, 15, 0 },
  { NC_ ("pack", "Trend"), SAMSYN_COLUMN_TREND, 14, 0 },
  { NC_ ("pack", "Measure"), SAMSYN_COLUMN_TEXT, 40, 0 },
  { NC_ ("pack", "After measure"), SAMSYN_COLUMN_SCORE, 15, 0 },
  { NC_ ("pack", "Responsible"), SAMSYN_COLUMN_TEXT, 24, 0 },
  { NULL },
};

static const SamsynPackColumn grid_columns[] = {
  { NC_ ("pack", "P \\ I"), SAMSYN_COLUMN_STATE, 0, SAMSYN_COLUMN_HEADER },
  { NC_ ("pack", "I 1"), SAMSYN_COLUMN_HEAT, 0, 0 },
  { NC_ ("pack", "I 2"), SAMSYN_COLUMN_HEAT, 0, 0 },
  { NC_ ("pack", "I 3"), SAMSYN_COLUMN_HEAT, 0, 0 },
  { NC_ ("pack", "I 4"), SAMSYN_COLUMN_HEAT, 0, 0 },
  { NC_ ("pack", "I 5"), SAMSYN_COLUMN_HEAT, 0, 0 },
  { NULL },
};

enum
{
  ID,
  NUMBER,
  TITLE,
  CONSEQUENCE,
  PROBABILITY,
  IMPACT,
  SCORE,
  RESPONSE,
  RESIDUAL,
  OWNER
};

static SamsynRows *
read_risks (SamsynPack *pack,
            gboolean    opportunities,
            GError    **error)
{
  g_autoptr (SamsynQuery) query
    = samsyn_ask ("risk", pack->language, "@id", "number", "title", "consequence", "probability", "impact", "score", "response",
                  "residual_score", SAMSYN_ASK_PERSON ("owner"), NULL);

  samsyn_query_where_text (query, "status", SAMSYN_QUERY_NOT_EQUAL, "closed");
  samsyn_query_where_text (query, "sort", opportunities ? SAMSYN_QUERY_EQUAL : SAMSYN_QUERY_NOT_EQUAL, "opportunity");
  samsyn_ask_among (query, "project", pack->projects, FALSE);
  samsyn_query_order (query, "score", TRUE);
  samsyn_query_order (query, "number", FALSE);
  return samsyn_store_select (pack->store, query, error);
}

/* Every risk of the projects, the closed ones too, in the order they came: the place of one without a number of its own is its
 * number, and stays so from one pack to the next. */
static GArray *
read_places (SamsynPack *pack,
             GError    **error)
{
  g_autoptr (SamsynQuery) query = samsyn_ask ("risk", NULL, "@id", NULL);

  samsyn_ask_among (query, "project", pack->projects, FALSE);
  samsyn_query_order (query, "@id", FALSE);
  return samsyn_store_ids (pack->store, query, 0, G_MAXINT, error);
}

static gint64
number_of (GArray           *places,
           const SamsynRows *rows,
           guint             row)
{
  gint64 id = samsyn_rows_integer (rows, row, ID, 0);
  guint place = 0;

  while (place < places->len && g_array_index (places, gint64, place) != id)
    place++;
  return samsyn_rows_integer (rows, row, NUMBER, place + 1);
}

/* A lower score is better, but of an opportunity a higher one. */
static void
add_risk (SamsynTable      *table,
          SamsynLookup     *before,
          GArray           *places,
          gboolean          opportunity,
          const SamsynRows *rows,
          guint             row)
{
  const SamsynValue *score = samsyn_rows_get (rows, row, SCORE);
  const SamsynValue *score_before = samsyn_pack_before (before, samsyn_rows_integer (rows, row, ID, 0));
  g_autofree char *owner = samsyn_ask_person (rows, row, OWNER);

  samsyn_table_add_row (table);
  samsyn_table_integer (table, number_of (places, rows, row));
  samsyn_table_text (table, samsyn_rows_text (rows, row, TITLE));
  samsyn_table_text (table, samsyn_rows_text (rows, row, CONSEQUENCE));
  samsyn_table_value (table, samsyn_rows_get (rows, row, PROBABILITY));
  samsyn_table_value (table, samsyn_rows_get (rows, row, IMPACT));
  samsyn_table_value (table, score);
  if (score_before != NULL && !samsyn_value_is_null (score_before))
    {
      gint64 rise = samsyn_value_get_integer (score, 0) - samsyn_value_get_integer (score_before, 0);

      samsyn_table_value (table, score_before);
      if (samsyn_value_is_null (score))
        samsyn_table_empty (table);
      else
        samsyn_table_integer (table, samsyn_pack_sign (opportunity ? rise : -rise));
    }
  else
    {
      samsyn_table_empty (table);
      samsyn_table_empty (table);
    }
  samsyn_table_text (table, samsyn_rows_text (rows, row, RESPONSE));
  samsyn_table_value (table, samsyn_rows_get (rows, row, RESIDUAL));
  samsyn_table_text (table, owner);
}

static void
add_risks (SamsynPack            *pack,
           const SamsynPackSheet *self,
           SamsynLookup          *before,
           GArray                *places,
           gboolean               opportunities,
           const SamsynRows      *rows)
{
  const char *caption = NULL;
  SamsynTable *table;

  if (rows->n_rows == 0)
    return;
  if (pack->sheet == NULL)
    samsyn_pack_open_sheet (pack, self);
  if (opportunities)
    caption = samsyn_words (pack->language, "pack", "Opportunities");
  table = samsyn_pack_add_table (pack, pack->sheet, caption, columns);
  for (guint i = 0; i < rows->n_rows; i++)
    add_risk (table, before, places, opportunities, rows, i);
}

static guint
count_at (const SamsynRows *rows,
          gint64            probability,
          gint64            impact)
{
  guint n = 0;

  for (guint i = 0; i < rows->n_rows; i++)
    n += samsyn_rows_integer (rows, i, PROBABILITY, 0) == probability && samsyn_rows_integer (rows, i, IMPACT, 0) == impact;
  return n;
}

static void
add_grid (SamsynPack       *pack,
          const SamsynRows *rows)
{
  const char *caption = samsyn_words (pack->language, "pack", "Number of risks by probability (P) and impact (I)");
  SamsynTable *grid;

  if (rows->n_rows == 0)
    return;
  grid = samsyn_pack_add_table (pack, pack->sheet, caption, grid_columns);
  for (int probability = SCALE; probability >= 1; probability--)
    {
      g_autofree char *name = g_strdup_printf (samsyn_words (pack->language, "pack", "P %d"), probability);

      samsyn_table_add_row (grid);
      samsyn_table_text (grid, name);
      for (int impact = 1; impact <= SCALE; impact++)
        samsyn_table_integer (grid, count_at (rows, probability, impact));
    }
}

static gboolean
add (SamsynPack            *pack,
     const SamsynPackSheet *self,
     GError               **error)
{
  g_autoptr (SamsynLookup) before = NULL;
  g_autoptr (SamsynRows) risks = read_risks (pack, FALSE, error);
  g_autoptr (SamsynRows) opportunities = risks != NULL ? read_risks (pack, TRUE, error) : NULL;
  g_autoptr (GArray) places = opportunities != NULL ? read_places (pack, error) : NULL;

  if (places == NULL || !samsyn_pack_look_before (pack, &before, error, "risk", "score", NULL))
    return FALSE;
  add_risks (pack, self, before, places, FALSE, risks);
  add_grid (pack, risks);
  add_risks (pack, self, before, places, TRUE, opportunities);
  return TRUE;
}

const SamsynPackSheet samsyn_sheet_risks = {
  .part = { "risks", NC_ ("pack", "Risks") },
  .title = NC_ ("pack", "Risks"),
  .purpose
  = NC_ ("pack", "Open risks, the greatest first. P is probability, I impact, both 1–5; the risk score is their product."),
  .add = add,
};
