/* error.c: what goes wrong with files in other formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "error.h"

G_DEFINE_QUARK (samsyn-exchange-error-quark, samsyn_exchange_error)
