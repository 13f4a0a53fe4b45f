/** Faults in what is delivered of a queue, to whom and when. */
@NullMarked
package dev.etrn.server.fault.delivery;

import org.jspecify.annotations.NullMarked;
