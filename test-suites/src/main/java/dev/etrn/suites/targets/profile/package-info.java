/** The profile of a target: the statements of its configuration as values. */
@NullMarked
package dev.etrn.suites.targets.profile;

import org.jspecify.annotations.NullMarked;
