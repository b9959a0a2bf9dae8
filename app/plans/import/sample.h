/* sample.h: workspaces to look around in
 *
 * A sample is a resource, {"samsyn-sample": 1, "steps": [{"at": "2016-03-22T09:00:00Z", "author": …, "code": "import",
 * "records": […]}, …]}: its steps are applied as the events they tell of were dated, so that a new sample has a history.
 * Keys are shared by all steps: a later one refers to them, and changes their records with "id": "KEY".  A one-line text names a
 * record with ":@KEY", which becomes ":" and the record's id: "no-accountable:@t-housing" is the key of a finding.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* The names of the samples, NULL-terminated; to be freed with g_strfreev(). */
char **samsyn_samples (void);

/* Applies the sample of that name to a new workspace.  A failed sample may be half applied: throw the workspace away. */
gboolean samsyn_sample_apply (SamsynStore *store,
                              const char  *name,
                              GError     **error);

G_END_DECLS
