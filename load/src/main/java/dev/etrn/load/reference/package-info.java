/** The reference server as a target of load, in its own process. */
@NullMarked
package dev.etrn.load.reference;

import org.jspecify.annotations.NullMarked;
