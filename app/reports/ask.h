/* ask.h: questions to the workspace that more than one sheet asks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A query of a kind with the columns named, ended by NULL; titles in the language. */
SamsynQuery *samsyn_ask (const char *kind,
                         const char *language,
                         ...) G_GNUC_NULL_TERMINATED;

/* One of the ids (gint64) must be the path's value; `or_empty`: or it has none. */
void samsyn_ask_among (SamsynQuery *query,
                       const char  *path,
                       GArray      *ids,
                       gboolean     or_empty);

/* The project and all below it (gint64), each above its own; with root 0 every project. */
GArray *samsyn_ask_project_tree (SamsynStore *store,
                                 gint64       root,
                                 GError     **error);

/* The path from a kind to its project, over the records it cannot be without; NULL: it belongs to none.  To be freed by the
 * caller. */
char *samsyn_ask_project_path (const SamsynKind *kind);

/* The scenario of that id or name, without regard to case; NULL: 0, what is in force.  An argument error where there is not
 * exactly one. */
gboolean samsyn_ask_scenario (SamsynStore *store,
                              const char  *text,
                              gint64      *scenario,
                              GError     **error);

/* Whether the id is in the array. */
gboolean samsyn_ask_has (GArray *ids,
                         gint64  id);

/* The newest status report of each project on or before a date: the id of the
 * project to that of the report, both as gint64 *. */
GHashTable *samsyn_ask_status_reports (SamsynStore *store,
                                       GArray      *projects,
                                       const char  *date,
                                       GError     **error);

/* A person as a steering group knows one: by function, and where.  Three columns, from the path of a reference to a person. */
#define SAMSYN_ASK_PERSON(path) path ".title", path ".name", path ".organisation.short_name"
#define SAMSYN_ASK_PERSON_COLUMNS 3

/* The text of such three columns, from the first of them; "" where there is nobody.  To be freed by the caller. */
char *samsyn_ask_person (const SamsynRows *rows,
                         guint             row,
                         guint             column);

G_END_DECLS
