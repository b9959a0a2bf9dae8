/* thin.h: which backups are kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marks what is kept of backups made on these days (YYYY-MM-DD, newest first): the ten newest; the newest of each of the last 14
 * days, of which `today` is one; the newest of each month. */
void samsyn_thin (const char *const *days,
                  gsize              n_days,
                  const char        *today,
                  gboolean          *keep);

G_END_DECLS
