/* mend.h: what is done about a finding
 *
 * As in cell.h the functions return changes for samsyn_store_apply() and write nothing themselves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "findings/map/finding.h"

G_BEGIN_DECLS

/* The mend that the finding proposes: a letter, an end, or an action that asks somebody. */
GPtrArray *samsyn_finding_plan_mend (SamsynStore          *store,
                                     const SamsynFindings *findings,
                                     const SamsynFinding  *finding,
                                     const char           *language,
                                     GError              **error);

/* A record of the kind with that id ("action", "development_area", "decision") made of the finding, in a language: titled with
 * what is to be done, with the finding's sentence as its text, and linked to the first record that the finding speaks of. */
GPtrArray *samsyn_finding_plan_record (SamsynStore          *store,
                                       const SamsynFindings *findings,
                                       const SamsynFinding  *finding,
                                       const char           *kind,
                                       const char           *language,
                                       GError              **error);

/* Accepts the finding as it is now, until a date (NULL: for good), for a reason, by a person (0: nobody named). */
GPtrArray *samsyn_finding_plan_acceptance (SamsynStore         *store,
                                           const SamsynFinding *finding,
                                           const char          *until,
                                           const char          *reason,
                                           gint64               by);

G_END_DECLS
