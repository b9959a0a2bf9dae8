/* field.h: what there is to know about one field of one kind
 *
 * A field is described once, in a table of its kind.  Storing, lists, forms, search, history, import, export and
 * documentation are loops over these tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "value.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_TYPE_TEXT,      /* one line */
  SAMSYN_TYPE_LONG_TEXT, /* several lines */
  SAMSYN_TYPE_BODY,      /* a whole document: kept apart, once a content; the row holds the id of the text */
  SAMSYN_TYPE_DATE,      /* stored as YYYY-MM-DD */
  SAMSYN_TYPE_TIME,      /* stored as HH:MM */
  SAMSYN_TYPE_INTEGER,
  SAMSYN_TYPE_NUMBER,
  SAMSYN_TYPE_MONEY, /* stored as whole öre */
  SAMSYN_TYPE_BOOLEAN,
  SAMSYN_TYPE_CHOICE, /* stored as the id of the choice */
  SAMSYN_TYPE_REFERENCE,
  SAMSYN_N_TYPES
} SamsynType;

typedef enum
{
  SAMSYN_FIELD_REQUIRED = 1 << 0,
  SAMSYN_FIELD_IN_LIST = 1 << 1,    /* a column of lists, from the start */
  SAMSYN_FIELD_SEARCHABLE = 1 << 2, /* its words are in the search index */
  SAMSYN_FIELD_DEADLINE = 1 << 3,   /* a date to watch until the record is settled */
  SAMSYN_FIELD_PERSONAL = 1 << 4,   /* says something about a person: erased with that person */
  SAMSYN_FIELD_CONTEXT = 1 << 5,    /* a reference that says where the record stands: what is made beside it stands there too */
  SAMSYN_FIELD_LIGHT = 1 << 6,      /* its choices are lights: green, amber, red, and whatever else is grey */
  SAMSYN_FIELD_HAPPENED = 1 << 7,   /* a date on which something was done: not a day to come */
  SAMSYN_FIELD_NO_CIRCLE = 1 << 8,  /* a reference to its own kind, by which nobody comes back to where he began */
} SamsynFieldFlags;

/* What the deletion of a reference's target does to the record that refers. */
typedef enum
{
  SAMSYN_ON_DELETE_DEFAULT, /* delete where the reference is required, otherwise clear */
  SAMSYN_ON_DELETE_DELETE,
  SAMSYN_ON_DELETE_CLEAR,
} SamsynOnDelete;

typedef struct
{
  const char *id;
  const char *label; /* English; translated in the context "KIND.FIELD" */
} SamsynChoice;

/* A word that the program itself writes into a text, and what it stands for.  After it, with a colon before each, may stand the
 * ids of the records that it is about. */
typedef struct
{
  const char *id;
  const char *label; /* English; translated in the context `known_as` of the field */
} SamsynKnown;

typedef struct
{
  const char         *id;    /* column, JSON member, contract of the commands */
  const char         *label; /* English; translated in the context "field" */
  SamsynType          type;
  SamsynFieldFlags    flags;
  const char         *group;     /* id of a form group of the kind */
  const SamsynChoice *choices;   /* CHOICE: ends with an entry without id */
  const char *const  *targets;   /* REFERENCE: ids of kinds, NULL-terminated; NULL: any record */
  SamsynOnDelete      on_delete; /* REFERENCE */
  double              minimum;   /* INTEGER and NUMBER: both zero mean no limits */
  double              maximum;
  /* INTEGER, a place in a text: ids of the reference to whose text it is and of that field; or NULL */
  const char *const  *within;
  const SamsynKnown  *known;    /* TEXT: ends with an entry without id; NULL: whatever is in the text stands for itself */
  const char         *known_as;
  const char         *parts; /* REFERENCE to its own kind: what those are that name a record in it; context "parts"; or NULL */
  int                 width; /* of a column, in characters; 0: by type */
  /* the version of the file that brought the field, which is nullable there; 0: it was there from the start */
  guint               since;
  const char         *fill;  /* of such a field: what records get that are older, in strict form; NULL: nothing */
} SamsynField;

/* The id of the type in documentation and JSON ("long_text"). */
const char *samsyn_type_id (SamsynType type);

/* How values of the type are stored. */
SamsynStored samsyn_type_stored (SamsynType type);

/* Column width in characters: the field's own, or a fitting one for its type. */
int samsyn_field_width (const SamsynField *field);

/* What deleting the target does, the default resolved. */
SamsynOnDelete samsyn_field_on_delete (const SamsynField *field);

/* Whether the field keeps a folded sort key beside its text, in the column "ID_key". */
gboolean samsyn_field_has_key (const SamsynField *field);

/* What the text stands for where it begins with a word that the field knows, in that language; NULL where it does not. */
const char *samsyn_field_known_label (const SamsynField *field,
                                      const char        *text,
                                      const char        *language);

/* The choice with that id, or NULL. */
const SamsynChoice *samsyn_field_find_choice (const SamsynField *field,
                                              const char        *id);

G_END_DECLS
