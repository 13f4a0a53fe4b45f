/** The etrn command, and those of its commands that run nothing: cases and completion. */
@NullMarked
package dev.etrn.reports.cli;

import org.jspecify.annotations.NullMarked;
