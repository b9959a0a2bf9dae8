/* facts-order.h: the order of the facts, and what ties them; between facts.c and facts-order.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "facts.h"

G_BEGIN_DECLS

/* Puts what was read into its array's order, before it is indexed; trees get their parents, organisations their boards and
 * actors. */
void samsyn_facts_order_processes     (SamsynFacts *facts);
void samsyn_facts_order_tasks         (SamsynFacts *facts);
void samsyn_facts_order_organisations (SamsynFacts *facts);
void samsyn_facts_order_signers       (SamsynFacts *facts);
void samsyn_facts_order_assignments   (SamsynFacts *facts);

/* Puts the last few assignments into their places among the first so many, which are in order. */
void samsyn_facts_insert_assignments (SamsynFacts *facts,
                                      guint        n_ordered);

/* Keeps a link (from, to) if it ties a task or an assignment to a document or an agreement. */
void samsyn_facts_add_tie (SamsynFacts       *facts,
                           const SamsynValue *row);

G_END_DECLS
