/* rest.h: what a program gives back when it has nothing to do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _SamsynRest SamsynRest;

/* Gives back the memory that the store and the program hold in reserve, some seconds after the last call of
 * samsyn_rest_soon(). */
SamsynRest *samsyn_rest_new  (SamsynStore *store);
void        samsyn_rest_soon (SamsynRest *rest);
void        samsyn_rest_free (SamsynRest *rest);

G_END_DECLS
