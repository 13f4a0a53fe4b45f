/** The store of waiting messages, per node; counts are kept, not scanned for. */
@NullMarked
package dev.etrn.server.queue;

import org.jspecify.annotations.NullMarked;
