/**
 * The language that simulations are written in.
 *
 * <p>A simulation is a class of Gatling's Java DSL; {@link dev.etrn.load.dsl.SmtpDsl} adds SMTP
 * with ETRN to it:
 *
 * <pre>{@code
 * setUp(
 *         scenario("partners")
 *             .feed(nodes)
 *             .exec(
 *                 smtp("connect").connect().silent(),
 *                 smtp("EHLO").ehlo().silent(),
 *                 smtp("ETRN").etrn("#{node}"),
 *                 smtp("QUIT").quit().silent())
 *             .injectOpen(constantUsersPerSec(100).during(10)))
 *     .protocols(smtp("127.0.0.1", 2525));
 * }</pre>
 *
 * <p>{@link dev.etrn.load.engine.GatlingRun} runs a simulation in this JVM. {@code
 * load/docs/simulations.md} explains how to write your own.
 */
@NullMarked
package dev.etrn.load.dsl;

import org.jspecify.annotations.NullMarked;
