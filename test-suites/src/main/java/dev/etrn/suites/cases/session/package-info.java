/** The rules for every session of a client that keeps to the protocol, whatever its requests. */
@NullMarked
package dev.etrn.suites.cases.session;

import org.jspecify.annotations.NullMarked;
