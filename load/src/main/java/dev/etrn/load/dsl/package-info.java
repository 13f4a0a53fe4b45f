/**
 * How simulations with SMTP and ETRN are written: {@link dev.etrn.load.dsl.SmtpDsl} has all of it;
 * and the injector, which runs the named scenarios and simulations of users.
 */
@NullMarked
package dev.etrn.load.dsl;

import org.jspecify.annotations.NullMarked;
