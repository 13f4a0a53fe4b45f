/** The faults in the reply to an ETRN line, and in which queues it runs. */
@NullMarked
package dev.etrn.server.fault.etrn;

import org.jspecify.annotations.NullMarked;
