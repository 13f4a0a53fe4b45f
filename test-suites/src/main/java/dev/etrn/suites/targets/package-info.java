/** Targets: the mail servers under test, and the guard of hosts that nobody vouched for. */
@NullMarked
package dev.etrn.suites.targets;

import org.jspecify.annotations.NullMarked;
