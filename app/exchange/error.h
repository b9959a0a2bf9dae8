/* error.h: what goes wrong with files in other formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SAMSYN_EXCHANGE_ERROR (samsyn_exchange_error_quark ())
GQuark samsyn_exchange_error_quark (void);

typedef enum
{
  SAMSYN_EXCHANGE_ERROR_INVALID,   /* the file's content is not what it must be */
  SAMSYN_EXCHANGE_ERROR_HOSTILE,   /* a file made to harm: bombs, entities, paths */
  SAMSYN_EXCHANGE_ERROR_PROTECTED, /* password-protected, or the old .xls format */
  SAMSYN_EXCHANGE_ERROR_WRITE,     /* the file could not be written whole */
  SAMSYN_EXCHANGE_ERROR_AUDIT,     /* the finished workbook breaks a rule */
} SamsynExchangeError;

G_END_DECLS
