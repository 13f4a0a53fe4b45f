/** Floods and garbage. */
@NullMarked
package dev.etrn.suites.cases.abuse;

import org.jspecify.annotations.NullMarked;
