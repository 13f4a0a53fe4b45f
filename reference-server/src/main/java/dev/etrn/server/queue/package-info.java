/** The contract of the queue: waiting messages by node, as sessions and delivery see them. */
@NullMarked
package dev.etrn.server.queue;

import org.jspecify.annotations.NullMarked;
