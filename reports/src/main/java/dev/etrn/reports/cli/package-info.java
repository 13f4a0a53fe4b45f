/** The etrn command, and its commands that only print: cases and completion. */
@NullMarked
package dev.etrn.reports.cli;

import org.jspecify.annotations.NullMarked;
