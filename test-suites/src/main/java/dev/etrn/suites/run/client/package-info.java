/** Runs against a client under test. */
@NullMarked
package dev.etrn.suites.run.client;

import org.jspecify.annotations.NullMarked;
