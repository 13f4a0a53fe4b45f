/**
 * What virtual users do: the commands of SMTP and ETRN as actions of Gatling, and the builders that
 * simulations make them with.
 */
@NullMarked
package dev.etrn.load.action;

import org.jspecify.annotations.NullMarked;
