/** Options that several commands share, and how their values are read. */
@NullMarked
package dev.etrn.reports.cli.option;

import org.jspecify.annotations.NullMarked;
