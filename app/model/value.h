/* value.h: one value of one field
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a value is kept, in memory and in the file.  What it means (a date, a choice, an amount) is said by the field it
 * belongs to: dates are ISO 8601 texts, choices the texts of their ids, booleans 0 or 1, references the id of a record,
 * amounts of money whole öre. */
typedef enum
{
  SAMSYN_STORED_NULL,
  SAMSYN_STORED_INTEGER,
  SAMSYN_STORED_REAL,
  SAMSYN_STORED_TEXT,
  SAMSYN_STORED_BENT, /* what the file holds is no value of the field: see bent.h */
} SamsynStored;

typedef struct _SamsynBent SamsynBent;

typedef struct
{
  SamsynStored stored;
  union
  {
    gint64      integer;
    double      real;
    char       *text; /* owned by the value, valid UTF-8 */
    SamsynBent *bent; /* the value holds a reference */
  };
} SamsynValue;

#define SAMSYN_VALUE_NULL ((SamsynValue) { .stored = SAMSYN_STORED_NULL })

/* Values made from plain C data; the text is copied, NULL text makes the null value. */
SamsynValue samsyn_value_integer (gint64 integer);
SamsynValue samsyn_value_real    (double real);
SamsynValue samsyn_value_text    (const char *text);

/* A deep copy, to be cleared by the caller. */
SamsynValue samsyn_value_copy (const SamsynValue *value);

/* Frees what the value owns and makes it null. */
void samsyn_value_clear (SamsynValue *value);

/* Clears `target`, then moves `source` into it and makes `source` null. */
void samsyn_value_take (SamsynValue *target,
                        SamsynValue *source);

/* The same stored class and the same content; null equals null.  Texts compare byte by byte; what is bent equals what is bent of
 * the same class and bytes, and nothing else. */
gboolean samsyn_value_equal (const SamsynValue *a,
                             const SamsynValue *b);

static inline gboolean
samsyn_value_is_null (const SamsynValue *value)
{
  return value->stored == SAMSYN_STORED_NULL;
}

static inline gboolean
samsyn_value_is_bent (const SamsynValue *value)
{
  return value->stored == SAMSYN_STORED_BENT;
}

/* The text of a text value, otherwise NULL; owned by the value. */
const char *samsyn_value_get_text (const SamsynValue *value);

/* The integer of an integer value, otherwise `otherwise`. */
gint64 samsyn_value_get_integer (const SamsynValue *value,
                                 gint64             otherwise);

/* The number of an integer or real value, otherwise `otherwise`. */
double samsyn_value_get_number (const SamsynValue *value,
                                double             otherwise);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SamsynValue, samsyn_value_clear)

G_END_DECLS
