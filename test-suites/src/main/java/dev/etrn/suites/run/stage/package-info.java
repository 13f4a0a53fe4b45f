/**
 * The stage of a case: its lane, its connections and its mail, and the pace that the target allows.
 */
@NullMarked
package dev.etrn.suites.run.stage;

import org.jspecify.annotations.NullMarked;
