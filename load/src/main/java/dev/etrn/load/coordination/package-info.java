/**
 * The coordination of the injectors of a run: their start, the directory they share with it, and
 * the records they leave there.
 */
@NullMarked
package dev.etrn.load.coordination;

import org.jspecify.annotations.NullMarked;
