/** The cases of the mail that moves after ETRN, as the sink sees it. */
@NullMarked
package dev.etrn.suites.cases.effect;

import org.jspecify.annotations.NullMarked;
