/* format-parts.h: what the files that read and write values share; included only by them and the tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "format.h"

G_BEGIN_DECLS

/* U+2212 and U+00A0: a true minus sign, and the space that Swedish groups digits with. */
#define SAMSYN_MINUS "\u2212"
#define SAMSYN_NO_BREAK_SPACE "\u00a0"

/* Sets the error from a message marked for translation; returns FALSE. */
gboolean samsyn_format_fail (GError         **error,
                             SamsynValueError code,
                             const char      *language,
                             const char      *message);

/* Why a text is not valid: UTF-8 without control characters; several lines only if `long_text`. */
gboolean samsyn_format_check_text (const char *text,
                                   gboolean    long_text,
                                   GError    **error);

/* Every line of the text ended by LF, whether CR LF or CR ended it. */
char *samsyn_format_end_lines (const char *text);
/* A number in its strict form, with the language's decimal mark, groups of three digits from `grouped_from` digits on, and a true
 * minus; to be freed by the caller. */
char *samsyn_format_grouped (const char *language,
                             const char *strict,
                             gsize       grouped_from);

/* What was typed, to be matched: lower case, every kind of space one space and none at the ends, every minus and dash "-". */
char *samsyn_typed_tidy (const char *text);

/* What a person types: a date relative to `today`, as YYYY-MM-DD; a time, as HH:MM.  NULL with the error set if it is none. */
char *samsyn_typed_date (const char *language,
                         const char *today,
                         const char *text,
                         GError    **error);
char *samsyn_typed_time (const char *language,
                         const char *text,
                         GError    **error);

/* What a person types as a number or (money) an amount, in the strict form of files; NULL with the error set if it is none. */
char *samsyn_typed_number (const char *language,
                           gboolean    money,
                           const char *text,
                           GError    **error);

G_END_DECLS
