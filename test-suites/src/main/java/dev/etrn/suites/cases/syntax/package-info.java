/** What a server reads as an ETRN line, and what not. */
@NullMarked
package dev.etrn.suites.cases.syntax;

import org.jspecify.annotations.NullMarked;
