/* series.c: the measurements of an indicator, each with those that it can be compared with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "series.h"

#include "kinds/kinds.h"
#include "model/figures.h"

#define OUTCOME "outcome"

static void
series_free (gpointer data)
{
  SamsynSeries *series = data;

  g_array_unref (series->rows);
  g_free (series);
}

static SamsynRows *
read_rows (SamsynStore *store,
           gint64       indicator,
           const char  *date,
           const char  *language,
           GError     **error)
{
  static const char *const paths[]
    = { "@id",  "from_on",   "on",         "value",                 "value_to", "missing_reason", "source.@title",
        "sort", "breakdown", "counted_by", "counted_by.short_name", "counted_by.@title" };
  g_autoptr (SamsynQuery) query = samsyn_query_new (samsyn_kind_find ("measurement"));

  samsyn_query_set_language (query, language);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    samsyn_query_select (query, paths[i]);
  samsyn_query_where_integer (query, "indicator", SAMSYN_QUERY_EQUAL, indicator);
  samsyn_query_where_text (query, "on", SAMSYN_QUERY_AT_MOST, date);
  samsyn_query_order (query, "on", FALSE);
  return samsyn_store_select (store, query, error);
}

static const char *
sort_of (const SamsynRows *rows,
         guint             row)
{
  const char *sort = samsyn_rows_text (rows, row, SAMSYN_MEASURED_SORT);

  return *sort != '\0' ? sort : OUTCOME;
}

static SamsynSeries *
series_of (SamsynMeasurements *measurements,
           guint               row)
{
  const SamsynRows *rows = measurements->rows;
  gint64 body = samsyn_rows_integer (rows, row, SAMSYN_MEASURED_BODY, 0);
  const char *breakdown = samsyn_rows_text (rows, row, SAMSYN_MEASURED_BREAKDOWN);
  const char *short_name = samsyn_rows_text (rows, row, SAMSYN_MEASURED_BODY_SHORT);
  SamsynSeries *series;

  for (guint i = 0; i < measurements->series->len; i++)
    {
      series = g_ptr_array_index (measurements->series, i);
      if (series->body == body && g_str_equal (series->sort, sort_of (rows, row)) && g_str_equal (series->breakdown, breakdown))
        return series;
    }
  series = g_new0 (SamsynSeries, 1);
  series->body = body;
  series->body_name = *short_name != '\0' ? short_name : samsyn_rows_text (rows, row, SAMSYN_MEASURED_BODY_TITLE);
  series->sort = sort_of (rows, row);
  series->breakdown = breakdown;
  series->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (measurements->series, series);
  return series;
}

/* Those with values first, then outcomes, the whole, the most measured. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const SamsynSeries *one = *(SamsynSeries *const *) a, *other = *(SamsynSeries *const *) b;
  int order = (one->n_values == 0) - (other->n_values == 0);

  if (order == 0)
    order = g_str_equal (other->sort, OUTCOME) - g_str_equal (one->sort, OUTCOME);
  if (order == 0)
    order = (*one->breakdown != '\0') - (*other->breakdown != '\0');
  if (order == 0)
    order = (other->n_values > one->n_values) - (other->n_values < one->n_values);
  return order != 0 ? order : (g_array_index (one->rows, guint, 0) > g_array_index (other->rows, guint, 0) ? 1 : -1);
}

SamsynMeasurements *
samsyn_measurements_read (SamsynStore *store,
                          gint64       indicator,
                          const char  *date,
                          const char  *language,
                          GError     **error)
{
  SamsynRows *rows = read_rows (store, indicator, date, language, error);
  SamsynMeasurements *measurements;

  if (rows == NULL)
    return NULL;
  measurements = g_new0 (SamsynMeasurements, 1);
  measurements->rows = rows;
  measurements->series = g_ptr_array_new_with_free_func (series_free);
  for (guint i = 0; i < rows->n_rows; i++)
    {
      SamsynSeries *series = series_of (measurements, i);

      g_array_append_val (series->rows, i);
      series->n_values += samsyn_measurements_has_value (measurements, i);
    }
  g_ptr_array_sort (measurements->series, compare);
  return measurements;
}

void
samsyn_measurements_free (SamsynMeasurements *measurements)
{
  if (measurements == NULL)
    return;
  g_ptr_array_unref (measurements->series);
  samsyn_rows_free (measurements->rows);
  g_free (measurements);
}

const SamsynSeries *
samsyn_measurements_lead (const SamsynMeasurements *measurements)
{
  return measurements->series->len > 0 ? g_ptr_array_index (measurements->series, 0) : NULL;
}

gboolean
samsyn_measurements_has_value (const SamsynMeasurements *measurements,
                               guint                     row)
{
  return samsyn_sum_takes (samsyn_rows_get (measurements->rows, row, SAMSYN_MEASURED_VALUE));
}

guint
samsyn_measurements_newest (const SamsynMeasurements *measurements,
                            const SamsynSeries       *series)
{
  for (guint i = series->rows->len; i-- > 0;)
    if (samsyn_measurements_has_value (measurements, g_array_index (series->rows, guint, i)))
      return g_array_index (series->rows, guint, i);
  return g_array_index (series->rows, guint, series->rows->len - 1);
}
