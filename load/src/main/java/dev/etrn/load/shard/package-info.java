/** How a plan is divided among several injectors. */
@NullMarked
package dev.etrn.load.shard;

import org.jspecify.annotations.NullMarked;
