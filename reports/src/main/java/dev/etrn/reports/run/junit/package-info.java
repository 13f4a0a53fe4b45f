/** The result model as JUnit XML, for build servers. */
@NullMarked
package dev.etrn.reports.run.junit;

import org.jspecify.annotations.NullMarked;
