/* book-cell.c: what stands in a cell of each type of column
 *
 * The writer writes what is resolved here and the check after writing compares with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "book-private.h"

#include <math.h>
#include <string.h>

#include "exchange/date-serial.h"
#include "model/bent.h"
#include "model/words.h"

/* Whole numbers above this are not exact as a spreadsheet's numbers; of an amount that large nobody misses the last öre. */
#define LARGEST_EXACT G_GINT64_CONSTANT (9007199254740992)

static const struct
{
  const char *id;
  const char *symbol;
  const char *word;
} lights[] = {
  { "green", "●", NC_ ("light in a workbook", "Green – on plan") },
  { "amber", "▲", NC_ ("light in a workbook", "Amber – deviation, being handled") },
  { "red", "■", NC_ ("light in a workbook", "Red – needs the steering group’s decision") },
  { "not_assessed", "○", NC_ ("light in a workbook", "Grey – not assessed") },
}, severities[] = {
  { "error", "■", NC_ ("severity in a workbook", "Error") },
  { "warning", "▲", NC_ ("severity in a workbook", "Warning") },
  { "note", "○", NC_ ("severity in a workbook", "Note") },
}, trends[] = {
  { "-1", "↓", NC_ ("trend in a workbook", "Worse") },
  { "0", "→", NC_ ("trend in a workbook", "As before") },
  { "1", "↑", NC_ ("trend in a workbook", "Better") },
};

