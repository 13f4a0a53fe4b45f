/** The pages in a real browser: what they do, how they look, and who can use them. */
@NullMarked
package dev.etrn.reports.browser;

import org.jspecify.annotations.NullMarked;
