/** The job controller, which says when the queue of which node is run, and its back-off. */
@NullMarked
package dev.etrn.server.delivery.schedule;

import org.jspecify.annotations.NullMarked;
