/**
 * Child processes that share the classes of this one: their command lines, their output, and their
 * end, which follows that of the parent.
 */
@NullMarked
package dev.etrn.load.process;

import org.jspecify.annotations.NullMarked;
