/* series.h: the measurements of an indicator, each with those that it can be compared with
 *
 * A series is what one body counted, of one sort (outcome, forecast, assigned, agreed) and one breakdown.  Values of different
 * series stand beside one another, never in one sentence or line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The columns of the measurements' rows. */
enum
{
  SAMSYN_MEASURED_ID,
  SAMSYN_MEASURED_FROM,
  SAMSYN_MEASURED_ON,
  SAMSYN_MEASURED_VALUE,
  SAMSYN_MEASURED_VALUE_TO,
  SAMSYN_MEASURED_MISSING,
  SAMSYN_MEASURED_SOURCE, /* the title of the document */
  SAMSYN_MEASURED_SORT,
  SAMSYN_MEASURED_BREAKDOWN,
  SAMSYN_MEASURED_BODY,
  SAMSYN_MEASURED_BODY_SHORT,
  SAMSYN_MEASURED_BODY_TITLE,
};

typedef struct
{
  gint64      body;      /* 0: nobody is named */
  const char *body_name; /* its short name or name; "" */
  const char *sort;      /* the choice's id; what has none is an outcome */
  const char *breakdown; /* "": the whole */
  GArray     *rows;      /* guint, of the measurements, the oldest first */
  guint       n_values;  /* how many of them have a number */
} SamsynSeries;

typedef struct
{
  SamsynRows *rows;
  GPtrArray  *series; /* SamsynSeries, the one that leads first */
} SamsynMeasurements;

/* What was measured of an indicator up to a date; titles in the language.  Series with values lead, outcomes, the whole rather
 * than a part, the one measured most often, then the one begun first. */
SamsynMeasurements *samsyn_measurements_read (SamsynStore *store,
                                              gint64       indicator,
                                              const char  *date,
                                              const char  *language,
                                              GError     **error);
void                samsyn_measurements_free (SamsynMeasurements *measurements);

/* The series that leads, or NULL. */
const SamsynSeries *samsyn_measurements_lead (const SamsynMeasurements *measurements);

/* Whether a row of the measurements has a number. */
gboolean samsyn_measurements_has_value (const SamsynMeasurements *measurements,
                                        guint                     row);

/* The newest row of a series with a number; where there is none, the newest. */
guint samsyn_measurements_newest (const SamsynMeasurements *measurements,
                                  const SamsynSeries       *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynMeasurements, samsyn_measurements_free)

G_END_DECLS
