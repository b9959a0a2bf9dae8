/* json-scanner.h: the words of a JSON document: texts and numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "json-check.h"

G_BEGIN_DECLS

/* What is read, and how far it has come.  Nothing is owned. */
typedef struct
{
  const char *text;
  const char *end;
  const char *at;
  GArray     *entries; /* SamsynJsonEntry */
  guint       depth;
  GError    **error;
} SamsynJsonScanner;

/* Sets the error, with the line and the column; FALSE.  Where the document has ended that is what is wrong here. */
gboolean samsyn_json_scanner_fail      (SamsynJsonScanner *scanner,
                                        const char        *at,
                                        SamsynJsonError    code,
                                        const char        *what);
gboolean samsyn_json_scanner_fail_here (SamsynJsonScanner *scanner,
                                        const char        *what);

/* Goes on behind blanks; or behind a character, if that is what comes next. */
void     samsyn_json_scanner_skip_space (SamsynJsonScanner *scanner);
gboolean samsyn_json_scanner_take       (SamsynJsonScanner *scanner,
                                         char               expected);

/* Goes on from a text's opening quote to behind its closing one; where what is between them stands, and whether it has
 * escapes. */
gboolean samsyn_json_scanner_text (SamsynJsonScanner *scanner,
                                   guint32           *start,
                                   guint32           *end,
                                   guint8            *escaped);

/* Goes on behind a number, and tells of which type it is (SamsynJsonType). */
gboolean samsyn_json_scanner_number (SamsynJsonScanner *scanner,
                                     guint8            *type);

G_END_DECLS
