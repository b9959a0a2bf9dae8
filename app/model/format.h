/* format.h: values as text, and text as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "record.h"

G_BEGIN_DECLS

#define SAMSYN_VALUE_ERROR (samsyn_value_error_quark ())
GQuark samsyn_value_error_quark (void);

/* Why a text is no value of a field.  The message is a translated clause for the user, without the field's name. */
typedef enum
{
  SAMSYN_VALUE_ERROR_SYNTAX,    /* not of the type's form */
  SAMSYN_VALUE_ERROR_RANGE,     /* outside the field's limits */
  SAMSYN_VALUE_ERROR_CHOICE,    /* none of the choices */
  SAMSYN_VALUE_ERROR_REQUIRED,  /* empty, but required */
  SAMSYN_VALUE_ERROR_ENCODING,  /* not UTF-8, or with control characters */
  SAMSYN_VALUE_ERROR_REFERENCE, /* no such record, or of the wrong kind */
} SamsynValueError;

/* Strict: the one form that files use (dates YYYY-MM-DD, times HH:MM, decimal point, at most two decimals of money, booleans
 * "true"/"false", choices and references by id).  "" is the null value, of a required field too; what is read has passed
 * samsyn_value_check().  Texts are read in NFC, their lines as ending with LF. */
gboolean samsyn_value_parse (const SamsynField *field,
                             const char        *text,
                             SamsynValue       *value,
                             GError           **error);

/* The strict form of a value: what samsyn_value_parse() reads; "" for null, a description with a mark for what is bent.  To be
 * freed by the caller. */
char *samsyn_value_format (const SamsynField *field,
                           const SamsynValue *value);

/* Lenient: what a person types in that language ("2/5", "fredag", "i morgon", "1 250 000,50", "ja", the label of a choice).
 * `today` (YYYY-MM-DD) is the day that relative dates count from; a date without a year is the nearest to it.  Days come before
 * months in both languages.  What samsyn_value_display() writes is read as the same value.  Of references only ids are read. */
gboolean samsyn_value_parse_typed (const SamsynKind  *kind,
                                   const SamsynField *field,
                                   const char        *language,
                                   const char        *today,
                                   const char        *text,
                                   SamsynValue       *value,
                                   GError           **error);

/* The value as a person reads it in that language; references as their id.  To be freed by the caller. */
char *samsyn_value_display (const SamsynKind  *kind,
                            const SamsynField *field,
                            const char        *language,
                            const SamsynValue *value);

/* Whether a value fits its field: type, encoding, range, choice, required; not whether a reference's target is there. */
gboolean samsyn_value_check (const SamsynField *field,
                             const SamsynValue *value,
                             GError           **error);

/* Whether a value that fits may also be written anew, typed or imported: how long a text is at most, that it can be seen, how
 * large an amount is.  What was accepted once is not asked again: undo, redo and restore write it as it was. */
gboolean samsyn_value_check_new (const SamsynField *field,
                                 const SamsynValue *value,
                                 GError           **error);

/* How many letters a text of the type has at most where it is written anew; 0: it is no text. */
gint64 samsyn_type_longest (SamsynType type);

/* How large an amount is at most where it is written anew, in öre: ten trillion kronor. */
#define SAMSYN_MONEY_MOST G_GINT64_CONSTANT (1000000000000000)

/* Orders two values of a field: null first, what is bent last, text by samsyn_fold_key(), choices by their place among the
 * field's. */
int samsyn_value_compare (const SamsynField *field,
                          const SamsynValue *a,
                          const SamsynValue *b);

/* Öre as a decimal text with a point ("1250000.50"), to be freed by the caller. */
char *samsyn_money_format (gint64 ore);

G_END_DECLS
