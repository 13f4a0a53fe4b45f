/** The injector: the process that plays a shard of a plan and records what it observes. */
@NullMarked
package dev.etrn.load.injector;

import org.jspecify.annotations.NullMarked;
