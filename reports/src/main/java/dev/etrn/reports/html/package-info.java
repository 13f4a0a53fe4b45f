/** The frame of pages that need nothing but themselves: templates, style, script and plots. */
@NullMarked
package dev.etrn.reports.html;

import org.jspecify.annotations.NullMarked;
