/* tame.h: texts that do a terminal no harm
 *
 * A text of a workspace, or the name of a file, may hold what a terminal obeys: sequences that set its title, move its cursor or
 * hide what was said, and turns of direction that make words read otherwise than they are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text with control characters and turns of direction as “\u001b”, line breaks and tabs as they are or, for one line, as
 * spaces; bytes that are not UTF-8 as U+FFFD.  To be freed by the caller. */
char *samsyn_tame (const char *text,
                   gboolean    one_line);

G_END_DECLS
