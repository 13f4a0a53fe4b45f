/** The servers that the benchmarks compare: ours, bare Netty and Postfix. */
@NullMarked
package dev.etrn.server.benchmark.server;

import org.jspecify.annotations.NullMarked;
