/** The frame of self-contained pages: templates, style, script and plots. */
@NullMarked
package dev.etrn.reports.html;

import org.jspecify.annotations.NullMarked;
