/* evidence-view.h: what a record rests on, and what rests on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "record-part.h"

G_BEGIN_DECLS

/* The passages and the legal bases of a task or an assignment, and what rests on a document; kept in step with the workspace;
 * invisible where there is nothing to say. */
#define SAMSYN_TYPE_EVIDENCE_VIEW (samsyn_evidence_view_get_type ())
G_DECLARE_FINAL_TYPE (SamsynEvidenceView, samsyn_evidence_view, SAMSYN, EVIDENCE_VIEW, SamsynRecordPart)

/* That something is not in force, in words and with a symbol. */
GtkWidget *samsyn_evidence_warning_new (const char *state);

G_END_DECLS
