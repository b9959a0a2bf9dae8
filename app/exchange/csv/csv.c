/* csv.c: tables as comma-separated values (RFC 4180)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "csv.h"

#include <string.h>

void
samsyn_csv_append_cell (GString    *row,
                        const char *text)
{
  if (text != NULL && strpbrk (text, ",\"\r\n") != NULL)
    {
      g_string_append_c (row, '"');
      for (; *text != '\0'; text++)
        {
          g_string_append_c (row, *text);
          if (*text == '"')
            g_string_append_c (row, '"');
        }
      g_string_append_c (row, '"');
    }
  else if (text != NULL)
    g_string_append (row, text);
  g_string_append_c (row, ',');
}

void
samsyn_csv_end_row (GString *row)
{
  if (row->len > 0)
    g_string_truncate (row, row->len - 1);
  g_string_append (row, "\r\n");
}
