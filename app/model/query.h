/* query.h: a question to the workspace, in terms of kinds and fields
 *
 * Lists, reports and commands ask only such questions; the store compiles them to SQL.
 *
 * A *path* leads from the kind of the query to a value: field ids joined by dots, each but the last a reference
 * ("owner.organisation.name").  The last part may also be a derived value ("score"), or
 *   @id     the record's id
 *   @title  the record's title as a reader sees it (for a reference: of the record it names; in the query's language)
 *   @kind   the id of the record's kind (after a reference to any record)
 *   @text   the whole text behind a field of type body ("body.@text")
 * A path of a reference field alone gives the id it holds.  Through a reference to more than one kind only @id, @title and
 * @kind can be reached.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kind.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_QUERY_EQUAL, /* null equals null */
  SAMSYN_QUERY_NOT_EQUAL,
  SAMSYN_QUERY_LESS,
  SAMSYN_QUERY_AT_MOST,
  SAMSYN_QUERY_GREATER,
  SAMSYN_QUERY_AT_LEAST,
  SAMSYN_QUERY_CONTAINS, /* the text, anywhere in it, without regard to case */
  SAMSYN_QUERY_EMPTY,    /* no value; `value` is not used */
  SAMSYN_QUERY_GIVEN,    /* any value; `value` is not used */
  SAMSYN_QUERY_NAMED,    /* of a reference: the text is in the title of what it leads to, without regard to case */
  /* what the file holds is no value of the field, see bent.h; it meets no other condition; `value` is not used */
  SAMSYN_QUERY_BENT,
} SamsynQueryTest;

typedef enum
{
  SAMSYN_QUERY_VALUE, /* the value itself; in a grouped query the group's */
  SAMSYN_QUERY_COUNT, /* how many records have the value */
  SAMSYN_QUERY_SUM,
  SAMSYN_QUERY_MINIMUM,
  SAMSYN_QUERY_MAXIMUM,
  SAMSYN_QUERY_LEFT_OUT, /* how many records have a bent value, which no sum, minimum or maximum takes */
} SamsynQueryTake;

typedef struct
{
  char           *path;
  SamsynQueryTake take;
} SamsynQueryColumn;

typedef struct
{
  char           *path;
  SamsynQueryTest test;
  SamsynValue     value;
  guint           any; /* conditions with the same number above 0 are alternatives; all else must hold together */
} SamsynQueryCondition;

typedef struct
{
  char    *path;
  gboolean descending;
} SamsynQueryOrder;

/* The description is open to the store, which compiles it; others use the functions below. */
typedef struct
{
  const SamsynKind *kind;
  const char       *language;   /* of titles: NULL for the process's */
  GArray           *columns;    /* SamsynQueryColumn */
  GArray           *conditions; /* SamsynQueryCondition */
  GArray           *order;      /* SamsynQueryOrder; @id is always the last tie-breaker */
  GPtrArray        *groups;     /* paths; empty: no grouping */
  gboolean          in_any; /* between begin_any and end_any */
  guint             next_any;
  guint             limit; /* 0: all */
} SamsynQuery;

/* A query of all records of the kind, without columns; free with samsyn_query_free(). */
SamsynQuery *samsyn_query_new  (const SamsynKind *kind);
void         samsyn_query_free (SamsynQuery *query);

/* The language of @title columns and of ordering by choices' labels; static string or NULL. */
void samsyn_query_set_language (SamsynQuery *query,
                                const char  *language);

/* Adds a column; returns its number. */
guint samsyn_query_select (SamsynQuery *query,
                           const char  *path);
guint samsyn_query_take   (SamsynQuery    *query,
                           SamsynQueryTake take,
                           const char     *path);

/* Adds a condition that must hold; `value` is copied and may be NULL for EMPTY and GIVEN. */
void samsyn_query_where         (SamsynQuery       *query,
                                 const char        *path,
                                 SamsynQueryTest    test,
                                 const SamsynValue *value);
void samsyn_query_where_text    (SamsynQuery    *query,
                                 const char     *path,
                                 SamsynQueryTest test,
                                 const char     *text);
void samsyn_query_where_integer (SamsynQuery    *query,
                                 const char     *path,
                                 SamsynQueryTest test,
                                 gint64          integer);

/* Starts a set of alternatives: of the conditions added up to samsyn_query_end_any() one must hold. */
void samsyn_query_begin_any (SamsynQuery *query);
void samsyn_query_end_any   (SamsynQuery *query);

/* Adds an order; text sorts by samsyn_fold_key(), choices by their place in the field's list, references by title. */
void samsyn_query_order (SamsynQuery *query,
                         const char  *path,
                         gboolean     descending);

/* Orders as the kind says its lists are sorted. */
void samsyn_query_order_default (SamsynQuery *query);

/* Makes one row of all records with the same value on the path; takes so many rows at most. */
void samsyn_query_group (SamsynQuery *query,
                         const char  *path);
void samsyn_query_limit (SamsynQuery *query,
                         guint        limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynQuery, samsyn_query_free)

G_END_DECLS
