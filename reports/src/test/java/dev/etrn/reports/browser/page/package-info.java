/** Pages of reports in a browser: samples of each, and tests of their behaviour. */
@NullMarked
package dev.etrn.reports.browser.page;

import org.jspecify.annotations.NullMarked;
