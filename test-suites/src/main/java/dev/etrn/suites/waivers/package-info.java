/** Waivers: the known deviations of a target, as waivers.yaml lists them. */
@NullMarked
package dev.etrn.suites.waivers;

import org.jspecify.annotations.NullMarked;
