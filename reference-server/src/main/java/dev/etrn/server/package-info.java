/**
 * The reference server: an SMTP server with ETRN in the tradition of PMDF, and the target of the
 * harness.
 */
@NullMarked
package dev.etrn.server;

import org.jspecify.annotations.NullMarked;
