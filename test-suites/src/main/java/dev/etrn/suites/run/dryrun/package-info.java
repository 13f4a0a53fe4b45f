/** Dry runs: the script of a case played without a server. */
@NullMarked
package dev.etrn.suites.run.dryrun;

import org.jspecify.annotations.NullMarked;
