/* door.h: the one door by which what a file holds becomes values
 *
 * A file can come from anybody, and other programs can write it: whatever is read from a column, the log or a setting passes
 * here, and what is no value of its field becomes bent (bent.h).  So nothing above is malformed.  The door takes what any version
 * of the program ever accepted; what may be typed or imported anew is said by samsyn_value_check().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bent.h"
#include "record.h"

G_BEGIN_DECLS

/* Ids of records are above 0 and below this, so that no spreadsheet and no JSON reader rounds them. */
#define SAMSYN_ID_END G_GINT64_CONSTANT (1000000000000000)

static inline gboolean
samsyn_id_is_valid (gint64 id)
{
  return id > 0 && id < SAMSYN_ID_END;
}

/* Whether the bytes are a text of the field: valid UTF-8 of an accepted length, without control characters, not empty; a date, a
 * time or a choice where the field is one.  `field` NULL: any text of several lines.  Sets `reason` where it is not. */
gboolean samsyn_door_text (const SamsynField *field,
                           const char        *bytes,
                           gsize              length,
                           SamsynBentReason  *reason);

/* The same of a number that the file keeps as an integer or as a real; `field` NULL: any. */
gboolean samsyn_door_integer (const SamsynField *field,
                              gint64             integer,
                              SamsynBentReason  *reason);
gboolean samsyn_door_real    (const SamsynField *field,
                              double             real,
                              SamsynBentReason  *reason);

/* Makes a value bent that is none of the field; NULL is one, unless `required`.  A text must be valid UTF-8 already. */
void samsyn_door_pass (const SamsynField *field,
                       gboolean           required,
                       SamsynValue       *value);

/* Whether a row of the file can keep the value as it is: also a bent one of the field's own class. */
gboolean samsyn_bent_is_storable (const SamsynField *field,
                                  const SamsynValue *value);

/* Makes of a change that puts back what was once in the file one that can be written: in place of a bent value nothing, where the
 * field may be empty; of a whole record otherwise what fits best (what was shown of a text, the first choice, the least number),
 * of one field what is there now.  FALSE where nothing fits: then the record can't come back.  With `keep` what a row can keep is
 * put back bent. */
gboolean samsyn_change_unbend (SamsynChange *change,
                               gboolean      keep);

G_END_DECLS
