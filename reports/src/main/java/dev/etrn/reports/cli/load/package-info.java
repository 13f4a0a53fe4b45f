/** The load command and its options. */
@NullMarked
package dev.etrn.reports.cli.load;

import org.jspecify.annotations.NullMarked;
