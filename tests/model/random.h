/* random.h: random values and records, for tests that must hold for all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* A valid value of the field; null now and then unless the field is required.  Text neither starts nor ends with a space. */
SamsynValue random_value (const SamsynField *field);

/* A record with random values. */
SamsynRecord *random_record (const SamsynKind *kind,
                             gint64            id);

G_END_DECLS
