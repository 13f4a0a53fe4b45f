/** A real browser for tests: its start, the pages that it opens, and their pictures. */
@NullMarked
package dev.etrn.reports.browser;

import org.jspecify.annotations.NullMarked;
