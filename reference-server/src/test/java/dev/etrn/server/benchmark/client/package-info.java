/** The clients of the benchmarks, all in one thread. */
@NullMarked
package dev.etrn.server.benchmark.client;

import org.jspecify.annotations.NullMarked;
