/** The server from an operator's side: metrics, health, and the queue. */
@NullMarked
package dev.etrn.server.operation;

import org.jspecify.annotations.NullMarked;
