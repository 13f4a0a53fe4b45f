/** The reference server as a target of load, in a process of its own. */
@NullMarked
package dev.etrn.load.reference;

import org.jspecify.annotations.NullMarked;
