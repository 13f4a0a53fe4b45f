/** The named scenarios, and the plan that one of them makes of a user's options. */
@NullMarked
package dev.etrn.load.scenario;

import org.jspecify.annotations.NullMarked;
