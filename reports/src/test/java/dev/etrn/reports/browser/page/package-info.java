/** Pages of reports in a browser: samples of each, and what they do, show and bear. */
@NullMarked
package dev.etrn.reports.browser.page;

import org.jspecify.annotations.NullMarked;
