/** Which mail moves, proven at the sink. */
@NullMarked
package dev.etrn.suites.cases.effect;

import org.jspecify.annotations.NullMarked;
