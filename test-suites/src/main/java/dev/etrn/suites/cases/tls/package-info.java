/** The cases of ETRN around STARTTLS. */
@NullMarked
package dev.etrn.suites.cases.tls;

import org.jspecify.annotations.NullMarked;
