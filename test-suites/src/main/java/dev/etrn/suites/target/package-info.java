/** What can be tested: the embedded server, a server somewhere, a known MTA in a container. */
@NullMarked
package dev.etrn.suites.target;

import org.jspecify.annotations.NullMarked;
