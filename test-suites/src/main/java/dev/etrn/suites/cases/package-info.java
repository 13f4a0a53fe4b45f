/** Cases: a script of wire steps and a judge each; one package per area below. */
@NullMarked
package dev.etrn.suites.cases;

import org.jspecify.annotations.NullMarked;
