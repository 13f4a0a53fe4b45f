/** The cases of commands that are sent without waiting for replies. */
@NullMarked
package dev.etrn.suites.cases.pipelining;

import org.jspecify.annotations.NullMarked;
