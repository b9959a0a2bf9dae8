/* fixture.h: a workspace in a folder of its own, for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kinds/kinds.h"
#include "store/store.h"

G_BEGIN_DECLS

/* A new folder for the test's files, removed with samsyn_fixture_remove(). */
char *samsyn_fixture_folder (void);
void  samsyn_fixture_remove (char *folder);

/* An empty workspace in the folder. */
SamsynStore *samsyn_fixture_store (const char *folder);

/* Applies one change as a step of its own and takes it; the step, which must succeed. */
gint64 samsyn_fixture_apply (SamsynStore  *store,
                             SamsynChange *change);

/* A new record with one text field; its id. */
gint64 samsyn_fixture_create (SamsynStore *store,
                              const char  *kind,
                              const char  *field,
                              const char  *text);

/* So many new actions, in one step. */
void samsyn_fixture_fill (SamsynStore *store,
                          guint        n_records);

/* Sets fields of a record (id, text, …, NULL) from their strict text forms, as one step. */
gint64 samsyn_fixture_edit (SamsynStore *store,
                            gint64       record,
                            ...) G_GNUC_NULL_TERMINATED;

/* Deletes a record with what depends on it. */
gint64 samsyn_fixture_delete (SamsynStore *store,
                              gint64       record);

/* Fails the test with each sentence if the workspace's check finds a fault. */
void samsyn_fixture_check (SamsynStore *store);

/* All records as text, in the order of kinds and ids: equal if and only if the workspaces hold the same. */
char *samsyn_fixture_dump (SamsynStore *store);

/* Appends one record of such a dump: texts of documents as they are, by way of the store where the record has their ids. */
void samsyn_fixture_dump_record (GString            *text,
                                 SamsynStore        *store,
                                 const SamsynRecord *record);

G_END_DECLS
