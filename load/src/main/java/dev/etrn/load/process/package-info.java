/**
 * Child processes with the classes of this one: their command line, their output, and the parent
 * that they end with.
 */
@NullMarked
package dev.etrn.load.process;

import org.jspecify.annotations.NullMarked;
