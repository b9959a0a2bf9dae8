/* bent.h: what a file holds that is no value of its field
 *
 * A file can come from anybody.  Where a column holds something that its field never could (another type, no UTF-8, a date that
 * no calendar has, a record that is not there), the value is bent: it keeps the class and the bytes, and says why.  It is equal
 * only to itself, has no text, integer or number, enters no sum, and meets no condition but that of being bent.  It can be
 * replaced, or its record deleted; it is never written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "value.h"

G_BEGIN_DECLS

/* How the file keeps it. */
typedef enum
{
  SAMSYN_RAW_NULL,
  SAMSYN_RAW_INTEGER,
  SAMSYN_RAW_REAL,
  SAMSYN_RAW_TEXT,
  SAMSYN_RAW_BLOB,
  SAMSYN_N_RAWS
} SamsynRaw;

typedef enum
{
  SAMSYN_BENT_TYPE,      /* of another type than the field */
  SAMSYN_BENT_ENCODING,  /* not UTF-8, or with a NUL in it */
  SAMSYN_BENT_CONTROL,   /* with control characters, or more than one line */
  SAMSYN_BENT_LENGTH,    /* longer than any such text ever was */
  SAMSYN_BENT_EMPTY,     /* an empty text: nothing is null */
  SAMSYN_BENT_RANGE,     /* outside the field's limits */
  SAMSYN_BENT_CHOICE,    /* none of the choices */
  SAMSYN_BENT_DATE,      /* no date */
  SAMSYN_BENT_TIME,      /* no time */
  SAMSYN_BENT_BOOLEAN,   /* neither true nor false */
  SAMSYN_BENT_REFERENCE, /* no id of a record */
  SAMSYN_BENT_DANGLING,  /* the id of a record, or a body, that is not there */
  SAMSYN_BENT_KIND,      /* the id of a record of a kind that the field does not refer to */
  SAMSYN_BENT_MISSING,   /* nothing where something is required */
  SAMSYN_N_BENT
} SamsynBentReason;

/* Never altered; counted references, which threads may share. */
struct _SamsynBent
{
  SamsynRaw        raw;
  SamsynBentReason reason;
  gint64           integer; /* INTEGER */
  double           real;    /* REAL */
  gsize            length;  /* TEXT and BLOB: of the bytes, which a NUL follows */
  char             bytes[];
};

/* One more who holds it, or one less; what nobody holds is freed. */
SamsynBent *samsyn_bent_ref   (SamsynBent *bent);
void        samsyn_bent_unref (SamsynBent *bent);

/* By class, then by content: 0 where they are the same, whatever the reason. */
int samsyn_bent_compare (const SamsynBent *a,
                         const SamsynBent *b);

/* A bent value of what a file holds: of class INTEGER or REAL the number, of TEXT and BLOB the bytes, which are copied. */
SamsynValue samsyn_value_bent (SamsynRaw        raw,
                               SamsynBentReason reason,
                               gint64           integer,
                               double           real,
                               const void      *bytes,
                               gsize            length);

/* Makes a value bent that was read as a sound one. */
void samsyn_value_bend (SamsynValue     *value,
                        SamsynBentReason reason);

/* The bent content of the value, NULL where it is sound; owned by the value. */
const SamsynBent *samsyn_value_get_bent (const SamsynValue *value);

/* Whether both are the same in the file: a bent value also equals a sound one of the same class and content. */
gboolean samsyn_value_same_raw (const SamsynValue *a,
                                const SamsynValue *b);

/* What stands before each bent value that is shown. */
#define SAMSYN_BENT_MARK "\u26a0"

/* For people: the beginning of the content, printable on any terminal and in any sheet ("ab\xff…"); why it is no value, as a
 * clause ("is not a date"); both with the mark, short enough for a cell ("⚠ “2016-13-45” is not a date").  To be freed by the
 * caller; the clause is owned by the catalogues. */
char       *samsyn_bent_show     (const SamsynBent *bent);
const char *samsyn_bent_why      (const SamsynBent *bent,
                                  const char       *language);
char       *samsyn_bent_describe (const SamsynBent *bent,
                                  const char       *language);

/* The reason and the class as words of the log ("encoding", "text"), and back: FALSE where there is no such word. */
const char *samsyn_bent_reason_id (SamsynBentReason reason);
const char *samsyn_raw_id         (SamsynRaw raw);
gboolean    samsyn_bent_reason_find (const char       *id,
                                     SamsynBentReason *reason);
gboolean    samsyn_raw_find         (const char *id,
                                     SamsynRaw  *raw);

G_END_DECLS
