/** The result model as a summary in Markdown. */
@NullMarked
package dev.etrn.reports.markdown;

import org.jspecify.annotations.NullMarked;
