/* chain.h: the digests of the log
 *
 * A step's digest is the SHA-256 of fields, each with its length before it: the digest of the step before, what is told of the
 * step, then each change, each document's text that it brought and each erasure that it made.  Texts that may have to go are in
 * it as their leaves only: the SHA-256 of a random salt and the text.  So a text can be erased: another one is written under
 * another salt, the salt of the first is destroyed, and an erasure, which is covered by the digest of its own step, says which
 * leaf stands for which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* The leaf of a text, from the columns of a row that hold its salt and itself; NULL where there is no text.  To be freed by the
 * caller. */
char *samsyn_chain_leaf (SamsynStatement *row,
                         int              salt,
                         int              text);

/* What the digest of a step must be, from its rows and the digest before it; to be freed by the caller.  A leaf that was erased
 * counts as it was if erasures lead from it to the one that is there.  NULL on error, DAMAGED where there is no such step. */
char *samsyn_chain_digest (SamsynStore *store,
                           gint64       step,
                           const char  *previous,
                           GError     **error);

/* Writes the digest of the newest step, whose changes are there, and the leaf of a document's text. */
gboolean samsyn_chain_write      (SamsynStore *store,
                                  gint64       step,
                                  GError     **error);
gboolean samsyn_chain_write_body (SamsynStore *store,
                                  gint64       body,
                                  GError     **error);

/* Makes all leaves and digests anew: for a migration that alters what they are made of. */
gboolean samsyn_chain_renew (SamsynStore *store,
                             GError     **error);

G_END_DECLS
