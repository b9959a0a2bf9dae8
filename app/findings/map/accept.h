/* accept.h: findings that somebody has accepted; between finding.c and accept.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "finding.h"

G_BEGIN_DECLS

/* Gives every finding its state, by the acceptances among the facts. */
void samsyn_accept_findings (SamsynFindings *findings);

G_END_DECLS
