/** Stores of waiting messages, in memory and in SQLite; counts are kept, not scanned for. */
@NullMarked
package dev.etrn.server.queue.store;

import org.jspecify.annotations.NullMarked;
