/**
 * SMTP with ETRN as a protocol of Gatling: the connection of a virtual user, on that user's own
 * event loop, and what is told of each step.
 */
@NullMarked
package dev.etrn.load.protocol;

import org.jspecify.annotations.NullMarked;
