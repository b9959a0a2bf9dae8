/* date-serial.c: dates as workbooks count them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "date-serial.h"

#include <string.h>

static int
digits (const char *text,
        int         n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

/* Days since 0000-03-01 in the Gregorian calendar, by whole years that begin in March. */
static int
day_number (int year,
            int month,
            int day)
{
  int y = month > 2 ? year : year - 1;
  int m = month > 2 ? month - 3 : month + 9;

  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1;
}

gboolean
samsyn_date_serial (const char *date,
                    double     *serial)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year, month, day;

  if (strnlen (date, 11) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  year = digits (date, 4);
  month = digits (date + 5, 2);
  day = digits (date + 8, 2);
  if (year < 1900 || month < 1 || month > 12 || day < 1)
    return FALSE;
  if (day > lengths[month - 1] && !(month == 2 && day == 29 && (year % 400 == 0 || (year % 4 == 0 && year % 100 != 0))))
    return FALSE;
  /* Spreadsheets believe that 1900 was a leap year: only from March on are the numbers of all of them the same. */
  *serial = day_number (year, month, day) - day_number (1899, 12, 30);
  return *serial >= 61;
}
