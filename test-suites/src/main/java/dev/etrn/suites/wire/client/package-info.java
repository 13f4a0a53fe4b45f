/**
 * The harness as a client: octet-exact sessions with the target, and mail that is submitted to it.
 */
@NullMarked
package dev.etrn.suites.wire.client;

import org.jspecify.annotations.NullMarked;
