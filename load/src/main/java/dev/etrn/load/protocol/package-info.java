/**
 * SMTP with ETRN as a protocol of Gatling: its settings, one connection of a virtual user, and who
 * is told what happens on it.
 */
@NullMarked
package dev.etrn.load.protocol;

import org.jspecify.annotations.NullMarked;
