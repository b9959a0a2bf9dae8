/* value-text.h: values in words, where they are read and not edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The value on one line, in the program's language: of a reference the title of its record, of a long text its beginning, of
 * none "–".  To be freed by the caller. */
char *samsyn_value_text_short (SamsynStore       *store,
                               const SamsynKind  *kind,
                               const SamsynField *field,
                               const SamsynValue *value);

/* A label in the middle of a sentence: it begins with a capital of its own only.  To be freed by the caller. */
char *samsyn_label_lower (const char *label);

G_END_DECLS
