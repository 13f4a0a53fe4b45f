/** Faults in what an ETRN line is answered, and in which queues it runs. */
@NullMarked
package dev.etrn.server.fault.etrn;

import org.jspecify.annotations.NullMarked;
