/**
 * Runs of simulations in this JVM: Gatling as the load engine, the simulation of a plan, and
 * simulations of users.
 */
@NullMarked
package dev.etrn.load.engine;

import org.jspecify.annotations.NullMarked;
