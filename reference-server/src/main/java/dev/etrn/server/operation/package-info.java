/** The server's side for operators: metrics, health, and the queue. */
@NullMarked
package dev.etrn.server.operation;

import org.jspecify.annotations.NullMarked;
