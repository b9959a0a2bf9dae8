/* records.h: documents of records made from the descriptions of the kinds, for tests of the import
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kinds/kinds.h"

G_BEGIN_DECLS

/* A document with two good records of each kind: "KIND-other" with what it needs, and "KIND", number 2 × n + 1 for the n-th kind,
 * with every field given; but the field `field` of the record "KIND" of the kind `kind` is written as `raw` (NULL: left out). */
char *samsyn_test_records (const SamsynKind  *kind,
                           const SamsynField *field,
                           const char        *raw);

/* The place of that record in the document. */
guint samsyn_test_record_index (const SamsynKind *kind);

G_END_DECLS
