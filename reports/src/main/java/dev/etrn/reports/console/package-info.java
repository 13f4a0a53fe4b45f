/** What a terminal or a log shows of a run. */
@NullMarked
package dev.etrn.reports.console;

import org.jspecify.annotations.NullMarked;
