/**
 * The actions of virtual users: the commands of SMTP and ETRN as actions of Gatling, and the
 * builders that simulations use for them.
 */
@NullMarked
package dev.etrn.load.action;

import org.jspecify.annotations.NullMarked;
