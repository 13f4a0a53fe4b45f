/** The result model as a page that needs nothing but itself. */
@NullMarked
package dev.etrn.reports.html;

import org.jspecify.annotations.NullMarked;
