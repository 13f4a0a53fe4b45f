/** A badge for a page about the target. */
@NullMarked
package dev.etrn.reports.badge;

import org.jspecify.annotations.NullMarked;
