/**
 * The coordination of the injectors of a run: their start, the directory that they share with the
 * run, and the records that they leave there.
 */
@NullMarked
package dev.etrn.load.coordination;

import org.jspecify.annotations.NullMarked;
