/**
 * SMTP with ETRN as a protocol of Gatling: its settings, the connection of a virtual user, and the
 * listeners for what happens on it.
 */
@NullMarked
package dev.etrn.load.protocol;

import org.jspecify.annotations.NullMarked;
