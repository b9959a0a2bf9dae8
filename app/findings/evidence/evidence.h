/* evidence.h: what a part of the responsibility map rests on, and what rests on a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  SAMSYN_EVIDENCE_BASIS,   /* a legal basis; the record is the document, or the assignment where only a place is named */
  SAMSYN_EVIDENCE_PASSAGE, /* a passage of a document that is about it */
  SAMSYN_EVIDENCE_RESTS,   /* a record that has the document as its basis */
  SAMSYN_N_EVIDENCE
} SamsynEvidenceSort;

typedef struct
{
  SamsynEvidenceSort sort;
  gint64             record;
  char              *text;  /* the basis with its place, the quotation, the record's title */
  /* whose basis it is, where the passage stands, the place in the document; "" where there is nothing to say */
  char              *about;
  char              *state; /* of a basis that is not in force on the date: since when not, in words; NULL */
} SamsynEvidence;

/* The evidence for a task or an assignment, and what rests on a document, as an array of SamsynEvidence that owns them, by sort;
 * empty for other records.  `date` is the day on which a basis is to be in force.  Words and titles are in the language (NULL:
 * the process's).  NULL on error. */
GPtrArray *samsyn_evidence (SamsynStore *store,
                            gint64       record,
                            const char  *date,
                            const char  *language,
                            GError     **error);

/* That the document with that id is not in force on the date, in words; NULL if it is, or it is no document.  To be freed by the
 * caller. */
char *samsyn_evidence_state (SamsynStore *store,
                             gint64       record,
                             const char  *date,
                             const char  *language);

/* Whether records with something in the field are told as what rests on it. */
gboolean samsyn_evidence_tells (const SamsynField *field);

G_END_DECLS
