/** Clients under test: their contract, and clients that a command, a person or a container runs. */
@NullMarked
package dev.etrn.suites.clients;

import org.jspecify.annotations.NullMarked;
