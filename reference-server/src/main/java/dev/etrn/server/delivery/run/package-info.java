/** The queue run of a node, from claiming its messages to settling them. */
@NullMarked
package dev.etrn.server.delivery.run;

import org.jspecify.annotations.NullMarked;
