/** Clients under test: what a client is, and those that a command, a person or a container runs. */
@NullMarked
package dev.etrn.suites.clients;

import org.jspecify.annotations.NullMarked;
