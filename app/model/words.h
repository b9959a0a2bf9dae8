/* words.h: words in the user's or the report's language
 *
 * gettext proper follows the process's locale, which must exist on the machine; a report is written in the language it was
 * asked for, whatever the process runs in.  So the compiled catalogues of po/ are carried as resources and read here,
 * for both.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages there are, "en" (the source language) first; NULL-terminated. */
const char *const *samsyn_languages (void);

/* The process's language, from LANGUAGE, LC_ALL, LC_MESSAGES and LANG in gettext's order: one of samsyn_languages(). */
const char *samsyn_language (void);

/* The translation of `msgid` in `context` (NULL: none) into `language` (NULL: samsyn_language()), or `msgid` itself.
 * Static text, never freed. */
const char *samsyn_words (const char *language,
                          const char *context,
                          const char *msgid) G_GNUC_FORMAT (3);

/* The same for a count: `one` where n is 1, otherwise `many`. */
const char *samsyn_words_n (const char *language,
                            const char *one,
                            const char *many,
                            gulong      n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

#define _(text) samsyn_words (NULL, NULL, text)
#define C_(context, text) samsyn_words (NULL, context, text)

/* Marks for extraction only; the text is translated where it is shown. */
#define N_(text) text
#define NC_(context, text) text

G_END_DECLS
