/* thin.c: which backups are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "thin.h"

#include <string.h>

#include "model/date.h"

#define NEWEST 10
#define DAYS 14
#define MONTH_LENGTH 7 /* of "2016-05" */

void
samsyn_thin (const char *const *days,
             gsize              n_days,
             const char        *today,
             gboolean          *keep)
{
  for (gsize i = 0; i < n_days; i++)
    {
      gboolean first_of_day = i == 0 || !g_str_equal (days[i], days[i - 1]);
      gboolean first_of_month = i == 0 || strncmp (days[i], days[i - 1], MONTH_LENGTH) != 0;

      keep[i] = i < NEWEST || first_of_month || (first_of_day && samsyn_date_days (days[i], today) < DAYS);
    }
}
