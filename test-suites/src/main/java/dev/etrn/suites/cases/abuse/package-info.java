/** The cases of floods and hostile input. */
@NullMarked
package dev.etrn.suites.cases.abuse;

import org.jspecify.annotations.NullMarked;
