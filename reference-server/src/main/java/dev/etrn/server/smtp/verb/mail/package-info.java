/** The verbs of a mail transaction: MAIL, RCPT, DATA, BDAT and RSET. */
@NullMarked
package dev.etrn.server.smtp.verb.mail;

import org.jspecify.annotations.NullMarked;
