/** What all reports share: text that is fit to be shown, signs of verdicts, and the tool. */
@NullMarked
package dev.etrn.reports;

import org.jspecify.annotations.NullMarked;
