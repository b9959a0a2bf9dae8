/* far.h: dates so far away that they are questioned
 *
 * Laws are old and some things go on until further notice, so such a date is never refused; but mostly a key was missed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field.h"

G_BEGIN_DECLS

/* A question about a date that is a lifetime or more from today, in the language; NULL for any other, and for what is no date.
 * To be freed by the caller. */
char *samsyn_far_question (const SamsynField *field,
                           const SamsynValue *value,
                           const char        *today,
                           const char        *language);

G_END_DECLS
