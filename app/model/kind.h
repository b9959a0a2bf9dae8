/* kind.h: what there is to know about one kind of record
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef struct _SamsynKind   SamsynKind;
typedef struct _SamsynRecord SamsynRecord;

/* Where a kind stands in the sidebar and in documentation. */
typedef enum
{
  SAMSYN_AREA_RESPONSIBILITY,
  SAMSYN_AREA_PROJECTS,
  SAMSYN_AREA_STEERING,
  SAMSYN_AREA_AGREEMENTS,
  SAMSYN_AREA_SOURCES,
  SAMSYN_AREA_WORKSPACE,
  SAMSYN_N_AREAS
} SamsynArea;

/* A heading of the form; fields name it by its id. */
typedef struct
{
  const char *id;
  const char *label; /* English; translated in the context "group" */
} SamsynGroup;

/* A value that follows from others of the same record.  It is described, not coded, so that the store can sort and
 * filter by it like by any field. */
typedef enum
{
  SAMSYN_DERIVE_PRODUCT,    /* first × second (integers) */
  SAMSYN_DERIVE_DIFFERENCE, /* first − second (numbers or amounts) */
  SAMSYN_DERIVE_EXCESS,     /* the same, where a second that is missing counts as nothing */
  SAMSYN_DERIVE_DAYS,       /* days from the first date to the first of the others that is not empty */
} SamsynDerive;

typedef struct
{
  const char  *id;
  const char  *label; /* English; translated in the context "field" */
  SamsynType   type;
  SamsynDerive derive;
  const char  *from[4]; /* ids of fields */
} SamsynDerived;

/* A record is settled, and its deadlines no longer watched, when any of these holds. */
typedef struct
{
  const char *field;
  const char *choice; /* NULL: when the field has a value */
} SamsynSettled;

struct _SamsynKind
{
  const char          *id;
  const char          *label;  /* "Organisation"; English, context "kind" */
  const char          *plural; /* "Organisations"; English, context "kinds" */
  const char          *empty;  /* what belongs here, one sentence; English, context "empty" */
  SamsynArea           area;
  const SamsynField   *fields; /* the last one is "notes" */
  guint                n_fields;
  const SamsynGroup   *groups;    /* in order; ends with an entry without id */
  const char *const   *title;     /* ids of the fields that together name a record; NULL-terminated */
  const char          *parent;    /* id of the field that makes a tree, or NULL */
  const char *const   *order;     /* ids of the fields lists are sorted by; NULL-terminated; NULL: by title */
  const char *const  **uniques;   /* sets of field ids no two records share (empty ones never clash); ends with NULL */
  const SamsynDerived *derived;   /* ends with an entry without id; may be NULL */
  const SamsynSettled *settled;   /* ends with an entry without field; may be NULL */

  /* Hook: whether the record's own values go together.  Returns NULL, or the id of the field at fault with a translated
   * sentence in `reason` (to be freed by the caller). */
  const char *(*check) (const SamsynRecord *record,
                        char              **reason);

  /* The same, of what is typed or imported anew: what older versions took is let be. */
  const char *(*check_anew) (const SamsynRecord *record,
                             char              **reason);
};

/* The index of a field in `kind->fields`, or -1. */
int samsyn_kind_field_index (const SamsynKind *kind,
                             const char       *field_id);

/* The field with that id, or NULL. */
const SamsynField *samsyn_kind_field (const SamsynKind *kind,
                                      const char       *field_id);

/* The derived value with that id, or NULL. */
const SamsynDerived *samsyn_kind_derived (const SamsynKind *kind,
                                          const char       *id);

/* Translated labels; `language` is "sv", "en" or NULL for the process's.  Owned by the catalogues, never freed. */
const char *samsyn_kind_label    (const SamsynKind *kind,
                                  const char       *language);
const char *samsyn_kind_plural   (const SamsynKind *kind,
                                  const char       *language);
const char *samsyn_field_label   (const SamsynField *field,
                                  const char        *language);
const char *samsyn_derived_label (const SamsynDerived *derived,
                                  const char          *language);
const char *samsyn_group_label   (const SamsynGroup *group,
                                  const char        *language);
const char *samsyn_area_label    (SamsynArea  area,
                                  const char *language);

/* The label of a choice of a field of a kind, or the id itself where it is not one of the field's. */
const char *samsyn_choice_label (const SamsynKind  *kind,
                                 const SamsynField *field,
                                 const char        *choice_id,
                                 const char        *language);

G_END_DECLS
