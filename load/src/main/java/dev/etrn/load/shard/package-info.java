/** The division of a plan among several injectors. */
@NullMarked
package dev.etrn.load.shard;

import org.jspecify.annotations.NullMarked;
