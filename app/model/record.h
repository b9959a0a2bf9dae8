/* record.h: a record in memory, and changes to records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kind.h"

G_BEGIN_DECLS

/* A record: its kind, its id, and a value for each of the kind's fields, in their order.  Owns its values. */
struct _SamsynRecord
{
  const SamsynKind *kind;
  gint64            id;
  SamsynValue       values[]; /* kind->n_fields */
};

/* A record with null values; free with samsyn_record_free(). */
SamsynRecord *samsyn_record_new  (const SamsynKind *kind,
                                  gint64            id);
SamsynRecord *samsyn_record_copy (const SamsynRecord *record);
void          samsyn_record_free (SamsynRecord *record);

/* The value of a field, owned by the record; programmer's error if the kind has no such field. */
const SamsynValue *samsyn_record_get (const SamsynRecord *record,
                                      const char         *field_id);

/* Shorthands for the value's content: NULL, or `otherwise`, where it is empty. */
const char *samsyn_record_text    (const SamsynRecord *record,
                                   const char         *field_id);
gint64      samsyn_record_integer (const SamsynRecord *record,
                                   const char         *field_id,
                                   gint64              otherwise);

/* Moves `value` into the field and makes `value` null. */
void samsyn_record_set (SamsynRecord *record,
                        const char   *field_id,
                        SamsynValue  *value);

/* What a derived value of the record is; null where it follows from something that is empty, bent or too large. */
SamsynValue samsyn_record_derive (const SamsynRecord  *record,
                                  const SamsynDerived *derived);

typedef enum
{
  SAMSYN_CHANGE_CREATE,
  SAMSYN_CHANGE_UPDATE,
  SAMSYN_CHANGE_DELETE
} SamsynChangeType;

/* One field that a change alters: from which value, to which. */
typedef struct
{
  guint       field; /* index in kind->fields */
  SamsynValue before;
  SamsynValue after;
} SamsynFieldChange;

/* A change of one record: the unit of apply and of the change log.  Only fields that differ are named. */
typedef struct
{
  SamsynChangeType  type;
  const SamsynKind *kind;
  gint64            record;
  GArray           *fields; /* SamsynFieldChange, owned */
} SamsynChange;

/* An empty change; free with samsyn_change_free(). */
SamsynChange *samsyn_change_new  (SamsynChangeType  type,
                                  const SamsynKind *kind,
                                  gint64            record);
void          samsyn_change_free (SamsynChange *change);

/* Adds a field; moves both values into the change.  Nothing is added where they are equal. */
void samsyn_change_add (SamsynChange *change,
                        const char   *field_id,
                        SamsynValue  *before,
                        SamsynValue  *after);

/* Shorthand for tests and forms: adds `after` to a new record (before is null); text is copied. */
void samsyn_change_add_text (SamsynChange *change,
                             const char   *field_id,
                             const char   *after);
void samsyn_change_add_integer (SamsynChange *change,
                                const char   *field_id,
                                gint64        after);

/* The change that makes `after` of `before`: either may be NULL (creation, deletion); NULL if nothing differs. */
SamsynChange *samsyn_change_between (const SamsynRecord *before,
                                     const SamsynRecord *after);

/* The change that takes `change` back. */
SamsynChange *samsyn_change_invert (const SamsynChange *change);

/* The field change of that field, or NULL; owned by the change. */
const SamsynFieldChange *samsyn_change_find (const SamsynChange *change,
                                             const char         *field_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynRecord, samsyn_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynChange, samsyn_change_free)

G_END_DECLS
