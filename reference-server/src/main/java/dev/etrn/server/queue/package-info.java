/** The contract of the queue: messages that wait, by node, as sessions and delivery see them. */
@NullMarked
package dev.etrn.server.queue;

import org.jspecify.annotations.NullMarked;
