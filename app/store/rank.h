/* rank.h: how well a record answers a search; for the files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "db.h"

G_BEGIN_DECLS

/* Registers samsyn_rank(search): a function of the search index that gives a hit's BM25 score, lower for better ones, a word in
 * the title counting for four.  Unlike bm25() it does not count in how many records each word is: that takes as long as the whole
 * search, and all hits have all words. */
gboolean samsyn_rank_register (SamsynStore *store,
                               GError     **error);

G_END_DECLS
