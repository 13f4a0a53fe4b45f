/** The result model as JUnit XML, for build servers. */
@NullMarked
package dev.etrn.reports.junit;

import org.jspecify.annotations.NullMarked;