SamsynResolver *
samsyn_resolver_new (const char *language)
{
  SamsynResolver *resolver = g_new0 (SamsynResolver, 1);

  resolver->language = language;
  resolver->buffer = g_string_new (NULL);
  resolver->light = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    resolver->lights[i] = g_strconcat (lights[i].symbol, " ",
                                       samsyn_words (language, "light in a workbook", lights[i].word), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    resolver->severities[i] = g_strconcat (severities[i].symbol, " ",
                                           samsyn_words (language, "severity in a workbook", severities[i].word), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (trends); i++)
    resolver->trends[i] = g_strconcat (trends[i].symbol, " ",
                                       samsyn_words (language, "trend in a workbook", trends[i].word), NULL);
  return resolver;
}

void
samsyn_resolver_free (SamsynResolver *resolver)
{
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    g_free (resolver->lights[i]);
  for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
    g_free (resolver->severities[i]);
  for (guint i = 0; i < G_N_ELEMENTS (trends); i++)
    g_free (resolver->trends[i]);
  g_string_free (resolver->buffer, TRUE);
  g_string_free (resolver->light, TRUE);
  g_free (resolver);
}

static void
resolve_text (SamsynResolver *resolver,
              const char     *text,
              SamsynResolved *resolved)
{
  resolved->as = *text ? SAMSYN_WRITTEN_TEXT : SAMSYN_WRITTEN_NOTHING;
  resolved->text = samsyn_text_clean (text, resolver->language, resolver->buffer);
}

/* With its mark, so that nobody takes it for a value; it enters no total. */
static void
resolve_bent (SamsynResolver   *resolver,
              const SamsynBent *bent,
              SamsynResolved   *resolved)
{
  g_autofree char *text = samsyn_bent_describe (bent, resolver->language);

  g_string_assign (resolver->buffer, text);
  resolved->as = SAMSYN_WRITTEN_TEXT;
  resolved->text = resolver->buffer->str;
}

static void
resolve_number (SamsynResolver *resolver,
                double          number,
                SamsynResolved *resolved)
{
  if (!isfinite (number))
    {
      resolved->as = SAMSYN_WRITTEN_NOTHING;
      return;
    }
  resolved->as = SAMSYN_WRITTEN_NUMBER;
  resolved->number = number;
}

static void
resolve_integer (SamsynResolver *resolver,
                 gint64          integer,
                 double          divisor,
                 SamsynResolved *resolved)
{
  if (divisor == 1 && (integer > LARGEST_EXACT || integer < -LARGEST_EXACT))
    {
      g_string_printf (resolver->buffer, "%" G_GINT64_FORMAT, integer);
      resolved->as = SAMSYN_WRITTEN_TEXT;
      resolved->text = resolver->buffer->str;
      return;
    }
  resolved->as = SAMSYN_WRITTEN_NUMBER;
  resolved->number = integer / divisor;
}

static double
divisor_of (SamsynColumnType type)
{
  switch (type)
    {
    case SAMSYN_COLUMN_MONEY:
    case SAMSYN_COLUMN_PERCENT:
      return 100;
    case SAMSYN_COLUMN_THOUSANDS:
      return 100000;
    default:
      return 1;
    }
}

/* A light, alone or with words of its own after it. */
static gboolean
resolve_light (SamsynResolver *resolver,
               const char     *text,
               guint           number,
               SamsynResolved *resolved)
{
  gsize length = strlen (lights[number].id);
  g_autofree char *more = NULL;

  if (strncmp (text, lights[number].id, length) != 0 || (text[length] != ' ' && text[length] != '\0'))
    return FALSE;
  resolved->text = resolver->lights[number];
  if (text[length] == '\0')
    return TRUE;
  more = g_strconcat (resolver->lights[number], text + length, NULL);
  g_string_assign (resolver->light, samsyn_text_clean (more, resolver->language, resolver->buffer));
  resolved->text = resolver->light->str;
  return TRUE;
}

/* The word for an id, otherwise the text as it is. */
static void
resolve_id (SamsynResolver *resolver,
            SamsynColumnType type,
            const char     *text,
            SamsynResolved *resolved)
{
  resolved->as = SAMSYN_WRITTEN_TEXT;
  if (type == SAMSYN_COLUMN_LIGHT)
    for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
      if (resolve_light (resolver, text, i, resolved))
        return;
  if (type == SAMSYN_COLUMN_SEVERITY)
    for (guint i = 0; i < G_N_ELEMENTS (severities); i++)
      if (strcmp (text, severities[i].id) == 0)
        {
          resolved->text = resolver->severities[i];
          return;
        }
  resolve_text (resolver, text, resolved);
}

static void
resolve_a_text (SamsynResolver  *resolver,
                SamsynColumnType type,
                const char      *text,
                SamsynResolved  *resolved)
{
  switch (type)
    {
    case SAMSYN_COLUMN_DATE:
    case SAMSYN_COLUMN_DUE:
      if (samsyn_date_serial (text, &resolved->number))
        resolved->as = SAMSYN_WRITTEN_DATE;
      else
        resolve_text (resolver, text, resolved);
      break;
    case SAMSYN_COLUMN_LIGHT:
    case SAMSYN_COLUMN_SEVERITY:
      resolve_id (resolver, type, text, resolved);
      break;
    default:
      resolve_text (resolver, text, resolved);
    }
}

void
samsyn_resolve (SamsynResolver    *resolver,
                SamsynColumnType   type,
                const SamsynValue *value,
                SamsynResolved    *resolved)
{
  switch (value->stored)
    {
    case SAMSYN_STORED_NULL:
      resolved->as = SAMSYN_WRITTEN_NOTHING;
      break;
    case SAMSYN_STORED_TEXT:
      resolve_a_text (resolver, type, value->text, resolved);
      break;
    case SAMSYN_STORED_BENT:
      resolve_bent (resolver, value->bent, resolved);
      break;
    case SAMSYN_STORED_REAL:
      resolve_number (resolver, value->real / divisor_of (type), resolved);
      break;
    case SAMSYN_STORED_INTEGER:
      if (type == SAMSYN_COLUMN_TREND)
        {
          resolved->as = SAMSYN_WRITTEN_TEXT;
          resolved->text = resolver->trends[CLAMP (value->integer, -1, 1) + 1];
        }
      else if (type == SAMSYN_COLUMN_HEAT && value->integer == 0)
        resolved->as = SAMSYN_WRITTEN_NOTHING;
      else
        resolve_integer (resolver, value->integer, divisor_of (type), resolved);
      break;
    }
}

SamsynSum
samsyn_table_sum (SamsynTable    *table,
                  SamsynResolver *resolver,
                  guint           column)
{
  SamsynSum sum = { 0, table->n_rows, table->n_rows };
  SamsynResolved resolved;

  if (table->each)
    {
      sum.total = table->prints ? table->prints[column].sum : 0;
      return sum;
    }
  if (!(samsyn_table_column (table, column)->flags & SAMSYN_COLUMN_TOTAL))
    return sum;
  sum.n_given = 0;
  for (guint row = 0; row < table->n_rows; row++)
    {
      samsyn_resolve (resolver, samsyn_table_type (table, row, column), &samsyn_table_cell (table, row, column)->value,
                      &resolved);
      if (resolved.as != SAMSYN_WRITTEN_NUMBER)
        continue;
      sum.total += resolved.number;
      sum.n_given++;
    }
  return sum;
}

SamsynTotal
samsyn_table_total (SamsynTable     *table,
                    guint            column,
                    const SamsynSum *sum)
{
  SamsynColumnFlags flags = samsyn_table_column (table, column)->flags;

  if (!(flags & SAMSYN_COLUMN_TOTAL))
    return SAMSYN_TOTAL_NOTHING;
  if (!(flags & SAMSYN_COLUMN_LINES) || samsyn_sum_is_whole (sum))
    return SAMSYN_TOTAL_SUM;
  if (sum->n_given == 0 && !(flags & SAMSYN_COLUMN_WHOLE))
    return SAMSYN_TOTAL_NOTHING;
  return flags & SAMSYN_COLUMN_WHOLE ? SAMSYN_TOTAL_WORDS : SAMSYN_TOTAL_PARTIAL;
}

char *
samsyn_text_share (const char *language,
                   guint       n_given,
                   guint       n_lines)
{
  return g_strdup_printf (samsyn_words (language, "workbook", "%u of %u"), n_given, n_lines);
}

/* Amounts in thousands are told with three figures at least; other numbers with all of theirs. */
int
samsyn_cell_decimals (SamsynColumnType type,
                      double           number)
{
  double magnitude = fabs (number);
  int own;

  switch (type)
    {
    case SAMSYN_COLUMN_MONEY:
      return 2;
    case SAMSYN_COLUMN_INTEGER:
    case SAMSYN_COLUMN_NUMBER:
      return samsyn_figure_decimals (number);
    case SAMSYN_COLUMN_PERCENT:
      return CLAMP (samsyn_figure_decimals (number * 100), 0, 2);
    case SAMSYN_COLUMN_THOUSANDS:
      own = samsyn_figure_decimals (number);
      return magnitude >= 100 ? 0 : magnitude >= 10 ? MIN (own, 1) : magnitude >= 1 ? MIN (own, 2) : own;
    default:
      return 0;
    }
}

void
samsyn_print_add (SamsynPrint          *print,
                  guint                 row,
                  const SamsynResolved *resolved)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  switch (resolved->as)
    {
    case SAMSYN_WRITTEN_NOTHING:
      return;
    case SAMSYN_WRITTEN_TEXT:
      for (const guchar *p = (const guchar *) resolved->text; *p; p++)
        hash = (hash ^ *p) * G_GUINT64_CONSTANT (0x100000001b3);
      print->hash += hash * (2 * (guint64) row + 1);
      break;
    case SAMSYN_WRITTEN_NUMBER:
    case SAMSYN_WRITTEN_DATE:
      print->sum += resolved->number;
      break;
    }
  print->count++;
}
