/* rules.h: what the checks of several kinds have in common
 *
 * Each returns NULL where the rule holds (it does where a value is missing), otherwise the id of the field at fault, with a
 * translated sentence in `reason` that the caller frees: the form of SamsynKind's hook `check`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The date `last` is not before the date `first`. */
const char *samsyn_rule_order (const SamsynRecord *record,
                               const char         *first,
                               const char         *last,
                               char              **reason);

/* The number `high` is not below the number `low`. */
const char *samsyn_rule_range (const SamsynRecord *record,
                               const char         *low,
                               const char         *high,
                               char              **reason);

/* While the choice field has that choice, the field `then` is empty. */
const char *samsyn_rule_not_yet (const SamsynRecord *record,
                                 const char         *field,
                                 const char         *choice,
                                 const char         *then,
                                 char              **reason);

/* The reference does not lead back to its own record. */
const char *samsyn_rule_not_itself (const SamsynRecord *record,
                                    const char         *field,
                                    char              **reason);

G_END_DECLS
