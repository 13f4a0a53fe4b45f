/** The faults in which messages of a queue are delivered, to whom and when. */
@NullMarked
package dev.etrn.server.fault.delivery;

import org.jspecify.annotations.NullMarked;
