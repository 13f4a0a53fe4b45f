/** The plan of a run: its cases, its target and its bounds. */
@NullMarked
package dev.etrn.suites.run.plan;

import org.jspecify.annotations.NullMarked;
