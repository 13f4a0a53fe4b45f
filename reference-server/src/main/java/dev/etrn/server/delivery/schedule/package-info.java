/** The job controller, which decides when each node's queue runs, and its back-off. */
@NullMarked
package dev.etrn.server.delivery.schedule;

import org.jspecify.annotations.NullMarked;
