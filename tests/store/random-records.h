/* random-records.h: a workspace full of random records of every kind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

/* A new, empty workspace in a new folder; and its end. */
SamsynStore *samsyn_test_workspace        (void);
void         samsyn_test_workspace_remove (SamsynStore *store);

/* Fills the workspace with so many records of each kind, in one step; the same seed gives the same values. */
void samsyn_test_fill (SamsynStore *store,
                       guint        n_each,
                       guint32      seed);

/* The records of a kind, by id: SamsynRecord, owned. */
GPtrArray *samsyn_test_records (SamsynStore      *store,
                                const SamsynKind *kind);
