/** Results for tools that read SARIF 2.1.0. */
@NullMarked
package dev.etrn.reports.run.sarif;

import org.jspecify.annotations.NullMarked;
