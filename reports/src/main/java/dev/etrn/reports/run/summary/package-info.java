/** Summaries of a run: on the console, in Markdown, and as a badge. */
@NullMarked
package dev.etrn.reports.run.summary;

import org.jspecify.annotations.NullMarked;
