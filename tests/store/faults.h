/* faults.h: a disk that fails when it is told to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_FULL,  /* writing finds no room */
  FAULT_BROKEN, /* every call that changes the disk fails */
  FAULT_CUT     /* the process ends there and then, a write half done */
} Fault;

/* Puts itself between SQLite and the disk, for every file that is opened from now on.  Before the first one. */
void faults_install (void);

/* From now on the n-th call of the kind (from 1; 0: none) fails, and all after it if `lasting`. */
void faults_arm (Fault    fault,
                 guint    n,
                 gboolean lasting);

/* Whether a call has failed since. */
gboolean faults_have_struck (void);

G_END_DECLS
