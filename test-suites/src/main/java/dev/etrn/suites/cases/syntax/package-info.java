/** The cases of the syntax of ETRN lines. */
@NullMarked
package dev.etrn.suites.cases.syntax;

import org.jspecify.annotations.NullMarked;
