/** The cases, each a script of wire steps and a judge; one package below for each area. */
@NullMarked
package dev.etrn.suites.cases;

import org.jspecify.annotations.NullMarked;
