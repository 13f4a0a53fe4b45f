/** The reference server of this project in this process, as a target and as a client under test. */
@NullMarked
package dev.etrn.suites.reference;

import org.jspecify.annotations.NullMarked;
