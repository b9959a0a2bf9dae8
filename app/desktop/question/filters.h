/* filters.h: which records a list shows, by their choices, references and dates
 *
 * Each field has a set of values that its records may have, as texts: the id of a choice, "1" and "0" of a boolean, the id of a
 * record.  Of a date there is one: "late", "past", "next:DAYS", or "FROM..TO" of which either may be missing.  Of all of them ""
 * asks for records without a value.  Texts, because this is what is remembered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _SamsynFilters SamsynFilters;

/* Filters of the kind's lists that let everything pass. */
SamsynFilters *samsyn_filters_new  (const SamsynKind *kind);
void           samsyn_filters_free (SamsynFilters *filters);

/* Whether records can be filtered by the field's values. */
gboolean samsyn_filters_can (const SamsynField *field);

/* The values asked of a field, NULL-terminated, owned by the filters; NULL where it isn't filtered by. */
const char *const *samsyn_filters_get (SamsynFilters *filters,
                                       const char    *field);

/* Replaces them; no values, or NULL, let everything pass.  Values that the field can't have are left out. */
void samsyn_filters_set (SamsynFilters     *filters,
                         const char        *field,
                         const char *const *values);

/* Adds or takes away one of them; whether it is among them. */
void     samsyn_filters_toggle (SamsynFilters *filters,
                                const char    *field,
                                const char    *value,
                                gboolean       on);
gboolean samsyn_filters_has    (SamsynFilters *filters,
                                const char    *field,
                                const char    *value);

/* Lets everything pass; whether everything does. */
void     samsyn_filters_clear    (SamsynFilters *filters);
gboolean samsyn_filters_is_empty (SamsynFilters *filters);

/* Sets the fields of a record that are filtered by one value, where they are not set. */
void samsyn_filters_fill (SamsynFilters *filters,
                          SamsynRecord  *record);

/* Narrows a query of the kind to the records that pass. */
void samsyn_filters_narrow (SamsynFilters *filters,
                            SamsynQuery   *query,
                            const char    *today);

/* A value of a field as a reader sees it ("Ongoing", "No value", "2016-05-01 – 2016-05-31"); of all values of a field; to be
 * freed by the caller. */
char *samsyn_filters_describe_value (SamsynFilters *filters,
                                     const char    *field,
                                     const char    *value,
                                     SamsynStore   *store);
char *samsyn_filters_describe       (SamsynFilters *filters,
                                     const char    *field,
                                     SamsynStore   *store);

/* The value "FROM..TO" of two dates as they are typed; NULL, with a reason for the user, if one of them is no date.  What is
 * typed as `from` may also be both ends ("1/5 – 31/5"). */
char *samsyn_filters_read_range (const SamsynField *field,
                                 const char        *today,
                                 const char        *from,
                                 const char        *to,
                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SamsynFilters, samsyn_filters_free)

G_END_DECLS
