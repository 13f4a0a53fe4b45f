/** The send command, and send as a client under test. */
@NullMarked
package dev.etrn.reports.cli.send;

import org.jspecify.annotations.NullMarked;
