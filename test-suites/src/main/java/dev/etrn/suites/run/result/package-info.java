/** The results of a run, and what waivers make of them. */
@NullMarked
package dev.etrn.suites.run.result;

import org.jspecify.annotations.NullMarked;
