/** The cases of a server's replies. */
@NullMarked
package dev.etrn.suites.cases.reply;

import org.jspecify.annotations.NullMarked;
