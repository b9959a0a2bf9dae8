/* date-serial.h: dates as workbooks count them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date as workbooks count them; FALSE for what is no date, or one from before March 1900. */
gboolean samsyn_date_serial (const char *date,
                             double     *serial);

G_END_DECLS
