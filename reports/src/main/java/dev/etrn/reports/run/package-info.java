/**
 * The report of a run: its command, its expectations, and the sentences that all its renderings
 * share.
 */
@NullMarked
package dev.etrn.reports.run;

import org.jspecify.annotations.NullMarked;
