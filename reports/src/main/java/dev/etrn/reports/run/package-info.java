/**
 * A run as reports see it: how it was called, what was expected of it, and the sentences that all
 * its renderings share.
 */
@NullMarked
package dev.etrn.reports.run;

import org.jspecify.annotations.NullMarked;
