/**
 * The stores of waiting messages, in memory and in SQLite; they keep counts instead of scanning.
 */
@NullMarked
package dev.etrn.server.queue.store;

import org.jspecify.annotations.NullMarked;
