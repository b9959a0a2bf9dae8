/* contract.h: the ids that files, commands and other programs rely on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* A kind and its fields, in order: NAME, "*" where required, "→" and the kind that it refers to, or its choices in brackets.
 * Fields may be added after these; these stand. */
typedef struct
{
  const char *id;
  const char *fields;
} ContractKind;

extern const ContractKind samsyn_contract[];
extern const guint samsyn_contract_size;
