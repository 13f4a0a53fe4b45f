/** The named scenarios, and the plan that a scenario derives from a user's options. */
@NullMarked
package dev.etrn.load.scenario;

import org.jspecify.annotations.NullMarked;
